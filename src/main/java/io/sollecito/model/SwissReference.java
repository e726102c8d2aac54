package io.sollecito.model;

/** Swiss QR references (QRR): 26 digits and a check digit, printed in fives from the right; paid to a QR-IBAN only. */
public final class SwissReference {

    private static final int DIGITS = 26;
    private static final int[] MOD10 = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int FIRST_QR_INSTITUTION = 30000;
    private static final int LAST_QR_INSTITUTION = 31999;

    private SwissReference() {}

    /** @param body at most 26 digits */
    public static String of(String body) {
        if (!body.matches("[0-9]{1,26}")) {
            throw new IllegalArgumentException("a QR reference holds at most 26 digits: " + body);
        }
        String padded = "0".repeat(DIGITS - body.length()) + body;
        return padded + check(padded);
    }

    /** Whether the text, blanks aside, is a reference whose check digit fits. */
    public static boolean isValid(String text) {
        String digits = text == null ? "" : text.replace(" ", "");
        return digits.matches("[0-9]{27}") && check(digits.substring(0, DIGITS)) == digits.charAt(DIGITS) - '0';
    }

    /** Whether it is an IBAN that such references are paid to. */
    public static boolean isQrIban(String iban) {
        String compact = iban == null ? "" : iban.replace(" ", "");
        if (!compact.matches("(CH|LI)[0-9]{7}[0-9A-Z]{12}")) {
            return false;
        }
        int institution = Integer.parseInt(compact.substring(4, 9));
        return institution >= FIRST_QR_INSTITUTION && institution <= LAST_QR_INSTITUTION;
    }

    /** As payment slips show it. */
    public static String printed(String reference) {
        return reference.substring(0, 2) + reference.substring(2).replaceAll("(.{5})", " $1");
    }

    private static int check(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = MOD10[(carry + digits.charAt(i) - '0') % 10];
        }
        return (10 - carry) % 10;
    }
}
