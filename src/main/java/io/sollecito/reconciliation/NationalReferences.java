package io.sollecito.reconciliation;

/**
 * Check digits of the payment references that banks of one country use: Finland's (weights 7, 3, 1), Norway's KID (modulus 10
 * or 11) and Sweden's OCR (modulus 10).
 */
final class NationalReferences {

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 25;

    private NationalReferences() {}

    /** Whether a reference that was paid to this account holds; references of other countries have nothing to fail. */
    static boolean hold(String reference, String account) {
        boolean digits =
                Numbers.isDigits(reference) && reference.length() >= LEAST_DIGITS && reference.length() <= MOST_DIGITS;
        if (!digits || account == null || account.length() < 2) {
            return true;
        }
        return switch (account.substring(0, 2)) {
            case "FI" -> isFinnish(reference);
            case "NO" -> isModulus10(reference) || isModulus11(reference);
            case "SE" -> isModulus10(reference);
            default -> true;
        };
    }

    static boolean isFinnish(String digits) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = digits.length() - 2, place = 0; i >= 0; i--, place++) {
            sum += (digits.charAt(i) - '0') * weights[place % weights.length];
        }
        return (10 - sum % 10) % 10 == last(digits);
    }

    static boolean isModulus10(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int value = (digits.charAt(i) - '0') * (1 + place % 2);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /** The check digit 10 is written as a dash, which is no digit: such numbers are not used. */
    static boolean isModulus11(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, place = 0; i >= 0; i--, place++) {
            sum += (digits.charAt(i) - '0') * (2 + place % 6);
        }
        int check = (11 - sum % 11) % 11;
        return check == last(digits);
    }

    private static int last(String digits) {
        return digits.charAt(digits.length() - 1) - '0';
    }
}
