package io.sollecito.ledger.writeback;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An allocation, or its reversal, as it is told to the ERP. What the bank did not say is null, and so is all about the
 * payment when there was none.
 *
 * @param no from 1 in its batch
 * @param allocation the allocation; of a reversal the one that is taken back
 * @param row the row of the ledger that this entry stands for
 * @param kind allocation or reversal
 * @param amount signed; a reversal has the other sign than its allocation
 * @param purpose principal, interest, costs (paid); discount, write-off, withholding (settled beside the payment)
 * @param account the creditor's, at which the money came in or went back
 * @param madeBy run, or the person's name
 */
public record WritebackEntry(
        int no,
        long allocation,
        long row,
        String kind,
        BigDecimal amount,
        String currency,
        String purpose,
        String debtor,
        String debtorName,
        String itemKey,
        String documentNo,
        String printedNo,
        int instalment,
        String type,
        LocalDate issueDate,
        LocalDate bookingDate,
        LocalDate valueDate,
        String account,
        String statementId,
        String bankReference,
        String endToEndId,
        String creditorReference,
        String remittance,
        String counterpartyName,
        String counterpartyIban,
        String madeBy) {

    public boolean isReversal() {
        return kind.equals("reversal");
    }
}
