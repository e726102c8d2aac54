package io.sollecito.bank.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iban4j.IbanUtil;

/** Account numbers as banks write them into text: with blanks, with a bank's code before or a currency behind. */
public final class AccountNumber {

    private static final Pattern CURRENCY_BEHIND = Pattern.compile("(.*[0-9].*?)\\s*([A-Z]{3})");
    private static final Pattern LIKE_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}");

    private static final int LONGEST = 100;

    private AccountNumber() {}

    /** The IBAN in the text, without blanks; else the text as given; null for none. */
    public static String of(String text) {
        String iban = iban(text);
        if (iban != null) {
            return iban;
        }
        String number = text == null ? "" : text.strip();
        return number.isEmpty() || number.equals("NOTPROVIDED") ? null : number;
    }

    /** The IBAN that the text is, or holds before a currency or behind a bank's code; null when there is none. */
    public static String iban(String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        for (String part : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT).split("/")) {
            Matcher behind = CURRENCY_BEHIND.matcher(part);
            if (isIban(part)) {
                return part;
            }
            if (behind.matches() && isIban(behind.group(1))) {
                return behind.group(1);
            }
        }
        return null;
    }

    /** The currency behind an account number; null when there is none. */
    public static String currencyBehind(String text) {
        Matcher behind = CURRENCY_BEHIND.matcher(text.strip());
        return text.length() <= LONGEST && behind.matches() ? behind.group(2) : null;
    }

    /** Whether the text has an IBAN's form and check digits. */
    public static boolean isIban(String text) {
        return LIKE_IBAN.matcher(text).matches() && IbanUtil.isValid(text);
    }
}
