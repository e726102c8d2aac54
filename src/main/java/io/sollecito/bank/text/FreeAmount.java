package io.sollecito.bank.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts as programs of any country write them: 1,234.56, 1.234,56, 1'234.50, 1234.5, -12, 12-. */
public final class FreeAmount {

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:([.,' ])[0-9]{3}(?:\\1[0-9]{3})*)?");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}");
    private static final Pattern BEFORE_A_GROUP = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{0,10}");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");
    private static final int LONGEST = 40;

    private FreeAmount() {}

    /**
     * The amount, or null when the text is none or could be two.
     *
     * @param decimal the decimal sign, comma or point; null when only the text itself tells
     */
    public static BigDecimal of(String text, Character decimal) {
        String stripped = text == null ? "" : text.strip();
        boolean trailing = stripped.endsWith("-");
        boolean leading = stripped.startsWith("-");
        if (stripped.isEmpty() || stripped.length() > LONGEST || trailing && leading) {
            return null;
        }
        int from = leading || stripped.startsWith("+") ? 1 : 0;
        BigDecimal size = size(
                stripped.substring(from, stripped.length() - (trailing ? 1 : 0)).strip(), decimal);
        return size == null || !leading && !trailing ? size : size.negate();
    }

    /** The decimal sign that the text alone proves; null when it proves none. */
    public static Character decimalOf(String text) {
        String stripped = text == null ? "" : text.strip();
        int last = lastSign(stripped);
        if (last < 0 || of(stripped, null) == null) {
            return null;
        }
        char sign = stripped.charAt(last);
        boolean once = stripped.indexOf(sign) == last;
        return once ? (Character) sign : sign == ',' ? '.' : ',';
    }

    private static BigDecimal size(String text, Character decimal) {
        int last = lastSign(text);
        boolean decided = decimal != null;
        if (last < 0 || decided && text.charAt(last) != decimal) {
            return whole(text);
        }
        char sign = text.charAt(last);
        if (text.indexOf(sign) < last) {
            return decided ? null : whole(text);
        }
        String before = text.substring(0, last);
        String after = text.substring(last + 1);
        boolean couldGroup =
                after.length() == 3 && BEFORE_A_GROUP.matcher(before).matches();
        if (!decided && couldGroup || !DECIMALS.matcher(after).matches()) {
            return null;
        }
        BigDecimal units = before.isEmpty() && !after.isEmpty() ? BigDecimal.ZERO : whole(before);
        return units == null ? null : units.add(after.isEmpty() ? BigDecimal.ZERO : new BigDecimal("0." + after));
    }

    private static BigDecimal whole(String text) {
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (GROUPED.matcher(text).matches()) {
            String digits = NO_DIGITS.matcher(text).replaceAll("");
            return digits.length() > 18 ? null : new BigDecimal(digits);
        }
        return null;
    }

    private static int lastSign(String text) {
        return Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    }
}
