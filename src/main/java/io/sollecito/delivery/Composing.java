package io.sollecito.delivery;

import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import io.sollecito.reminders.message.ReminderFacts;

/** Puts a reminder into words; each method throws MessageHeld when a required variable is empty. */
public interface Composing {

    /** @param withStatement whether the account statement is attached */
    EmailContent email(ReminderFacts facts, boolean withStatement);

    String sms(ReminderFacts facts);

    Letter letter(ReminderFacts facts, LetterForm form);

    String script(ReminderFacts facts);
}
