package io.sollecito.ledger.writeback;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one file tells the ERP.
 *
 * @param no of the source's batches, from 1 without gaps
 * @param madeAt in the creditor's zone
 */
public record WritebackBatch(
        String creditor, String source, long no, ZonedDateTime madeAt, List<WritebackEntry> entries) {

    /** A control total: how many entries there are of a currency, and their signed sum. */
    public record Total(String currency, int count, BigDecimal sum) {

        private Total and(Total other) {
            return new Total(currency, count + other.count, sum.add(other.sum));
        }
    }

    public WritebackBatch {
        entries = List.copyOf(entries);
    }

    /** Such as ACME-IT-sap-000012: what the ERP may know the batch by. */
    public String id() {
        return String.format("%s-%s-%06d", creditor, source, no);
    }

    /** The control totals by currency. */
    public List<Total> totals() {
        return totals(entries);
    }

    public static List<Total> totals(Collection<WritebackEntry> entries) {
        Map<String, Total> totals = new TreeMap<>();
        entries.forEach(
                entry -> totals.merge(entry.currency(), new Total(entry.currency(), 1, entry.amount()), Total::and));
        return List.copyOf(totals.values());
    }
}
