package io.sollecito.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An open item as its ERP keeps it, and since when the hub can have known that it must not be reminded. */
final class MonthItem {

    /** Not yet shown to the hub. */
    static final long NEVER = Long.MAX_VALUE;

    final int debtor;
    final String documentNo;
    final String printedNo;
    final LocalDate issued;
    final LocalDate due;

    /** What the ERP says; negative for a credit note. */
    BigDecimal open;

    /** The bank day of the payment that settles it in full and names it; null: there is none. */
    LocalDate paidOn;

    /** Whether anything at the bank is about it: the books leave it alone until that is through. */
    boolean moving;

    boolean blocked;

    /** When a file that shows its payment, or no longer shows it as open, had been taken, in milliseconds. */
    long settledSince = NEVER;

    /** Beginnings and ends of its blocks, as the hub saw them. */
    final List<Long> blocks = new ArrayList<>();

    MonthItem(int debtor, String documentNo, String printedNo, LocalDate issued, LocalDate due, BigDecimal open) {
        this.debtor = debtor;
        this.documentNo = documentNo;
        this.printedNo = printedNo;
        this.issued = issued;
        this.due = due;
        this.open = open;
    }

    /** A snapshot says so, since that moment. */
    void shown(boolean isOpen, boolean isBlocked, long since) {
        if (!isOpen) {
            settled(since);
        } else if (isBlocked == (blocks.size() % 2 == 0)) {
            blocks.add(since);
        }
    }

    void settled(long since) {
        settledSince = Math.min(settledSince, since);
    }

    boolean isBlocked(long at) {
        return blocks.stream().filter(moment -> moment < at).count() % 2 == 1;
    }

    boolean isInvoice() {
        return open.signum() > 0;
    }
}
