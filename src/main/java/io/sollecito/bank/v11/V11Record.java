package io.sollecito.bank.v11;

import io.sollecito.bank.RecordValues;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.model.SwissReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Where the fields of a record stand, which the two types answer differently. */
record V11Record(FixedRecord record, boolean isLong) {

    /** What records of type 3 begin with: code, participant, reference, amount, slip, three days; or a total. */
    static final Pattern SHORT =
            Pattern.compile("(?:(?:0[0-3]|1[013])[258][0-9]{46}[^\\r\\n]{10}[0-9]{18}|99[59][0-9]{9}9{27}[0-9]{24})");

    /** The same of type 4, with the currency between. */
    static final Pattern LONG =
            Pattern.compile("(?:(?:0[1-3]|[123][13])[123]|9[89][12])[0-9]{12}[0-9]{27}(?:CHF|EUR)[0-9]{12}");

    static final int SHORT_LENGTH = 100;
    static final int LONG_LENGTH = 200;

    private static final String CHF = "CHF";

    /** Null when the line is no record of either type. */
    static V11Record of(FixedRecord record) {
        if (LONG.matcher(record.text()).lookingAt()) {
            return new V11Record(record, true);
        }
        return SHORT.matcher(record.text()).lookingAt() ? new V11Record(record, false) : null;
    }

    /** A file to try the service with: no money came. */
    boolean isTest() {
        return isLong && !isTotal() && record.field(6, 6).equals("3");
    }

    boolean isTotal() {
        return record.field(1, 1).equals("9");
    }

    /** Taken back: a credit that was booked by mistake. */
    boolean isReversal() {
        return record.field(3, 3).equals(isLong ? "2" : "5");
    }

    String code() {
        return record.field(1, 3);
    }

    /** The creditor's number in the service. */
    String participant() {
        return isLong ? record.field(7, 15) : record.field(4, 12);
    }

    String currency() {
        return isLong ? record.field(43, 45) : CHF;
    }

    int amountColumn() {
        return isLong ? 46 : 40;
    }

    BigDecimal amount(RecordValues values) {
        int to = isLong ? 57 : isTotal() ? 51 : 49;
        return values.minorUnits(record, amountColumn(), to, currency());
    }

    int countColumn() {
        return isLong ? 58 : 52;
    }

    /** Of the payments that a total sums up. */
    Long count(RecordValues values) {
        return values.count(record, countColumn(), countColumn() + 11);
    }

    LocalDate creditDay(RecordValues values) {
        return isLong
                ? values.day(record, 109, RecordValues.Day.YYYYMMDD)
                : values.day(record, 72, RecordValues.Day.YYMMDD);
    }

    /** When a total's file was made. */
    LocalDate made(RecordValues values) {
        return isLong
                ? values.day(record, 70, RecordValues.Day.YYYYMMDD)
                : values.day(record, 64, RecordValues.Day.YYMMDD);
    }

    /** The 27 digits with the check digit; null when the slip had none. */
    String reference() {
        String digits = isLong ? record.field(16, 42) : record.field(13, 39);
        return digits.matches("0+") ? null : digits;
    }

    boolean referenceHolds() {
        return reference() == null || SwissReference.isValid(reference());
    }
}
