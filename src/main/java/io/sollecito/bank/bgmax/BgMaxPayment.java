package io.sollecito.bank.bgmax;

import io.sollecito.bank.RecordValues;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.PlainText;
import io.sollecito.model.Statement;
import java.math.BigDecimal;

/**
 * A payment (20) or deduction (21) and the records that belong to it. Its reference is structured when Bankgirot checked it
 * (OCR, reference code 2); else, and for extra references (22, 23), it is part of the text.
 */
final class BgMaxPayment {

    private static final String CHECKED_OCR = "2";
    private static final int MOST_TEXT = 20_000;

    private final RecordValues values;
    private final String currency;
    private final BigDecimal amount;
    private final String ocr;
    private final String bankgiro;
    private final String code;
    private final StringBuilder text = new StringBuilder();
    private String name;
    private boolean full;

    BgMaxPayment(FixedRecord record, RecordValues values, String currency, boolean deduction) {
        this.values = values;
        this.currency = currency;
        BigDecimal read = values.minorUnits(record, 38, 55, currency);
        BigDecimal given = read == null ? BigDecimal.ZERO : read;
        this.amount = deduction ? given.negate() : given;
        String reference = RecordValues.text(record, 13, 37);
        boolean checked = CHECKED_OCR.equals(RecordValues.text(record, 56, 56));
        this.ocr = checked ? reference : null;
        if (!checked) {
            append(record, reference);
        }
        this.bankgiro = RecordValues.number(record, 3, 12);
        String channel = RecordValues.text(record, 57, 57);
        this.code = channel == null ? record.field(1, 2) : record.field(1, 2) + "/" + channel;
    }

    void detail(FixedRecord record, String type) {
        switch (type) {
            case "22", "23" -> append(record, RecordValues.text(record, 13, 37));
            case "25" -> append(record, RecordValues.text(record, 3, 52));
            case "26" ->
                name = PlainText.joined(name, RecordValues.text(record, 3, 37), RecordValues.text(record, 38, 72));
            default -> {
                // address and organisation number: the debtor's own data are the ERP's
            }
        }
    }

    private void append(FixedRecord record, String more) {
        if (more == null || full) {
            return;
        }
        if (text.length() + more.length() > MOST_TEXT) {
            values.problem(record, 1, "a payment has more than " + MOST_TEXT + " characters of text");
            full = true;
            return;
        }
        text.append(text.length() == 0 ? "" : " ").append(more);
    }

    Statement.Payment done() {
        Statement.Counterparty other =
                name == null && bankgiro == null ? null : new Statement.Counterparty(name, bankgiro);
        return new Statement.Payment(
                amount,
                currency,
                null,
                ocr,
                text.length() == 0 ? null : text.toString(),
                other,
                null,
                new Statement.Particulars(code, null, null, null));
    }
}
