package io.sollecito.ledger.totals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the ledger holds open of a source in one currency, beside the control totals that its ERP told.
 *
 * @param hub the sum of what the ERP says is open, item by item
 * @param told the control totals of the last weeks, the newest first
 */
public record SourceTotal(String source, String currency, BigDecimal hub, long items, List<Told> told) {

    /**
     * One control total.
     *
     * @param hub the ledger's sum at the moment at which it was told
     * @param toldBy a file's name, or a person's
     * @param reason the person's words, or what was left out of the file; or null
     */
    public record Told(BigDecimal erp, BigDecimal hub, Instant asOf, String toldBy, String reason) {

        /** The hub's less the ERP's. */
        public BigDecimal difference() {
            return hub.subtract(erp);
        }

        public boolean agrees() {
            return difference().signum() == 0;
        }
    }

    /** So many days in a row without a difference are asked for before messages leave by themselves. */
    public static final int DAYS_ASKED_FOR = 10;

    public SourceTotal {
        told = List.copyOf(told);
    }

    /** The newest control total, or null. */
    public Told last() {
        return told.isEmpty() ? null : told.get(0);
    }

    /** On how many days in a row, up to the last, a control total was told and agreed; a day's last one counts. */
    public int agreedDays(ZoneId zone) {
        int days = 0;
        LocalDate counted = null;
        for (Told each : told) {
            LocalDate day = LocalDate.ofInstant(each.asOf(), zone);
            if (day.equals(counted)) {
                continue;
            }
            if (!each.agrees()) {
                return days;
            }
            days++;
            counted = day;
        }
        return days;
    }
}
