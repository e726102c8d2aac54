package io.sollecito.ledger.exports;

import io.sollecito.model.Canonical;
import io.sollecito.model.Problem;
import java.math.BigDecimal;

/** Where the reader of an export hands in what became of each source record. */
public interface RecordSink {

    /** @param first whether this is the first canonical record that its source record produced */
    void mapped(Canonical canonical, long line, boolean first);

    /** A source record whose content is part of a canonical record that was told with another one. */
    void merged();

    /** @param itemKey the key that the record names, or null */
    void filtered(String filter, String itemKey);

    /** @param itemKey null when it could not be read: then the snapshot settles nothing */
    void quarantined(Problem problem, String field, String value, String itemKey, String raw);

    /**
     * What the export says that all its open amounts add up to; no record.
     *
     * @param currency null when it does not say it
     */
    void stated(String currency, BigDecimal amount);
}
