package io.sollecito.reminders.message;

/**
 * How a letter is to be made.
 *
 * @param withStatement whether the account statement follows on pages of its own
 * @param specimen whether every page is marked as one that must not be posted
 */
public record LetterForm(AddressZone zone, boolean withStatement, boolean specimen) {

    /** A letter to be posted, without the statement. */
    public static LetterForm of(AddressZone zone) {
        return new LetterForm(zone, false, false);
    }
}
