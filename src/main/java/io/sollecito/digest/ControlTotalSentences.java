package io.sollecito.digest;

import io.sollecito.ledger.totals.SourceTotal;
import io.sollecito.ledger.totals.SourceTotal.Told;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whether a source's sum in the ledger is the ERP's, in words. */
public final class ControlTotalSentences {

    private ControlTotalSentences() {}

    public static String of(SourceTotal total, ZoneId zone) {
        if (total.last() == null) {
            return "the ERP told no control total";
        }
        int days = Math.min(total.agreedDays(zone), SourceTotal.DAYS_ASKED_FOR);
        return lastTold(total, zone) + "; " + days + " of " + SourceTotal.DAYS_ASKED_FOR + " days without difference";
    }

    /** About the newest control total, of which there is one. */
    static String lastTold(SourceTotal total, ZoneId zone) {
        Told last = total.last();
        String told = "the ERP said " + Words.amount(last.erp(), total.currency()) + " on "
                + LocalDate.ofInstant(last.asOf(), zone) + " (" + last.toldBy() + ")";
        if (last.agrees()) {
            return told + ", as the hub";
        }
        return told + ", the hub " + Words.amount(last.hub(), total.currency()) + ": a difference of "
                + Words.amount(last.difference(), total.currency())
                + (last.reason() == null ? "" : " (" + last.reason() + ")");
    }
}
