package io.sollecito.reminders.message;

import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Past;
import io.sollecito.model.Payee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a reminder's words are made of.
 *
 * @param step the highest step among its advancing items: it sets the tone
 * @param template the template's name, such as first-reminder
 * @param language of the debtor, or null: without templates in it, the creditor's is written in
 * @param total of the items listed as overdue, upcoming (when they advance) and credit
 * @param reference ISO 11649, ours, naming this one set of items
 * @param deadline pay-by date, or null
 * @param date the day it is written
 * @param consideredUntil payments booked up to this day are considered
 * @param statement all open items of the debtor in this currency, for the account statement
 * @param letterId the dispatch's public id, printed on letters
 * @param charges beside the items, outside the total
 * @param past what went before it
 */
public record ReminderFacts(
        Creditor creditor,
        Debtor debtor,
        String plan,
        String step,
        String template,
        String language,
        String currency,
        BigDecimal total,
        String reference,
        LocalDate deadline,
        LocalDate date,
        LocalDate consideredUntil,
        List<Listed> items,
        List<OpenItem> statement,
        String letterId,
        ListedCharges charges,
        Past past) {

    /** With nothing known of what went before. */
    public ReminderFacts(
            Creditor creditor,
            Debtor debtor,
            String plan,
            String step,
            String template,
            String language,
            String currency,
            BigDecimal total,
            String reference,
            LocalDate deadline,
            LocalDate date,
            LocalDate consideredUntil,
            List<Listed> items,
            List<OpenItem> statement,
            String letterId,
            ListedCharges charges) {
        this(
                creditor,
                debtor,
                plan,
                step,
                template,
                language,
                currency,
                total,
                reference,
                deadline,
                date,
                consideredUntil,
                items,
                statement,
                letterId,
                charges,
                Past.NONE);
    }

    /** What is to be paid: the total and the charges asked for. */
    public BigDecimal toPay() {
        return total.add(charges.sumAsked());
    }

    /** Whether its items are paid to somebody else than the creditor. */
    public boolean isAssigned() {
        return said() != null;
    }

    /** Why it can name nobody to pay: the creditor's configuration does not, or its items are not all paid to one account. */
    public Optional<String> unpayable() {
        Payee said = said();
        return creditor.payees()
                .objection(said)
                .or(() -> items.stream()
                        .map(Listed::item)
                        .filter(item -> !Payee.same(item.payTo(), said))
                        .findFirst()
                        .map(item -> item.numberForDebtor() + " is not paid to " + said + " like the others"));
    }

    /**
     * Who is paid instead of the creditor, as its configuration names him; null for the creditor.
     *
     * @throws MessageHeld when nobody can be named
     */
    public Payee payTo() {
        unpayable().ifPresent(why -> {
            throw new MessageHeld(why);
        });
        return creditor.payees().named(said()).orElse(null);
    }

    private Payee said() {
        return items.stream()
                .map(listed -> listed.item().payTo())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whose account the reminder asks to pay to. */
    public String payee() {
        return payTo() == null ? creditor.name() : payTo().name();
    }

    /** The IBAN that it asks to pay to. */
    public String iban() {
        return payTo() == null ? creditor.payTo() : payTo().iban();
    }

    /** The BIC of that account's bank, or null. */
    public String bic() {
        return payTo() == null ? creditor.howToPay().bic() : payTo().bic();
    }

    /** One line of the reminder; {@code role}: upcoming, overdue, not-yet-due (collected, when it advances), credit, held, paid. */
    public record Listed(OpenItem item, String role, boolean advances, String step, BigDecimal amount) {}
}
