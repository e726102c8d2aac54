package io.sollecito.demo.companies;

/** How a debtor really pays. */
public enum Habit {
    /** on the due date, with the invoice number */
    ON_TIME,
    /** within the discount period, less the discount */
    EARLY_DISCOUNT,
    /** after the first reminder past due, using the reminder's reference */
    AFTER_ONE_REMINDER,
    /** after the second one */
    AFTER_TWO_REMINDERS,
    /** 40 % of the oldest invoice after a reminder, the rest after the next */
    PARTIAL,
    /** two days late, with a slip in the invoice number */
    TYPO,
    /** two days late, with a number of his own or none; his account is known */
    WRONG_REFERENCE,
    /** everything that is open in one transfer before the month ends, without numbers */
    WHOLE_BALANCE,
    /** two overdue invoices in one transfer */
    TWO_IN_ONE,
    /** on time, once twice on the same day */
    TWIN,
    /** on time, once rounded up */
    OVERPAYS,
    /** on time, but the first transfer comes back; pays again when reminded */
    RETURNED,
    /** through somebody unknown, without a number, an amount that two debtors owe */
    THROUGH_STRANGER,
    /** 25 days late with the number of a payment order */
    PUBLIC_BODY,
    /** what is due on Fridays, all numbers in one transfer */
    COLLECTIVE,
    NEVER
}
