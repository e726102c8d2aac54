package io.sollecito.model;

/** The remainder by which IBANs and creditor references are checked (ISO 7064, modulus 97, radix 10). */
public final class Mod97 {

    private static final int MODULUS = 97;

    private Mod97() {}

    /** Whether the check digits fit that an IBAN or a creditor reference has behind its first two letters. */
    public static boolean fits(String text) {
        return remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    /** @param text of digits and capitals; a letter is two decimal digits, A being 10 */
    public static int remainder(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            rest = (rest * (value < 10 ? 10 : 100) + value) % MODULUS;
        }
        return rest;
    }
}
