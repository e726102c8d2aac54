package io.sollecito.delivery;

import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import io.sollecito.reminders.message.ReminderFacts;

/** The channels' words come from the composer of the reminder templates. */
public record ComposedReminders(Composer composer) implements Composing {

    @Override
    public EmailContent email(ReminderFacts facts, boolean withStatement) {
        return composer.email(facts, withStatement);
    }

    @Override
    public String sms(ReminderFacts facts) {
        return composer.sms(facts);
    }

    @Override
    public Letter letter(ReminderFacts facts, LetterForm form) {
        return composer.letter(facts, form);
    }

    @Override
    public String script(ReminderFacts facts) {
        return composer.script(facts);
    }
}
