package io.sollecito.truth;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a document's number as a phrase says: {@code full} as printed, {@code plain} without separators, {@code blank},
 * {@code dot}, {@code dash}, {@code slash}, {@code under} with other separators, {@code lower}, {@code digits} only,
 * {@code n} and {@code nz} the serial number without and with its zeros, {@code tail} its last two digits, {@code split} with a blank inside, {@code yy},
 * {@code yyyy}, {@code d}, {@code month} of its issue, {@code due} the month due, {@code customer} the debtor's number.
 */
final class Spelling {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final String SEPARATORS = "[-/. _]+";

    private Spelling() {}

    static String of(String phrase, Bill bill) {
        Matcher variable = VARIABLE.matcher(phrase);
        return variable.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(), bill)));
    }

    private static String value(String name, String unknown, Bill bill) {
        String number = bill.number();
        Language language = bill.customer().language();
        return switch (name) {
            case "full" -> number;
            case "plain" -> number.replaceAll(SEPARATORS, "");
            case "blank" -> number.replaceAll(SEPARATORS, " ");
            case "dot" -> number.replaceAll(SEPARATORS, ".");
            case "dash" -> number.replaceAll(SEPARATORS, "-");
            case "slash" -> number.replaceAll(SEPARATORS, "/");
            case "under" -> number.replaceAll(SEPARATORS, "_");
            case "lower" -> number.toLowerCase(Locale.ROOT);
            case "digits" -> number.replaceAll("[^0-9]", "");
            case "n" -> String.valueOf(bill.serial());
            case "nz" -> bill.style().zeros(bill.serial());
            case "tail" -> tail(bill.serial());
            case "split" -> split(number);
            case "yy" -> String.format(Locale.ROOT, "%02d", bill.issued().getYear() % 100);
            case "yyyy" -> String.valueOf(bill.issued().getYear());
            case "d" -> language.date(bill.issued());
            case "month" -> language.month(bill.issued().getMonth());
            case "due" -> language.month(bill.first().dueDate().getMonth());
            case "customer" -> bill.customer().master().debtor();
            default -> unknown;
        };
    }

    /** The last two digits, as the end of a range. */
    private static String tail(long serial) {
        return String.format(Locale.ROOT, "%02d", serial % 100);
    }

    /** With a blank before its last three characters. */
    private static String split(String number) {
        return number.length() < 6
                ? number
                : number.substring(0, number.length() - 3) + " " + number.substring(number.length() - 3);
    }
}
