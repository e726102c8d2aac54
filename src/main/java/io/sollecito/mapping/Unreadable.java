package io.sollecito.mapping;

import io.sollecito.model.Problem;

/**
 * A file that its mapping cannot read as a whole: no charset fits, columns are missing, it is cut off. Outcomes that
 * were delivered before it was noticed do not count; the file is kept whole.
 */
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
