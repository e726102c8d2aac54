package io.sollecito.model;

/**
 * Numbers that authorities know a company by, besides its VAT number; each may be null.
 *
 * @param siren nine digits (France, INSEE)
 * @param siret fourteen digits: the SIREN and the establishment's number
 * @param fiscalCode codice fiscale (Italy): eleven digits, or sixteen letters and digits
 */
public record TaxNumbers(String siren, String siret, String fiscalCode) {

    public static final TaxNumbers NONE = new TaxNumbers(null, null, null);

    private static final int SIREN_LENGTH = 9;

    /** Without the spaces that people write. */
    public static String digits(String number) {
        return number == null ? null : number.replaceAll("\\s", "");
    }

    public static boolean isSiren(String number) {
        return digits(number).matches("[0-9]{9}") && luhn(digits(number));
    }

    public static boolean isSiret(String number) {
        return digits(number).matches("[0-9]{14}") && luhn(digits(number));
    }

    public static boolean isFiscalCode(String code) {
        return code.matches("[0-9]{11}|[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]");
    }

    /** The SIREN in which a French VAT number ends; null for another country's, or a number that is none. */
    public static String sirenOfVatId(String vatId) {
        String compact = digits(vatId);
        if (compact == null || !compact.matches("FR[0-9A-Z]{2}[0-9]{9}")) {
            return null;
        }
        String siren = compact.substring(compact.length() - SIREN_LENGTH);
        return luhn(siren) ? inThrees(siren) : null;
    }

    /** As it is printed: 732 829 320, and 732 829 320 00074. */
    public static String inThrees(String number) {
        if (number == null) {
            return null;
        }
        String siren = number.substring(0, SIREN_LENGTH).replaceAll("(.{3})(?=.)", "$1 ");
        return number.length() == SIREN_LENGTH ? siren : siren + " " + number.substring(SIREN_LENGTH);
    }

    /** From the right, every second digit doubled: the digits' sum is a multiple of ten. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int weighted = at % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
