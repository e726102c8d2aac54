package io.sollecito.bank.nets;

import io.sollecito.bank.RecordValues;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.PlainText;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** One transaction of OCR giro; a reversal carries a minus. */
final class OcrPayment {

    private final FixedRecord first;
    private final LocalDate day;
    private final String part;
    private final BigDecimal amount;
    private String payer;
    private String text;

    OcrPayment(FixedRecord first, RecordValues values) {
        this.first = first;
        this.day = values.day(first, 16, RecordValues.Day.DDMMYY);
        this.part = first.field(26, 26).strip();
        BigDecimal read = values.minorUnits(first, 33, 49, OcrAssignment.NOK);
        BigDecimal given = read == null ? BigDecimal.ZERO : read;
        this.amount = first.field(32, 32).equals("-") ? given.negate() : given;
    }

    LocalDate day() {
        return day;
    }

    /** Of the day's settlement. */
    String part() {
        return part;
    }

    boolean isBookedWith(LocalDate otherDay, String otherPart) {
        return Objects.equals(day, otherDay) && part.equals(otherPart);
    }

    boolean isOf(FixedRecord record) {
        return record.field(9, 15).equals(first.field(9, 15));
    }

    void detail(FixedRecord record, String type) {
        if (type.equals("31")) {
            String account = RecordValues.text(record, 48, 58);
            payer = account == null || account.matches("0+") ? null : account;
        } else {
            text = PlainText.joined(text, RecordValues.text(record, 16, 55));
        }
    }

    Statement.Payment done() {
        return new Statement.Payment(
                amount,
                OcrAssignment.NOK,
                null,
                RecordValues.text(first, 50, 74),
                text,
                payer == null ? null : new Statement.Counterparty(null, payer),
                null,
                new Statement.Particulars(first.field(5, 6), null, null, null));
    }
}
