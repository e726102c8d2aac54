package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A bank statement (camt {@code Stmt}, an MT940 message). Amounts are signed from the account owner's side.
 *
 * @param account the IBAN, else the account number as given
 * @param statementId as the bank numbers it; banks reuse it
 * @param balanced whether opening + entries = closing; null when a balance is missing
 */
public record Statement(
        String account,
        String statementId,
        String currency,
        LocalDate openingDate,
        BigDecimal openingBalance,
        LocalDate closingDate,
        BigDecimal closingBalance,
        Boolean balanced,
        List<Entry> entries) {

    public Statement {
        entries = List.copyOf(entries);
    }

    /** One booked entry (camt {@code Ntry}); a reversed credit is negative and {@code reversal}. */
    public record Entry(
            LocalDate bookingDate,
            LocalDate valueDate,
            BigDecimal amount,
            String currency,
            boolean reversal,
            String bankReference,
            List<Payment> payments) {
        public Entry {
            payments = List.copyOf(payments);
        }
    }

    /** One transaction of an entry (camt {@code TxDtls}); an entry without details is one payment. */
    public record Payment(
            BigDecimal amount,
            String currency,
            String endToEndId,
            String creditorReference,
            String remittance,
            Counterparty counterparty,
            String returnReason,
            Particulars particulars) {

        /** A payment of which the bank says nothing particular. */
        public Payment(
                BigDecimal amount,
                String currency,
                String endToEndId,
                String creditorReference,
                String remittance,
                Counterparty counterparty,
                String returnReason) {
            this(
                    amount,
                    currency,
                    endToEndId,
                    creditorReference,
                    remittance,
                    counterparty,
                    returnReason,
                    Particulars.NONE);
        }
    }

    /**
     * What else the bank says of a payment; each may be null.
     *
     * @param transactionCode the bank's code of its kind: camt {@code BkTxCd} as domain/family/sub-family, SWIFT type, business transaction code
     * @param charges kept back by banks, more than zero, in the payment's currency
     * @param originalAmount as instructed, before exchange and charges
     * @param collective of how many payments this is the sum, where the bank says so and does not list them
     */
    public record Particulars(
            String transactionCode,
            BigDecimal charges,
            BigDecimal originalAmount,
            String originalCurrency,
            Integer collective) {

        public static final Particulars NONE = new Particulars(null, null, null, null);

        /** Of a payment that is one. */
        public Particulars(
                String transactionCode, BigDecimal charges, BigDecimal originalAmount, String originalCurrency) {
            this(transactionCode, charges, originalAmount, originalCurrency, null);
        }

        /** Of the sum of so many payments. */
        public static Particulars collective(int payments) {
            return new Particulars(null, null, null, null, payments);
        }
    }

    /** Who paid or was paid, as far as the bank says; either may be null. */
    public record Counterparty(String name, String iban) {}
}
