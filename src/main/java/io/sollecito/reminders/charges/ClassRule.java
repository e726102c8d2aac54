package io.sollecito.reminders.charges;

/**
 * What may be charged to debtors of one class.
 *
 * @param interest by law, or null
 * @param compensation by law, or null
 * @param agreed whether interest that a plan says was agreed may be charged
 * @param costs whether fees for reminders may be charged
 */
public record ClassRule(InterestRule interest, Compensation compensation, boolean agreed, boolean costs) {

    /** Who cannot be told to be in business is protected as a consumer. */
    static final ClassRule NOTHING = new ClassRule(null, null, false, false);
}
