package io.sollecito.bank.mt;

import io.sollecito.bank.text.CommaAmount;
import io.sollecito.model.Amounts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a payment was before exchange and charges: {@code /OCMT/USD1234,56//CHGS/EUR0,50/}. */
final class Charges {

    private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3})\\s*([0-9.,]{1,30})/?");
    private static final Pattern PART = Pattern.compile("/(OCMT|CHGS|OAMT|EXCH)/([^/]*)/?");

    private Charges() {}

    /** Reads supplementary details; whether they are nothing else. */
    static boolean are(String text, Narrative into) {
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            read(part.group(1), part.group(2), into);
            end = part.end();
        }
        return end > 0 && end == text.length();
    }

    static void read(String key, String value, Narrative into) {
        Matcher amount = AMOUNT.matcher(value.strip());
        if (!amount.matches() || !Amounts.isCurrency(amount.group(1))) {
            return;
        }
        switch (key) {
            case "CHGS", "OCHG" -> into.charges(CommaAmount.of(amount.group(2)));
            case "OCMT", "OAMT" -> into.original(CommaAmount.of(amount.group(2)), amount.group(1));
            default -> {
                // rates and other amounts
            }
        }
    }
}
