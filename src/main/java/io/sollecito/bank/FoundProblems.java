package io.sollecito.bank;

import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of a file; of a very bad one the first thousand and how many more there are. */
public final class FoundProblems {

    private static final int MOST = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private long more;

    public void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> list() {
        List<Problem> all = new ArrayList<>(problems);
        if (more > 0) {
            all.add(Problem.of(problems.get(0).file(), "and " + more + " more problems", "begin with the first"));
        }
        return all;
    }
}
