package io.sollecito.bank.mt;

import io.sollecito.bank.text.CommaAmount;
import io.sollecito.bank.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SEPA keywords in remittance text, as the German banks' rules for MT940 list them: EREF+ (end-to-end id), KREF+ (the
 * customer's), MREF+ (mandate), CRED+ and DEBT+ (ids of the parties), COAM+ (charges of a return), OAMT+ (the returned amount),
 * SVWZ+ (what the payer wrote), ABWA+ and ABWE+ (other payer or payee), IBAN+, BIC+, PURP+.
 */
final class Keywords {

    private static final Pattern KEY = Pattern.compile(
            "(?<![A-Z0-9])(EREF|KREF|MREF|BREF|RREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RCUR|SQTP|DDAT|NRTX)\\+");

    /** How cooperative banks wrote it before, in the midst of the text, which stays as it is. */
    private static final Pattern END_TO_END_BEFORE = Pattern.compile("(?<![A-Z0-9])EREF: ([A-Za-z0-9-]{1,35})");

    private Keywords() {}

    static boolean begins(String text) {
        return KEY.matcher(text).lookingAt();
    }

    static boolean areIn(String text) {
        return KEY.matcher(text).find();
    }

    /** Takes the text apart; one without keywords is all remittance. */
    static void read(String text, Narrative into) {
        Matcher key = KEY.matcher(text);
        List<String> rest = new ArrayList<>();
        int from = 0;
        String current = "SVWZ";
        while (key.find()) {
            take(current, text.substring(from, key.start()), into, rest);
            current = key.group(1);
            from = key.end();
        }
        take(current, text.substring(from), into, rest);
        if (into.remittance() == null) {
            rest.forEach(into::words);
        }
        Matcher before = END_TO_END_BEFORE.matcher(text);
        if (into.endToEndId() == null && before.find()) {
            into.endToEndId(before.group(1));
        }
    }

    private static void take(String key, String value, Narrative into, List<String> rest) {
        String plain = PlainText.of(value);
        if (plain == null) {
            return;
        }
        switch (key) {
            case "SVWZ" -> into.words(plain);
            case "EREF" -> into.endToEndId(plain);
            case "IBAN" -> into.account(plain);
            case "ABWA" -> into.words(plain);
            case "COAM" -> into.charges(CommaAmount.of(number(plain)));
            case "OAMT" -> into.original(CommaAmount.of(number(plain)), currency(plain));
            default -> rest.add(key + "+" + plain);
        }
    }

    private static String number(String text) {
        return text.replaceAll("[A-Z ]", "");
    }

    private static String currency(String text) {
        Matcher currency = Pattern.compile("[A-Z]{3}").matcher(text);
        return currency.find() ? currency.group() : null;
    }
}
