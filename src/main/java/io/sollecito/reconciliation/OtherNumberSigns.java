package io.sollecito.reconciliation;

import java.util.Set;

/**
 * What a text must hold where {@link OtherNumbers} finds something: most texts hold none of it, and looking for the signs
 * takes a fraction of the time that the patterns take. A sign alone takes nothing out.
 */
final class OtherNumberSigns {

    private static final String[] TAX_NUMBER = {
        "IVA", "CF", "C.F", "C F", "C. F", "FISC", "UST", "STEUER", "STNR", "ST-NR", "VAT", "TVA", "SIRE", "UID"
    };
    private static final String[] PHONE = {"+", "TEL", "FON", "PHONE", "FAX", "CELL", "MOB", "HANDY", "PORTABLE"};
    private static final String[] CURRENCY = {
        "EUR", "\u20ac", "CHF", "FR", "USD", "$", "GBP", "\u00a3", "SEK", "NOK", "DKK", "PLN"
    };

    /** How the names of months begin in four languages. */
    private static final Set<String> MONTH = Set.of(
            "JAN", "GEN", "FEB", "FEV", "MAR", "MAE", "AVR", "APR", "MAI", "MAG", "MAY", "JUI", "JUN", "JUL", "GIU",
            "LUG", "AOU", "AUG", "AGO", "SEP", "SET", "OCT", "OKT", "OTT", "NOV", "DEC", "DEZ", "DIC");

    private static final int STEM = 3;

    private OtherNumberSigns() {}

    /** A country's two letters and two check digits. */
    static boolean ofIban(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            if (isLetter(text, i) && isLetter(text, i + 1) && isDigit(text, i + 2) && isDigit(text, i + 3)) {
                return true;
            }
        }
        return false;
    }

    static boolean ofTaxNumber(String text) {
        return holdsAny(text, TAX_NUMBER);
    }

    static boolean ofPhone(String text) {
        return holdsAny(text, PHONE);
    }

    static boolean ofCurrency(String text) {
        return holdsAny(text, CURRENCY);
    }

    /** A digit, then a comma or point, then two digits. */
    static boolean ofDecimals(String text) {
        for (int i = 1; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == ',' || c == '.') && isDigit(text, i - 1) && isDigit(text, i + 1) && isDigit(text, i + 2)) {
                return true;
            }
        }
        return false;
    }

    /** Two equal separators with one or two digits between, or a year behind the name of a month. */
    static boolean ofDate(String text) {
        for (int i = 1; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            boolean separated = (c == '.' || c == '/' || c == '-')
                    && isDigit(text, i - 1)
                    && isDigit(text, i + 1)
                    && (text.charAt(i + 2) == c
                            || isDigit(text, i + 2) && i + 3 < text.length() && text.charAt(i + 3) == c);
            if (separated || isYear(text, i) && isBehindMonth(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYear(String text, int index) {
        return (text.startsWith("20", index) || text.startsWith("19", index))
                && isDigit(text, index + 2)
                && isDigit(text, index + 3);
    }

    private static boolean isBehindMonth(String text, int index) {
        int end = index;
        while (end > 0 && " ./".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && isLetter(text, start - 1)) {
            start--;
        }
        return end - start >= STEM && MONTH.contains(text.substring(start, start + STEM));
    }

    private static boolean holdsAny(String text, String[] signs) {
        for (String sign : signs) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int index) {
        return text.charAt(index) >= 'A' && text.charAt(index) <= 'Z';
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
