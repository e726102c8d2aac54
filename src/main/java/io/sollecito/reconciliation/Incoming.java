package io.sollecito.reconciliation;

import io.sollecito.model.Statement;
import io.sollecito.model.Telling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A payment as matching sees it; the amount is signed from the account owner's side.
 *
 * @param account the account that it was booked on
 * @param reversal whether its entry reverses an earlier one
 * @param charges what banks say that they kept back of it, or null
 */
public record Incoming(
        String account,
        LocalDate bookingDate,
        BigDecimal amount,
        String currency,
        boolean reversal,
        String bankReference,
        String endToEndId,
        String creditorReference,
        String remittance,
        String name,
        String iban,
        String returnReason,
        Statement.Particulars particulars) {

    /** A payment of which the bank says nothing particular. */
    public Incoming(
            String account,
            LocalDate bookingDate,
            BigDecimal amount,
            String currency,
            boolean reversal,
            String bankReference,
            String endToEndId,
            String creditorReference,
            String remittance,
            String name,
            String iban,
            String returnReason) {
        this(
                account,
                bookingDate,
                amount,
                currency,
                reversal,
                bankReference,
                endToEndId,
                creditorReference,
                remittance,
                name,
                iban,
                returnReason,
                Statement.Particulars.NONE);
    }

    public static Incoming of(Statement statement, Statement.Entry entry, Statement.Payment payment) {
        return of(statement.account(), bookingDate(statement, entry), entry, payment);
    }

    static Incoming of(String account, LocalDate booked, Statement.Entry entry, Statement.Payment payment) {
        Statement.Counterparty other = payment.counterparty();
        return new Incoming(
                account,
                booked,
                payment.amount(),
                payment.currency(),
                entry.reversal(),
                entry.bankReference(),
                payment.endToEndId(),
                payment.creditorReference(),
                payment.remittance(),
                other == null ? null : other.name(),
                other == null ? null : other.iban(),
                payment.returnReason(),
                payment.particulars());
    }

    /** When the entry was booked; banks that do not say it mean the value date or the statement's last day. */
    public static LocalDate bookingDate(Statement statement, Statement.Entry entry) {
        if (entry.bookingDate() != null) {
            return entry.bookingDate();
        }
        return entry.valueDate() != null ? entry.valueDate() : statement.closingDate();
    }

    /** The end-to-end id as far as it tells one payment from another, or null. */
    String ownId() {
        return Telling.reference(endToEndId);
    }

    /** What may name documents, the most telling first. */
    List<String> texts() {
        return Stream.of(creditorReference, remittance, ownId())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What banks kept back of it, or null. */
    BigDecimal charges() {
        return particulars.charges();
    }

    /** Money out that gives back nothing that came in: a refund, or what the hub's owner pays. */
    boolean isSpent() {
        return amount.signum() < 0 && !isReturn();
    }

    /** Money in that reverses money that went out. */
    boolean isReversedDebit() {
        return amount.signum() > 0 && (reversal || returnReason != null);
    }

    /** Whether it gives back money that came in before. */
    boolean isReturn() {
        return amount.signum() < 0 && (reversal || returnReason != null);
    }
}
