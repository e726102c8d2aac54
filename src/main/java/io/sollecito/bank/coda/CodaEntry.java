package io.sollecito.bank.coda;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount with detail number 0000, which alone counts, and its details: they divide it into payments, or explain it as
 * net and costs. What the details leave over is a payment of its own.
 */
final class CodaEntry {

    /** Details beyond are one payment of what they add up to. */
    static final int MOST_PAYMENTS = 100_000;

    private static final int LAST_DETAIL = 9_999;

    private final CodaMovement main;
    private final String currency;
    private final List<Payment> payments = new ArrayList<>();
    private CodaMovement current;
    private CodaMovement last;
    private int details;
    private BigDecimal left;
    private boolean cut;
    private boolean reversal;

    CodaEntry(CodaMovement main, String currency) {
        this.main = main;
        this.current = main;
        this.currency = currency;
        this.left = main.amount();
        this.reversal = main.isReversal();
    }

    /** Whether a movement is a detail of this entry; after 9,999 of them the bank counts from 0000 again. */
    boolean owns(CodaMovement movement) {
        return movement.sequence().equals(main.sequence())
                && (!movement.isMain() || (CodaCodes.isDetail(movement.code()) && details >= LAST_DETAIL));
    }

    void detail(CodaMovement detail) {
        endDetail();
        current = detail;
        details++;
    }

    /** A record that goes on with the amount or detail under way; what it is not known as is kept as text. */
    void goesOn(FixedRecord record) {
        if (!current.goesOn(record)) {
            current.note(record.text().strip());
        }
    }

    /** The detail under way is complete: a payment, or a cost or explanation of the amount before it. */
    private void endDetail() {
        CodaMovement detail = current;
        cut |= detail.cut();
        if (detail == main || detail.amount() == null) {
            return;
        }
        boolean explains = CodaCodes.isBreakdown(detail.code()) || CodaCodes.isExplained(main.code());
        if (explains) {
            CodaMovement of = last == null ? main : last;
            if (CodaCodes.isCharge(detail.code())) {
                of.charged(detail.amount());
            }
            of.note(detail.text());
            return;
        }
        flush();
        last = detail;
    }

    /** Costs follow the payment that they are of, so a payment is made when the next one begins. */
    private void flush() {
        if (last == null) {
            return;
        }
        if (payments.size() < MOST_PAYMENTS) {
            reversal |= last.isReversal();
            payments.add(last.payment(last.amount(), currency));
            left = left.subtract(last.amount());
        } else {
            cut = true;
        }
        last = null;
    }

    /** Whether it says more than is kept of one entry. */
    boolean cut() {
        return cut;
    }

    FixedRecord record() {
        return main.record();
    }

    Statement.Entry entry() {
        endDetail();
        flush();
        if (payments.isEmpty()) {
            payments.add(main.payment(main.amount(), currency));
        } else if (left.signum() != 0) {
            payments.add(main.payment(left, currency));
        }
        return new Statement.Entry(
                main.entryDate(), main.valueDate(), main.amount(), currency, reversal, main.bankReference(), payments);
    }
}
