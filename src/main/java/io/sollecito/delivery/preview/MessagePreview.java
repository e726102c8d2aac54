package io.sollecito.delivery.preview;

import io.sollecito.delivery.Channel.Outgoing;
import io.sollecito.delivery.Channel.Unsendable;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.Facts;
import io.sollecito.delivery.print.PrintProfile;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.model.Amounts;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.Recipients;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes every message of a run into a folder instead of sending it: e-mails as {@code .eml}, letters and account
 * statements as {@code .pdf}, text messages and call scripts as {@code .txt}, each with its plain text, and
 * {@code index.csv}. The words are made by the code that sends them. Nothing is reserved: references, message ids and
 * letter numbers are not the ones of the real run, and every page of a letter is marked as a test.
 */
public final class MessagePreview implements AutoCloseable {

    /** A message that would not leave, and why. */
    public record Held(String debtor, String step, String channel, String reason) {}

    /** Far above the numbers of real reminders. */
    private static final long FIRST_NUMBER = 900_000_000_000L;

    private static final int MOST_HELD_TOLD = 100;

    private final PreviewFolder folder;
    private final PreviewIndex index;
    private final PreviewFiles files;
    private final Function<String, Creditor> creditors;
    private final int limit;
    private final List<Held> held = new ArrayList<>();
    private long number = FIRST_NUMBER;
    private int heldMessages;
    private int leftOut;

    /**
     * @param folder new or empty
     * @param print by creditor, where letters show their address
     * @param creditors by code, with all that letters print; null for one that is not configured
     * @param limit how many messages are written at most
     * @throws IllegalArgumentException when the folder is not empty
     */
    public MessagePreview(
            Path folder,
            Composing composing,
            Map<String, PrintProfile> print,
            Function<String, Creditor> creditors,
            int limit) {
        this.folder = PreviewFolder.of(folder);
        this.index = new PreviewIndex(this.folder.file("index.csv"));
        this.files = new PreviewFiles(composing, print);
        this.creditors = creditors;
        this.limit = limit;
    }

    /** Writes what one debtor would get. */
    public void add(CasePlan plan, LocalDate consideredUntil) {
        for (PlannedReminder reminder : plan.reminders()) {
            Stream.concat(Stream.of(reminder.channel()), reminder.also().stream())
                    .forEach(channel -> add(plan.debtorCase(), reminder, channel, consideredUntil));
        }
    }

    /** How many messages were written. */
    public int written() {
        return (int) (number - FIRST_NUMBER) - heldMessages;
    }

    /** How many would be held. */
    public int held() {
        return heldMessages;
    }

    /** The first of those that would be held. */
    public List<Held> firstHeld() {
        return List.copyOf(held);
    }

    /** How many messages the limit left out. */
    public int leftOut() {
        return leftOut;
    }

    @Override
    public void close() {
        index.close();
    }

    private void add(DebtorCase debtorCase, PlannedReminder reminder, String channel, LocalDate consideredUntil) {
        if (written() >= limit) {
            leftOut++;
            return;
        }
        number++;
        Debtor debtor = debtorCase.debtor();
        String name = folder.name(debtor.debtor(), reminder.step(), channel);
        Creditor creditor = creditors.apply(debtor.creditor());
        List<String> written = new ArrayList<>();
        String size = "";
        String reason = null;
        try {
            if (creditor == null) {
                throw new MessageHeld("creditor " + debtor.creditor() + " is not configured");
            }
            DispatchContent content = PreviewContent.of(number, reminder, debtorCase, creditor, consideredUntil);
            PreviewFiles.Message message = message(content, reminder, creditor, channel);
            size = message.size();
            for (PreviewFiles.File file : message.files()) {
                folder.write(name + file.ending(), file.bytes());
                written.add(name + file.ending());
            }
        } catch (MessageHeld | Unsendable reasoned) {
            reason = reasoned.getMessage();
            hold(debtor, reminder, channel, reason);
        }
        index.row(
                debtor.creditor(),
                debtor.debtor(),
                debtor.name(),
                reminder.plan(),
                reminder.step(),
                reminder.template(),
                channel,
                Recipients.of(debtor, channel).orElse(""),
                reminder.sendAt().toString(),
                reminder.currency(),
                Amounts.text(reminder.total(), reminder.currency()),
                Amounts.text(toPay(reminder), reminder.currency()),
                String.join(" ", written),
                size,
                reason);
    }

    private PreviewFiles.Message message(
            DispatchContent content, PlannedReminder reminder, Creditor creditor, String channel) throws Unsendable {
        LocalDate day = reminder.sendAt().atZoneSameInstant(creditor.zone()).toLocalDate();
        ReminderFacts facts = Facts.of(content, creditor, day);
        Claim claim = new Claim(
                number,
                number,
                creditor.code(),
                content.debtor().debtor(),
                channel,
                Recipients.of(content.debtor(), channel).orElse(""),
                0,
                0);
        return files.of(
                new Outgoing(claim, facts, content.attachments(), content.thread()),
                Clock.fixed(reminder.sendAt().toInstant(), creditor.zone()));
    }

    private void hold(Debtor debtor, PlannedReminder reminder, String channel, String reason) {
        heldMessages++;
        if (held.size() < MOST_HELD_TOLD) {
            held.add(new Held(debtor.debtor(), reminder.step(), channel, reason));
        }
    }

    private static BigDecimal toPay(PlannedReminder reminder) {
        return reminder.charges().stream().map(charge -> charge.amount()).reduce(reminder.total(), BigDecimal::add);
    }
}
