package io.sollecito.ledger.exports;

import java.time.Instant;

/**
 * One file or one poll result taken from an ERP, before it is read.
 *
 * @param kind openItem, debtor, or openItemKeys: the keys of all that is open, whatever {@code delivers} says
 * @param delivers snapshot (complete), delta, or replay (one corrected record)
 * @param contentHash of the file's bytes; null for polled rows, whose hash is computed while they are staged
 * @param asOf the moment that its facts are true of
 */
public record Export(
        String connection,
        String creditor,
        String source,
        String kind,
        String delivers,
        String fileName,
        String contentHash,
        Instant asOf) {

    boolean isSnapshot() {
        return delivers.equals("snapshot");
    }

    /** Whether it only names what is open. */
    boolean isKeys() {
        return kind.equals("openItemKeys");
    }

    boolean isReplay() {
        return delivers.equals("replay");
    }
}
