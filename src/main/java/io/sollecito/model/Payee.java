package io.sollecito.model;

/**
 * Whom an item is paid to instead of its creditor: a factor that it was assigned to.
 *
 * @param iban without spaces, with valid check digits
 * @param bic or null
 */
public record Payee(String name, String iban, String bic) {

    private static final String IBAN = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}";

    /** Both of them known, and the IBAN one that the check digits confirm. */
    public Payee {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("who is paid has a name");
        }
        if (iban == null || !iban.matches(IBAN) || !Mod97.fits(iban)) {
            throw new IllegalArgumentException("'" + iban + "' is not an IBAN with valid check digits");
        }
    }

    /** Whether both are paid to one account: names are only words. Null is the creditor. */
    public static boolean same(Payee one, Payee other) {
        return one == null || other == null ? one == other : one.iban.equals(other.iban);
    }

    @Override
    public String toString() {
        return name + " (" + iban + ")";
    }
}
