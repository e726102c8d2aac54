package io.sollecito.bank.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Amounts that are written as digits alone, with decimals that everybody knows of. Anything else is null. */
public final class ImpliedDecimals {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,30}");
    private static final String POSITIVE = "{ABCDEFGHI";
    private static final String NEGATIVE = "}JKLMNOPQR";

    private ImpliedDecimals() {}

    public static BigDecimal amount(String digits, int decimals) {
        return DIGITS.matcher(digits).matches() ? new BigDecimal(new BigInteger(digits), decimals) : null;
    }

    /** The last digit carries the sign too: {, A to I are 0 to 9 positive; }, J to R are 0 to 9 negative. */
    public static BigDecimal overpunched(String text, int decimals) {
        if (text.isEmpty()) {
            return null;
        }
        char last = text.charAt(text.length() - 1);
        boolean negative = NEGATIVE.indexOf(last) >= 0;
        int digit = negative ? NEGATIVE.indexOf(last) : POSITIVE.indexOf(last);
        if (digit < 0) {
            return amount(text, decimals);
        }
        BigDecimal amount = amount(text.substring(0, text.length() - 1) + digit, decimals);
        return amount == null || !negative ? amount : amount.negate();
    }
}
