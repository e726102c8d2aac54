package io.sollecito.bank;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.bank.text.PlainText;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The values of fixed records; what cannot be read is told with its place and reads as null. */
public final class RecordValues {

    /** How a day is written. */
    public enum Day {
        YYYYMMDD,
        DDMMYY,
        YYMMDD;

        private int end(int from) {
            return from + name().length() - 1;
        }
    }

    private static final int MOST_DIGITS_OF_A_COUNT = 18;

    private final RecordProblems problems;

    public RecordValues(RecordProblems problems) {
        this.problems = problems;
    }

    /** A text without control characters and runs of blanks; null when there is none. */
    public static String text(FixedRecord record, int from, int to) {
        return PlainText.of(record.field(from, to));
    }

    /** An identifier without its leading zeros; null when there is nothing else. */
    public static String number(FixedRecord record, int from, int to) {
        String text = text(record, from, to);
        String number = text == null ? "" : text.replaceFirst("^0+", "");
        return number.isEmpty() ? null : number;
    }

    /** An amount in the currency's smallest unit, digits only; null and told when it is none. */
    public BigDecimal minorUnits(FixedRecord record, int from, int to, String currency) {
        String digits = record.field(from, to).strip();
        BigDecimal amount = ImpliedDecimals.amount(digits, Amounts.decimals(currency));
        if (amount == null) {
            problems.at(record, from, "'" + digits + "' is no amount of digits alone");
        }
        return amount;
    }

    /** A number of records or payments; null and told when it is none. */
    public Long count(FixedRecord record, int from, int to) {
        String digits = record.field(from, to).strip();
        BigDecimal count = digits.length() > MOST_DIGITS_OF_A_COUNT ? null : ImpliedDecimals.amount(digits, 0);
        if (count == null) {
            problems.at(record, from, "'" + digits + "' is no number");
            return null;
        }
        return count.longValueExact();
    }

    /** A day; null without problem when the field is blank or zeros, null and told when there is no such day. */
    public LocalDate day(FixedRecord record, int from, Day form) {
        return record.field(from, form.end(from)).matches("[0 ]+") ? null : requiredDay(record, from, form);
    }

    /** A day; null and told when it is none. */
    public LocalDate requiredDay(FixedRecord record, int from, Day form) {
        String written = record.field(from, form.end(from));
        LocalDate day = switch (form) {
            case YYYYMMDD -> wholeYear(written);
            case DDMMYY -> ShortDate.dayFirst(written);
            case YYMMDD -> ShortDate.yearFirst(written);
        };
        if (day == null) {
            problems.at(record, from, "'" + written.strip() + "' is no date of the form " + form);
        }
        return day;
    }

    private static LocalDate wholeYear(String written) {
        if (!written.matches("[0-9]{8}")) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(written.substring(0, 4)),
                    Integer.parseInt(written.substring(4, 6)),
                    Integer.parseInt(written.substring(6)));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Tells that what the bank counted is not what came. */
    public void compare(FixedRecord record, int column, String what, Object told, Object found) {
        if (told != null && !told.equals(found)) {
            problem(record, column, what + ": the file says " + told + ", but it holds " + found);
        }
    }

    public void problem(FixedRecord record, int column, String message) {
        problems.at(record, column, message);
    }
}
