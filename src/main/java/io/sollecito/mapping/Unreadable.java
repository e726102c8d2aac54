package io.sollecito.mapping;

import io.sollecito.model.Problem;
import java.util.List;

/**
 * A file that its mapping cannot read as a whole: no charset fits, columns are missing, it is cut off. Outcomes that
 * were delivered before it was noticed do not count; the file is kept whole.
 */
public final class Unreadable extends Exception {

    private final transient Problem problem;
    private final transient List<Problem> places;

    public Unreadable(Problem problem) {
        this(problem, List.of());
    }

    /** @param places where the mapping asks for what the file does not have */
    Unreadable(Problem problem, List<Problem> places) {
        super(problem.toString());
        this.problem = problem;
        this.places = List.copyOf(places);
    }

    /** For whoever writes the mapping: its places first, if it has any, and what the file has for it. */
    public List<Problem> problems() {
        return places.isEmpty() ? List.of(problem) : places;
    }

    /** Of the file as a whole. */
    public Problem problem() {
        return problem;
    }
}
