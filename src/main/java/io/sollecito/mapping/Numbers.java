package io.sollecito.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * How a source writes numbers. Every character must be accounted for: {@code 1.23} is no number where the point groups
 * thousands.
 *
 * @param grouping the thousands separator, or 0 when there is none
 * @param trailingMinus whether {@code 119,00-} is negative
 * @param extraZeros whether zeros beyond the currency's decimals are allowed ({@code 1190.0000})
 * @param parentheses whether {@code (119.00)} is negative
 * @param symbols texts before or after a number that mean nothing for it, such as a currency's sign
 * @param scale how many of the last digits are decimals although no sign says so
 */
record Numbers(
        char decimal,
        char grouping,
        boolean trailingMinus,
        boolean extraZeros,
        boolean parentheses,
        List<String> symbols,
        int scale) {

    static final Numbers PLAIN = new Numbers('.', (char) 0, false, false, false, List.of(), 0);

    /** What the ledger's columns hold before the decimal point. */
    private static final int MOST_DIGITS = 18;

    /** The number, or null when the text is not fully understood as one. */
    BigDecimal parse(String cell) {
        String text = symbols.isEmpty() ? cell : withoutSymbol(cell);
        if (parentheses && text.length() > 2 && text.charAt(0) == '(' && text.charAt(text.length() - 1) == ')') {
            String inside = text.substring(1, text.length() - 1);
            BigDecimal number = inside.charAt(0) == '-' ? null : parseSigned(withoutSymbol(inside));
            return number == null ? null : number.negate();
        }
        return parseSigned(text);
    }

    /** With the decimals that the text does not show. */
    BigDecimal scaled(BigDecimal number) {
        return scale == 0 ? number : number.movePointLeft(scale);
    }

    private String withoutSymbol(String text) {
        for (String symbol : symbols) {
            if (text.startsWith(symbol)) {
                return text.substring(symbol.length()).strip();
            }
            if (text.startsWith("-" + symbol)) {
                return "-" + text.substring(symbol.length() + 1).strip();
            }
            if (text.endsWith(symbol)) {
                return text.substring(0, text.length() - symbol.length()).strip();
            }
        }
        return text;
    }

    private BigDecimal parseSigned(String text) {
        int start = 0;
        int end = text.length();
        boolean negative = false;
        if (end > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            start = 1;
        } else if (trailingMinus && end > 0 && text.charAt(end - 1) == '-') {
            negative = true;
            end--;
        }
        BigDecimal number = unsigned(text, start, end);
        if (number == null || scale > 0 && number.scale() > 0) {
            return null;
        }
        return scaled(negative ? number.negate() : number);
    }

    /** For problems, such as {@code decimal ',', grouping '.'}. */
    String described() {
        return "decimal '" + decimal + "', " + (grouping == 0 ? "no grouping" : "grouping '" + grouping + "'")
                + (scale == 0 ? "" : ", " + scale + " implied decimals");
    }

    private BigDecimal unsigned(String text, int start, int end) {
        int point = text.indexOf(decimal, start);
        int whole = point < 0 || point >= end ? end : point;
        int before = wholeDigits(text, start, whole);
        int after = decimals(text, whole, end);
        boolean isNumber = before >= 0 && after >= 0 && before + after > 0;
        if (!isNumber || before > MOST_DIGITS || before + after >= 2 * MOST_DIGITS) {
            return null;
        }
        return before + after <= MOST_DIGITS
                ? BigDecimal.valueOf(digits(text, start, end), after)
                : new BigDecimal(new BigInteger(text.substring(start, end).replaceAll("[^0-9]", "")), after);
    }

    /** How many digits stand before the decimal sign; -1 when they do not make a whole number. */
    private int wholeDigits(String text, int start, int end) {
        boolean grouped = false;
        int sinceGroup = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
                sinceGroup++;
            } else if (isGrouping(c) && sinceGroup >= 1 && sinceGroup <= 3 && (!grouped || sinceGroup == 3)) {
                grouped = true;
                sinceGroup = 0;
            } else {
                return -1;
            }
        }
        return !grouped || sinceGroup == 3 ? digits : -1;
    }

    /** How many digits stand behind the decimal sign; -1 when there is one and not only digits behind it. */
    private static int decimals(String text, int point, int end) {
        for (int i = point + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
        }
        return point == end ? 0 : point == end - 1 ? -1 : end - point - 1;
    }

    /** The digits as one number, whatever stands between them; at most 18 of them. */
    private static long digits(String text, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                number = number * 10 + c - '0';
            }
        }
        return number;
    }

    /** A grouping space may be written as a no-break space, as spreadsheets do. */
    private boolean isGrouping(char c) {
        return grouping != 0 && (c == grouping || grouping == ' ' && (c == '\u00a0' || c == '\u202f'));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
