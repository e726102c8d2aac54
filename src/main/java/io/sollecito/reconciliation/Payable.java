package io.sollecito.reconciliation;

import io.sollecito.model.Discount;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a payment may settle: an open item, or a decrease of one that the ERP showed and nothing explains yet (law 10).
 *
 * @param open what is effectively open, or by how much the ERP lowered it; negative for credits
 * @param withheld the part that is not demanded (withheld tax), zero if none
 * @param closedByErp whether the ERP has already booked it: an allocation to it is confirmed at once
 */
public record Payable(
        long itemId,
        DebtorKey debtor,
        String documentNo,
        String printedNo,
        int instalment,
        LocalDate dueDate,
        String currency,
        BigDecimal open,
        Discount discount,
        BigDecimal withheld,
        String paymentReference,
        boolean closedByErp) {

    /** The same, sharing what many items have in common: large ledgers must fit into memory. */
    Payable sharing(DebtorKey sameDebtor, LocalDate sameDay) {
        return new Payable(
                itemId,
                sameDebtor,
                documentNo,
                printedNo == null || printedNo.equals(documentNo) ? null : printedNo,
                instalment,
                sameDay,
                currency.intern(),
                open,
                discount,
                withheld.signum() == 0 ? BigDecimal.ZERO : withheld,
                paymentReference,
                closedByErp);
    }

    /** The number that the customer knows. */
    public String number() {
        return printedNo == null || printedNo.isBlank() ? documentNo : printedNo;
    }
}
