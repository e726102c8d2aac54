package io.sollecito.cli;

import java.util.Optional;

/** A command that may need the ledger: a running hub then answers the call. */
interface OnLedger {

    /** Whether it does, with the options that it was given. */
    default boolean needsLedger() {
        return true;
    }

    /** The file, or {@code -}, whose text goes along with the call. */
    default Optional<String> handsOver() {
        return Optional.empty();
    }
}
