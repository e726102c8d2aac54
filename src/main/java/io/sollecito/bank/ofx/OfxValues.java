package io.sollecito.bank.ofx;

import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FreeAmount;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of OFX elements; what cannot be read is told with its place and reads as null. */
final class OfxValues {

    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ]?[0-9:.]*)?\\s*(?:[Z]|\\[.*|[+-][0-9:]+)?");

    private static final int MOST_DAYS = 1000;

    private final String file;
    private final StatementSink sink;
    private final Map<String, LocalDate> days = new HashMap<>();

    OfxValues(String file, StatementSink sink) {
        this.file = file;
        this.sink = sink;
    }

    void problem(OfxVisitor.Place place, String message, String remedy) {
        sink.problem(new Problem(file, place.line(), place.column(), message, null, remedy));
    }

    /** The day as the bank wrote it, whatever its time zone. */
    LocalDate day(String text, OfxVisitor.Place place) {
        LocalDate known = days.get(text);
        if (known != null) {
            return known;
        }
        LocalDate day = read(text, place);
        if (day != null && days.size() < MOST_DAYS) {
            days.put(text, day);
        }
        return day;
    }

    private LocalDate read(String text, OfxVisitor.Place place) {
        if (text == null || text.matches("0+")) {
            return null;
        }
        Matcher day = DAY.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
        } catch (DateTimeException none) {
            // told below
        }
        problem(place, "'" + text + "' is no day", "a day such as 20260218, or with its time 20260218120000[-3:BRT]");
        return null;
    }

    /** A signed amount; with point or comma, which OFX leaves to the bank. */
    BigDecimal amount(String text, OfxVisitor.Place place) {
        BigDecimal amount = FreeAmount.of(text, null);
        if (amount == null) {
            problem(
                    place,
                    "'" + text + "' is no amount" + (hasThree(text) ? ", or could be two" : ""),
                    "digits with a sign before and a decimal point or comma");
        }
        return amount;
    }

    private static boolean hasThree(String text) {
        return text != null && text.strip().matches("[+-]?[0-9]{1,3}[.,][0-9]{3}");
    }

    String currency(String text, OfxVisitor.Place place) {
        if (Amounts.isCurrency(text)) {
            return text;
        }
        problem(place, "'" + text + "' is no currency", "an ISO 4217 code such as EUR");
        return null;
    }
}
