package io.sollecito.model;

import java.util.List;
import java.util.stream.Collectors;

/** All the problems found in what a user wrote, at once; never thrown for the hub's own faults. */
public final class ProblemsFound extends RuntimeException {

    private final transient List<Problem> problems;

    public ProblemsFound(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What loading finds wrong; empty when it succeeds. */
    public static List<Problem> by(Runnable loading) {
        try {
            loading.run();
            return List.of();
        } catch (ProblemsFound found) {
            return found.problems;
        }
    }

    public List<Problem> problems() {
        return problems;
    }
}
