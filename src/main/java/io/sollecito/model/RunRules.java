package io.sollecito.model;

import java.util.Optional;

/**
 * Who looks at a creditor's planning runs before their messages leave.
 *
 * @param firstRuns how many runs are proposals when only the first are
 * @param atMost how many messages a run that is a proposal may have; null: as many as there are
 */
public record RunRules(Review review, int firstRuns, Integer atMost) {

    /** Which runs a person looks at. */
    public enum Review {
        NONE,
        FIRST,
        ALL,
        SHADOW
    }

    public static final int USUAL_FIRST_RUNS = 10;
    public static final int USUAL_AT_MOST = 50;

    /** All messages leave by themselves. */
    public static final RunRules DEFAULT = new RunRules(Review.NONE, USUAL_FIRST_RUNS, null);

    /** @param runsBefore how many runs of the creditor could remind before this one */
    public RunKind kind(long runsBefore) {
        return switch (review) {
            case NONE -> RunKind.SENDING;
            case FIRST -> runsBefore < firstRuns ? RunKind.PROPOSAL : RunKind.SENDING;
            case ALL -> RunKind.PROPOSAL;
            case SHADOW -> RunKind.SHADOW;
        };
    }

    /** How many messages a run of that kind may have, if there is a limit. */
    public Optional<Integer> limit(RunKind kind) {
        return kind == RunKind.PROPOSAL ? Optional.ofNullable(atMost) : Optional.empty();
    }
}
