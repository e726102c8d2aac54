package io.sollecito.intake;

import io.sollecito.ledger.exports.Taken;

/**
 * What became of a file that came.
 *
 * @param export null when the file has no records of its own: it is kept for those that it completes
 * @param waits whether it is kept, and taken once the files have come that complete it
 */
public record Arrival(Taken export, boolean waits) {

    /** Whether nothing will ever be read of it as it is. */
    boolean isRefused() {
        return !waits && export.state().equals("unreadable");
    }
}
