package io.sollecito.bank.cbi;

import io.sollecito.bank.text.AccountNumber;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.bank.text.WrappedText;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A movement (record 62) and what its records 63 say: of one of the structures that a flag in positions 14 to 16 names, or
 * free text from position 14.
 */
final class CbiMovement {

    /** Unpaid direct debits and bills, returned cheques, entries taken back: CBI's (ABI's) codes of causes. */
    private static final Set<String> REVERSALS = Set.of("08", "42", "57", "68");

    private static final String NO_CHEQUE = "0+";

    private final FixedRecord record;
    private final String currency;
    private final WrappedText reconciliation = new WrappedText();
    private final WrappedText free = new WrappedText();
    private final WrappedText more = new WrappedText();
    private String name;
    private String account;
    private String endToEndId;
    private BigDecimal originalAmount;
    private String originalCurrency;
    private BigDecimal charges = BigDecimal.ZERO;

    CbiMovement(FixedRecord record, String currency) {
        this.record = record;
        this.currency = currency;
    }

    FixedRecord record() {
        return record;
    }

    /** Signed; null when it cannot be read. */
    BigDecimal amount() {
        return CbiAmount.signed(record, 26);
    }

    LocalDate valueDate() {
        return ShortDate.dayFirst(record.field(14, 19));
    }

    LocalDate bookingDate() {
        return ShortDate.dayFirst(record.field(20, 25));
    }

    /** Where a date stands that is none; 0 when there is no such. */
    int impossibleDate() {
        if (bookingDate() == null) {
            return 20;
        }
        return valueDate() == null && !record.field(14, 19).matches("[0 ]{6}") ? 14 : 0;
    }

    /** A record 63. */
    void information(FixedRecord next) {
        switch (next.field(14, 16)) {
            case "KKK" -> more.words(next.value(17, 39));
            case "YYY" -> {
                name = first(name, next.value(41, 80));
                more.words(next.value(25, 40));
            }
            case "YY2" -> account = first(account, AccountNumber.of(next.value(67, 100)));
            case "ZZ1" -> foreign(next);
            case "ZZ2" -> name = first(name, next.value(17, 120));
            case "ZZ3" -> {
                if (amount().signum() < 0) {
                    name = next.value(17, 66) == null ? name : next.value(17, 66);
                }
                more.words(next.value(67, 120));
            }
            case "ID1" -> {
                endToEndId = first(endToEndId, next.value(52, 86));
                more.words(endToEndId == null ? next.value(17, 51) : null);
            }
            case "RI1", "RI2" -> reconciliation.field(next.field(17, 120));
            default -> free.field(next.field(14, 120));
        }
    }

    /** A record that is not known. */
    void note(FixedRecord next) {
        more.words(next.text().strip());
    }

    /** Original amount and currency; settled; negotiated; rate; commissions and expenses that the amount lacks. */
    private void foreign(FixedRecord next) {
        BigDecimal original = CbiAmount.of(next.field(17, 34));
        String code = next.value(35, 37);
        if (original != null && original.signum() != 0 && Amounts.isCurrency(code)) {
            originalAmount = original;
            originalCurrency = code;
        }
        for (BigDecimal part :
                new BigDecimal[] {CbiAmount.of(next.field(92, 104)), CbiAmount.of(next.field(105, 117))}) {
            charges = part == null ? charges : charges.add(part);
        }
    }

    private static String first(String known, String next) {
        return known == null ? next : known;
    }

    /** Whether it says more than is kept of one movement. */
    boolean cut() {
        return reconciliation.cut() || free.cut() || more.cut();
    }

    Statement.Entry entry() {
        String cause = record.field(42, 43).strip();
        String bankCause = record.value(44, 45);
        Payment payment = new Payment(
                amount(),
                currency,
                endToEndId,
                null,
                remittance(),
                name == null && account == null ? null : new Counterparty(name, account),
                null,
                new Particulars(
                        bankCause == null ? cause : cause + "/" + bankCause,
                        charges.signum() == 0 ? null : charges,
                        originalAmount,
                        originalCurrency));
        return new Statement.Entry(
                bookingDate(),
                valueDate(),
                amount(),
                currency,
                REVERSALS.contains(cause),
                record.value(62, 77),
                List.of(payment));
    }

    /** What the ordering party wrote, then the bank's description and the rest of what is said. */
    private String remittance() {
        WrappedText all = new WrappedText();
        all.words(reconciliation.value());
        all.words(record.value(78, 120));
        all.words(free.value());
        String cheque = record.value(46, 61);
        all.words(cheque == null || cheque.matches(NO_CHEQUE) ? null : cheque);
        all.words(more.value());
        return all.value();
    }
}
