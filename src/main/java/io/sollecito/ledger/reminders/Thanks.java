package io.sollecito.ledger.reminders;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Debtors' last reminders of which everything is settled: each is decided once, for ever, whether it is thanked for. The
 * thank-you leaves as reminders do, but advances no step and asks for nothing.
 */
public final class Thanks {

    /** The step that a thank-you bears. */
    public static final String STEP = "thanks";

    /**
     * An item of the reminder.
     *
     * @param cause payment, also while the ERP has not accounted for it; else as the item's
     * @param on the day it was settled
     * @param writtenOff whether a part of it was
     */
    public record Settled(String number, String cause, LocalDate on, boolean writtenOff) {

        /** Closed without other cause, and only how it is paid says that a bank collected it: nobody was seen to present it. */
        public static final String TAKEN_FOR_COLLECTED = "taken for collected";
    }

    /**
     * A reminder that nothing is open of any more.
     *
     * @param debtor without his suspended addresses; null when the ledger does not know him
     * @param overdue something else that he owes and that is due, or null
     * @param hold a kind of hold on him or on something of his, or null
     * @param charged whether charges of these items are still to be paid
     */
    public record Candidate(
            long reminder,
            String plan,
            Debtor debtor,
            List<Settled> items,
            String overdue,
            String hold,
            boolean charged) {
        public Candidate {
            items = List.copyOf(items);
        }
    }

    /**
     * Which reminders are thanked for.
     *
     * @param plans those that thank
     * @param informing PLAN/STEP of steps that ask for no payment: nobody answers them by paying
     */
    public record Thankful(Collection<String> plans, Collection<String> informing) {}

    /** What is decided about a candidate. */
    public sealed interface Verdict {

        /** By that channel, not before {@code sendAt} and not after {@code until}. */
        record Thank(String template, String channel, String recipient, Instant sendAt, LocalDate until)
                implements Verdict {}

        record Withhold(String reason) implements Verdict {}

        /** How something was settled may still turn out. */
        record Wait() implements Verdict {}
    }

    /** Who pays later than that after a reminder is not answering it. */
    private static final int MOST_DAYS = 90;

    private final Database database;
    private final Clock clock;
    private final Journal journal;

    public Thanks(Database database, Clock clock, Journal journal) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Decides all candidates in one transaction, in which no facts change.
     *
     * @return how many are thanked
     */
    public int decide(Creditor creditor, LocalDate today, Thankful plans, Function<Candidate, Verdict> verdict) {
        if (plans.plans().isEmpty()) {
            return 0;
        }
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            int thanked = 0;
            ThanksRows rows = new ThanksRows(database, clock);
            for (Candidate candidate :
                    new PaidReminders(database, creditor, today).find(plans, today.minusDays(MOST_DAYS))) {
                Verdict decided = verdict.apply(candidate);
                if (decided instanceof Verdict.Thank thank) {
                    long thankYou = rows.thank(creditor, candidate.reminder(), thank);
                    note(creditor, "thanks-planned", thankYou, "reminder", candidate.reminder());
                    thanked++;
                } else if (decided instanceof Verdict.Withhold withheld) {
                    rows.withhold(candidate.reminder(), withheld.reason());
                    note(creditor, "thanks-withheld", candidate.reminder(), "reason", withheld.reason());
                }
            }
            return thanked;
        });
    }

    private void note(Creditor creditor, String event, long reminder, String name, Object value) {
        journal.append(creditor.code(), event, "reminder:" + reminder, "run", Map.of(name, value));
    }
}
