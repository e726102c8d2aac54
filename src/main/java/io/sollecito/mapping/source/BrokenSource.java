package io.sollecito.mapping.source;

import io.sollecito.model.Problem;

/** A file that cannot be read as what it should be: cut off, another charset, beyond a limit. */
public final class BrokenSource extends Exception {

    private final transient Problem problem;

    public BrokenSource(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Of the whole file. */
    public BrokenSource(String file, String message, String remedy) {
        this(Problem.of(file, message, remedy));
    }

    public Problem problem() {
        return problem;
    }
}
