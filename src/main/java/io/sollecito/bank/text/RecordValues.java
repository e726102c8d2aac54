package io.sollecito.bank.text;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.StatementSink;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The values of fixed records; what cannot be read is told with its place and reads as null. */
public final class RecordValues {

    /** How a day is written. */
    public enum Day {
        YYYYMMDD,
        DDMMYY,
        YYMMDD
    }

    private static final String ASK_AGAIN = "ask the bank for the file again; it is taken whole or not at all";
    private static final int LONGEST_EXCERPT = 200;
    private static final int FIRST_YEAR_OF_LAST_CENTURY = 80;

    private final String file;
    private final StatementSink sink;

    public RecordValues(String file, StatementSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** An amount in the currency's smallest unit, digits only; null and told when it is none. */
    public BigDecimal minorUnits(FixedRecord record, int from, int to, String currency) {
        BigInteger digits = digits(record, from, to);
        return digits == null ? null : new BigDecimal(digits, Amounts.decimals(currency));
    }

    /** A number of records or payments; null and told when it is none. */
    public Long count(FixedRecord record, int from, int to) {
        BigInteger digits = digits(record, from, to);
        return digits == null ? null : (Long) digits.longValue();
    }

    private BigInteger digits(FixedRecord record, int from, int to) {
        String raw = record.raw(from, to).strip();
        if (raw.isEmpty() || !raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            problem(record, from, "'" + raw + "' is no number of digits");
            return null;
        }
        return new BigInteger(raw);
    }

    /** A day; null without problem when the field is blank or zeros, null and told when there is no such day. */
    public LocalDate day(FixedRecord record, int from, Day form) {
        String raw = record.raw(from, from + form.name().length() - 1).strip();
        if (raw.isEmpty() || raw.chars().allMatch(c -> c == '0')) {
            return null;
        }
        try {
            return day(raw, form);
        } catch (DateTimeException | NumberFormatException none) {
            problem(record, from, "'" + raw + "' is no day");
            return null;
        }
    }

    private static LocalDate day(String raw, Day form) {
        if (raw.length() != form.name().length()) {
            throw new DateTimeException("too short");
        }
        return switch (form) {
            case YYYYMMDD -> LocalDate.of(part(raw, 0, 4), part(raw, 4, 6), part(raw, 6, 8));
            case DDMMYY -> LocalDate.of(year(part(raw, 4, 6)), part(raw, 2, 4), part(raw, 0, 2));
            case YYMMDD -> LocalDate.of(year(part(raw, 0, 2)), part(raw, 2, 4), part(raw, 4, 6));
        };
    }

    /** A year of two digits: 80 to 99 were in the last century. */
    public static int year(int twoDigits) {
        return twoDigits >= FIRST_YEAR_OF_LAST_CENTURY ? 1900 + twoDigits : 2000 + twoDigits;
    }

    private static int part(String raw, int from, int to) {
        String digits = raw.substring(from, to);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new DateTimeException("no digits");
        }
        return Integer.parseInt(digits);
    }

    /** Tells that what the bank counted is not what came. */
    public void compare(FixedRecord record, int column, String what, Object told, Object found) {
        if (told != null && !told.equals(found)) {
            problem(record, column, what + ": the file says " + told + ", but it holds " + found);
        }
    }

    public void problem(FixedRecord record, int column, String message) {
        sink.problem(at(record, column, message));
    }

    /** Why nothing of the file counts. */
    public DamagedFile damaged(FixedRecord record, int column, String message) {
        return new DamagedFile(at(record, column, message));
    }

    private Problem at(FixedRecord record, int column, String message) {
        String excerpt =
                record.line().length() > LONGEST_EXCERPT ? null : record.line().replaceAll("\\p{Cntrl}", " ");
        return new Problem(file, record.number(), column, message.replaceAll("\\p{Cntrl}", " "), excerpt, ASK_AGAIN);
    }
}
