package io.sollecito.mapping;

import io.sollecito.model.Canonical;
import io.sollecito.model.Problem;
import java.math.BigDecimal;

/**
 * What became of one source record (law 2): it counts once, by its worst result. {@link Stated} is about no record but
 * about the whole file, and comes last.
 */
public sealed interface Outcome {

    /** The first physical line of the record (the row in SQL), from 1. */
    long line();

    /**
     * A canonical record. One source record may produce several; only the first has {@code first} set, so that
     * records are counted once.
     */
    record Mapped(Canonical canonical, long line, boolean first) implements Outcome {}

    /** Applied together with another record of the same document, whose {@link Mapped} stands for both. */
    record Merged(long line) implements Outcome {}

    /**
     * Not wanted, by the named filter (also subtotal, repeated-header, trailer).
     *
     * @param itemKey the item's key when the record names one: a filtered row is not an absent one (law 4); or null
     */
    record Filtered(String filter, String itemKey, long line) implements Outcome {}

    /**
     * What the source says that all its open amounts of a currency add up to: its control total.
     *
     * @param currency null when the total does not say it
     */
    record Stated(String currency, BigDecimal amount, long line) implements Outcome {}

    /**
     * Could not be mapped.
     *
     * @param itemKey the item's key if it could be read, else null (then the snapshot settles nothing)
     * @param raw the record as it stands in the source, to be corrected and replayed
     */
    record Quarantined(Problem problem, String field, String value, String itemKey, String raw) implements Outcome {
        @Override
        public long line() {
            return problem.line();
        }
    }
}
