package io.sollecito.delivery;

import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Words for tests: what a text message says is given; debtors named in {@code held} lack a fact. */
public final class WordsForTests implements Composing {

    public String sms = "Acme: promemoria";
    /** By debtor; the others get {@code sms}. */
    public final Map<String, String> smsTo = new ConcurrentHashMap<>();

    public String held = "nobody";
    public final List<LetterForm> forms = new CopyOnWriteArrayList<>();
    /** Of each letter, a page long; null: three pages that no print house can read. */
    public byte[] pdf;

    public Runnable beforeLetter = () -> {};

    @Override
    public EmailContent email(ReminderFacts facts, boolean withStatement) {
        refuse(facts);
        List<EmailContent.Attachment> files = withStatement
                ? List.of(new EmailContent.Attachment("statement.pdf", "application/pdf", new byte[] {1}))
                : List.of();
        return new EmailContent("Promemoria", "testo " + facts.reference(), "<p>testo</p>", List.of(), files);
    }

    @Override
    public String sms(ReminderFacts facts) {
        refuse(facts);
        return smsTo.getOrDefault(facts.debtor().debtor(), sms);
    }

    @Override
    public Letter letter(ReminderFacts facts, LetterForm form) {
        refuse(facts);
        beforeLetter.run();
        forms.add(form);
        if (pdf != null) {
            return new Letter(pdf, 1, "it");
        }
        return new Letter(("%PDF " + facts.letterId()).getBytes(StandardCharsets.US_ASCII), 3, "it");
    }

    @Override
    public String script(ReminderFacts facts) {
        refuse(facts);
        return "call " + facts.debtor().name();
    }

    private void refuse(ReminderFacts facts) {
        if (facts.debtor().debtor().equals(held)) {
            throw new MessageHeld("[[CustomerName]] is empty");
        }
    }
}
