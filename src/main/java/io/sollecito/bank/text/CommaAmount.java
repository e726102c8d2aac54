package io.sollecito.bank.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts as banks write them into text: a decimal comma or point, with or without digits behind it, grouped or not. */
public final class CommaAmount {

    private static final Pattern COMMA = Pattern.compile("[0-9]{1,18},[0-9]{0,6}|,[0-9]{1,6}|[0-9]{1,18}");
    private static final Pattern GROUPED_BY_POINTS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3}){1,5},[0-9]{0,6}");
    private static final Pattern POINT = Pattern.compile("[0-9]{1,18}\\.[0-9]{0,2}");
    private static final Pattern GROUPED_BY_COMMAS = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,5}\\.[0-9]{0,6}");

    private CommaAmount() {}

    /** The amount without sign; null when the text is none or could be two: 1.234 has three decimals or three zeros missing. */
    public static BigDecimal of(String text) {
        if (COMMA.matcher(text).matches()) {
            return number(text.replace(',', '.'));
        }
        if (GROUPED_BY_POINTS.matcher(text).matches()) {
            return number(text.replace(".", "").replace(',', '.'));
        }
        if (POINT.matcher(text).matches()) {
            return number(text);
        }
        return GROUPED_BY_COMMAS.matcher(text).matches() ? number(text.replace(",", "")) : null;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }
}
