package io.sollecito.bank.norma43;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.bank.text.WrappedText;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A movement (record 22) with its texts (23) and the amount in another currency (24). */
final class Norma43Movement {

    private static final int DECIMALS = 2;

    /** Returned and unpaid items; cancelled and corrected entries. */
    private static final Set<String> REVERSALS = Set.of("14", "98");

    private final FixedRecord record;
    private final String currency;
    private final String[] texts = new String[5];
    private final WrappedText more = new WrappedText();
    private BigDecimal originalAmount;
    private String originalCurrency;

    Norma43Movement(FixedRecord record, String currency) {
        this.record = record;
        this.currency = currency;
    }

    FixedRecord record() {
        return record;
    }

    /** Signed; null when it cannot be read. */
    BigDecimal amount() {
        return signed(record, 28);
    }

    /** Sign (1 debit, 2 credit), then 12 digits and two decimals; null when it cannot be read. */
    static BigDecimal signed(FixedRecord record, int from) {
        BigDecimal amount = ImpliedDecimals.amount(record.field(from + 1, from + 14), DECIMALS);
        char sign = record.at(from);
        if (amount == null || sign < '0' || sign > '2') {
            return null;
        }
        return sign == '1' ? amount.negate() : amount;
    }

    boolean isDebit() {
        return record.at(28) == '1';
    }

    LocalDate bookingDate() {
        return ShortDate.yearFirst(record.field(11, 16));
    }

    LocalDate valueDate() {
        return ShortDate.yearFirst(record.field(17, 22));
    }

    /** Where a date stands that is none; 0 when there is no such. Banks that do not know the value date write zeros. */
    int impossibleDate() {
        if (bookingDate() == null) {
            return 11;
        }
        return valueDate() == null && !record.field(17, 22).matches("[0 ]{6}") ? 17 : 0;
    }

    /** A text of two fields, at most five times; further ones are text too. */
    void text(FixedRecord next) {
        int number = Character.digit(next.at(4), 10);
        if (next.at(3) == '0' && number >= 1 && number <= texts.length && texts[number - 1] == null) {
            texts[number - 1] = next.field(5, 80);
        } else {
            note(next.field(5, 80));
        }
    }

    void note(String text) {
        more.words(text.strip());
    }

    /** The amount in the currency in which it was ordered; whether it can be read. */
    boolean original(FixedRecord next) {
        originalCurrency = NumericCurrency.of(next.field(5, 7));
        originalAmount = ImpliedDecimals.amount(next.field(8, 21), DECIMALS);
        return originalCurrency != null && originalAmount != null;
    }

    /** Whether it says more than is kept of one movement. */
    boolean cut() {
        return more.cut();
    }

    /** @param mode of the account's information: 3 structures the texts of SEPA payments */
    Statement.Entry entry(char mode) {
        SepaTexts sepa = SepaTexts.of(mode, record.field(23, 24), texts);
        boolean knownOriginal = originalAmount != null && originalAmount.signum() != 0 && originalCurrency != null;
        Payment payment = new Payment(
                amount(),
                currency,
                sepa == null ? null : sepa.endToEndId(),
                null,
                remittance(sepa),
                sepa == null || sepa.name() == null ? null : new Counterparty(sepa.name(), null),
                null,
                new Particulars(
                        record.field(23, 24) + "/" + record.field(25, 27),
                        null,
                        knownOriginal ? originalAmount : null,
                        knownOriginal ? originalCurrency : null));
        return new Statement.Entry(
                bookingDate(),
                valueDate(),
                amount(),
                currency,
                REVERSALS.contains(record.field(23, 24)),
                references().findFirst().orElse(null),
                List.of(payment));
    }

    /** Document number, reference 1, reference 2, as far as they are given. */
    private Stream<String> references() {
        return Stream.of(record.value(43, 52), record.value(53, 64), record.value(65, 80))
                .filter(Objects::nonNull)
                .filter(reference -> !reference.matches("0+"));
    }

    private String remittance(SepaTexts sepa) {
        WrappedText all = new WrappedText();
        if (sepa == null) {
            Stream.of(texts).filter(Objects::nonNull).forEach(all::field);
        } else {
            all.words(sepa.remittance());
        }
        references().skip(1).forEach(all::words);
        all.words(more.value());
        return all.value();
    }
}
