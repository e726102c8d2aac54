package io.sollecito.mapping;

import java.math.BigDecimal;

/**
 * How a source writes numbers. Every character must be accounted for: {@code 1.23} is no number where the point groups
 * thousands.
 *
 * @param grouping the thousands separator, or 0 when there is none
 * @param trailingMinus whether {@code 119,00-} is negative
 * @param extraZeros whether zeros beyond the currency's decimals are allowed ({@code 1190.0000})
 */
record Numbers(char decimal, char grouping, boolean trailingMinus, boolean extraZeros) {

    static final Numbers PLAIN = new Numbers('.', (char) 0, false, false);

    /** What the ledger's columns hold before the decimal point. */
    private static final int MOST_DIGITS = 18;

    /** The number, or null when the text is not fully understood as one. */
    BigDecimal parse(String text) {
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
        String plain = plainDigits(text, start, end);
        if (plain == null) {
            return null;
        }
        BigDecimal number = new BigDecimal(plain);
        return negative ? number.negate() : number;
    }

    /** For problems, such as {@code decimal ',', grouping '.'}. */
    String described() {
        return "decimal '" + decimal + "', " + (grouping == 0 ? "no grouping" : "grouping '" + grouping + "'");
    }

    private String plainDigits(String text, int start, int end) {
        StringBuilder plain = new StringBuilder(end - start);
        int point = text.indexOf(decimal, start);
        int whole = point < 0 || point >= end ? end : point;
        if (!appendWhole(plain, text, start, whole) || plain.length() > MOST_DIGITS) {
            return null;
        }
        if (whole < end) {
            plain.append('.');
            for (int i = whole + 1; i < end; i++) {
                if (!isDigit(text.charAt(i))) {
                    return null;
                }
                plain.append(text.charAt(i));
            }
        }
        boolean endsInDigit = plain.length() > 0 && isDigit(plain.charAt(plain.length() - 1));
        return endsInDigit && plain.length() <= 2 * MOST_DIGITS ? plain.toString() : null;
    }

    private boolean appendWhole(StringBuilder plain, String text, int start, int end) {
        boolean grouped = false;
        int sinceGroup = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                plain.append(c);
                sinceGroup++;
            } else if (isGrouping(c) && sinceGroup >= 1 && sinceGroup <= 3 && (!grouped || sinceGroup == 3)) {
                grouped = true;
                sinceGroup = 0;
            } else {
                return false;
            }
        }
        return !grouped || sinceGroup == 3;
    }

    /** A grouping space may be written as a no-break space, as spreadsheets do. */
    private boolean isGrouping(char c) {
        return grouping != 0 && (c == grouping || grouping == ' ' && (c == '\u00a0' || c == '\u202f'));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
