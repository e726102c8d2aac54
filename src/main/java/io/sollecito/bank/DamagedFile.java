package io.sollecito.bank;

import io.sollecito.model.Problem;

/** A file of which nothing counts, because a part of it is missing or cannot be a statement's. */
public final class DamagedFile extends Exception {

    private final transient Problem problem;

    public DamagedFile(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
