package io.sollecito.ledger.figures;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a creditor is owed in one currency over a span of time. Opening + movements = closing, to the cent.
 *
 * @param opening what was really open (effective) at the end of the span before
 * @param closing what is really open at the end of this one
 * @param erpOpen the ERP's own total at the end; closing = erpOpen - pending + returning + counted once
 * @param pending bank money that the ERP has not yet accounted for
 * @param returning returned payments that the ERP has not yet accounted for
 * @param countedOnce by how much pending money exceeds what the ERP still shows open for its items
 * @param afterCutOff what the ledger shows open now less {@code closing}: movements stamped later than the span's end
 */
public record Balance(
        String currency,
        BigDecimal opening,
        List<Movement> movements,
        BigDecimal closing,
        BigDecimal erpOpen,
        BigDecimal pending,
        BigDecimal returning,
        BigDecimal countedOnce,
        BigDecimal afterCutOff) {

    /** One reason why the balance moved. {@code amount} is signed: what is newly owed is positive. */
    public record Movement(Kind kind, String cause, long count, BigDecimal amount) {}

    /** In the order in which finance reads them. */
    public enum Kind {
        /** The hub took in items for the first time. */
        NEW_INVOICES,
        NEW_CREDITS,
        NEW_PAYMENTS_ON_ACCOUNT,
        /** Items that continue what another item left open. */
        CONTINUATIONS,
        /** The ERP closed items; {@code cause} says why. */
        SETTLED,
        /** The ERP lowered open amounts. */
        LOWERED,
        RAISED,
        REOPENED,
        /** Credits were used up, wholly or partly. */
        CREDITS_USED,
        /** The bank showed money that the ERP does not know yet. */
        BANK_PAYMENTS,
        /** People gave it up, and the ERP does not know that yet. */
        WRITTEN_OFF,
        /** The ERP now accounts for bank money: its own decrease stands above. */
        ACCOUNTED_BY_ERP,
        ALLOCATIONS_UNDONE,
        PAYMENTS_RETURNED,
        RETURNS_ACCOUNTED_BY_ERP,
        /** Pending money that exceeds the item's open amount counts only once. */
        COUNTED_ONCE,
        /** Recorded after the last digest but dated before it. */
        RECORDED_LATE
    }

    public Balance {
        movements = List.copyOf(movements);
    }
}
