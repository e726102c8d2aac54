package io.sollecito.mapping;

import io.sollecito.model.Problem;

/** A file that cannot be read as what its mapping expects; it is kept whole and nothing of it is applied. */
public final class Unreadable extends Exception {

    private final transient Problem problem;

    public Unreadable(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
