package io.sollecito.digest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.stories.Found;
import io.sollecito.ledger.stories.ItemFacts.Made;
import io.sollecito.ledger.stories.ItemStories;
import io.sollecito.ledger.stories.MessageStories;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.ledger.stories.PaymentStories;
import io.sollecito.ledger.stories.References;
import io.sollecito.ledger.stories.Stories;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** {@code hub why REFERENCE}: tells the whole story of what the reference names (law 11). Reads only. */
public final class Why {

    /** The story when exactly one thing is meant; else the matches to choose from, and no lines. */
    public record Answer(String reference, List<Found> matches, List<StoryLine> lines) {
        public Answer {
            matches = List.copyOf(matches);
            lines = List.copyOf(lines);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final References references;
    private final ItemStories items;
    private final MessageStories messages;
    private final PaymentStories payments;
    private final Journal journal;
    private final StorySentences say;
    private final PaymentSentences paid;
    private final HabitSentences habits;
    private final ZoneId zone;

    /** @param zone in which times are told */
    public Why(Database database, Journal journal, ZoneId zone) {
        this.references = new References(database);
        Stories stories = Stories.in(database);
        this.items = stories.items();
        this.messages = stories.messages();
        this.payments = stories.payments();
        this.journal = journal;
        this.say = new StorySentences(zone);
        this.paid = new PaymentSentences(zone);
        this.habits = new HabitSentences(database, zone);
        this.zone = zone;
    }

    /**
     * @param reference a document's number as the ERP or the customer writes it, an item key, debtor number, RF reference,
     *     bank reference, file name, batch id, message id, or kind:id such as payment:4
     */
    public Answer tell(String reference) {
        List<Found> matches = references.find(reference);
        return new Answer(reference, matches, matches.size() == 1 ? story(matches.get(0)) : List.of());
    }

    /** The answer for a terminal. */
    public String text(Answer answer) {
        if (answer.matches().isEmpty()) {
            return "Nothing in the ledger is called '" + answer.reference() + "'.\n";
        }
        StringBuilder text = new StringBuilder();
        if (answer.matches().size() > 1) {
            text.append("'").append(answer.reference()).append("' means several things; ask for one of them:\n");
            answer.matches()
                    .forEach(match -> text.append("  ")
                            .append(String.format("%-16s", match.subject()))
                            .append("  ")
                            .append(match.label())
                            .append('\n'));
            return text.toString();
        }
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
        Found match = answer.matches().get(0);
        text.append(match.subject()).append("  ").append(match.label()).append('\n');
        answer.lines()
                .forEach(line -> text.append(time.format(line.at()))
                        .append("  ")
                        .append(line.text())
                        .append('\n'));
        return text.toString();
    }

    /** The answer as one JSON object: kind, reference, matches, lines. */
    public static String json(Answer answer) {
        ObjectNode node = JSON.createObjectNode().put("kind", "story").put("reference", answer.reference());
        ArrayNode matches = node.putArray("matches");
        answer.matches()
                .forEach(match -> matches.addObject()
                        .put("kind", match.kind())
                        .put("id", match.id())
                        .put("label", match.label()));
        ArrayNode lines = node.putArray("lines");
        answer.lines()
                .forEach(line ->
                        lines.addObject().put("at", line.at().toString()).put("text", line.text()));
        return node.toString();
    }

    private List<StoryLine> story(Found found) {
        List<StoryLine> lines = switch (found.kind()) {
            case "item" -> item(Long.parseLong(found.id()));
            case "debtor" -> debtor(found.id().split("/", 3));
            case "payment" -> payment(Long.parseLong(found.id()));
            case "export" -> export(Long.parseLong(found.id()));
            case "statement" -> statement(Long.parseLong(found.id()));
            case "reminder" -> reminder(Long.parseLong(found.id()));
            case "dispatch" -> dispatch(Long.parseLong(found.id()));
            case "batch" -> batch(found.id());
            case "writeback" -> writeback(Long.parseLong(found.id()));
            case "address" -> address(Long.parseLong(found.id()));
            default -> throw new IllegalArgumentException("no story is known of " + found.kind());
        };
        journal.of(found.subject()).forEach(row -> lines.add(say.journal(row)));
        lines.removeIf(Objects::isNull);
        lines.sort(Comparator.comparing(StoryLine::at));
        return lines;
    }

    private List<StoryLine> item(long item) {
        List<StoryLine> lines = new ArrayList<>();
        items.made(item).forEach(fact -> lines.add(say.made(fact)));
        items.besides(item).forEach(fact -> {
            lines.add(say.dunned(fact));
            lines.add(say.payTo(fact));
        });
        items.changes(item).forEach(fact -> lines.add(say.change(fact)));
        items.quarantineOfItem(item).forEach(fact -> lines.add(say.quarantined(fact)));
        items.holdsOfItem(item).forEach(fact -> lines.add(say.held(fact)));
        items.agreementsOfItem(item).forEach(fact -> lines.addAll(say.agreed(fact)));
        items.decisions(item).forEach(fact -> lines.add(say.decided(fact)));
        messages.remindersOfItem(item).forEach(fact -> {
            lines.add(say.reminded(fact));
            lines.addAll(dispatches(fact.id()));
        });
        messages.thanksOfItem(item).forEach(fact -> lines.add(say.thanked(fact)));
        messages.chargesOfItem(item).forEach(fact -> lines.add(say.charged(fact)));
        payments.candidatesOfItem(item).forEach(fact -> lines.add(paid.candidate(fact)));
        allocations(payments.allocationsOfItem(item), lines);
        payments.writtenBackOfItem(item).forEach(fact -> lines.add(paid.writtenBack(fact)));
        return lines;
    }

    private List<StoryLine> debtor(String[] key) {
        List<StoryLine> lines = new ArrayList<>();
        for (long item : items.itemsOfDebtor(key[0], key[1], key[2])) {
            for (Made fact : items.made(item)) {
                lines.add(say.made(fact));
            }
            items.changes(item).forEach(fact -> lines.add(say.change(fact)));
            allocations(payments.allocationsOfItem(item), lines);
        }
        payments.learned(key[0], key[1], key[2]).forEach(fact -> lines.add(paid.learned(fact)));
        lines.addAll(habits.of(key[0], key[1], key[2]));
        items.holdsOfDebtor(key[0], key[1], key[2]).forEach(fact -> lines.add(say.held(fact)));
        items.agreementsOfDebtor(key[0], key[1], key[2]).forEach(fact -> lines.addAll(say.agreed(fact)));
        messages.remindersOfDebtor(key[0], key[1], key[2]).forEach(fact -> {
            lines.add(say.reminded(fact));
            messages.chargesOfReminder(fact.id()).forEach(charge -> lines.add(say.charged(charge)));
            lines.addAll(dispatches(fact.id()));
        });
        return lines;
    }

    private List<StoryLine> payment(long payment) {
        List<StoryLine> lines = new ArrayList<>();
        payments.payment(payment).forEach(fact -> {
            lines.add(paid.booked(fact));
            lines.add(paid.assigned(fact));
            lines.add(paid.about(fact));
        });
        payments.about(payment).forEach(fact -> lines.add(paid.linked(fact)));
        payments.candidatesOfPayment(payment).forEach(fact -> lines.add(paid.candidate(fact)));
        allocations(payments.allocationsOfPayment(payment), lines);
        payments.writtenBackOfPayment(payment).forEach(fact -> lines.add(paid.writtenBack(fact)));
        return lines;
    }

    private List<StoryLine> writeback(long batch) {
        List<StoryLine> lines = new ArrayList<>();
        payments.writtenBackIn(batch).forEach(fact -> lines.add(paid.writtenBack(fact)));
        return lines;
    }

    private List<StoryLine> export(long export) {
        List<StoryLine> lines = new ArrayList<>();
        items.export(export).forEach(fact -> lines.addAll(say.taken(fact)));
        items.quarantineOfExport(export).forEach(fact -> lines.add(say.quarantined(fact)));
        return lines;
    }

    private List<StoryLine> statement(long statement) {
        List<StoryLine> lines = new ArrayList<>();
        payments.statement(statement).forEach(fact -> lines.addAll(StatementSentences.of(fact)));
        return lines;
    }

    private List<StoryLine> reminder(long reminder) {
        List<StoryLine> lines = new ArrayList<>();
        messages.reminder(reminder).forEach(fact -> lines.add(say.reminded(fact)));
        messages.thanksFor(reminder).forEach(fact -> lines.add(say.thanked(fact)));
        messages.chargesOfReminder(reminder).forEach(fact -> lines.add(say.charged(fact)));
        lines.addAll(dispatches(reminder));
        return lines;
    }

    private List<StoryLine> dispatch(long dispatch) {
        List<StoryLine> lines = new ArrayList<>();
        messages.dispatch(dispatch).forEach(fact -> {
            lines.add(say.sent(fact));
            if (fact.reminder() != null) {
                messages.reminder(fact.reminder()).forEach(reminder -> lines.add(say.reminded(reminder)));
            }
        });
        lines.addAll(answers(dispatch));
        return lines;
    }

    private List<StoryLine> batch(String batch) {
        List<StoryLine> lines = new ArrayList<>();
        messages.batch(batch).forEach(fact -> lines.addAll(say.batch(batch, fact)));
        messages.dispatchesOfBatch(batch).forEach(fact -> lines.add(say.sent(fact)));
        return lines;
    }

    private List<StoryLine> address(long address) {
        List<StoryLine> lines = new ArrayList<>();
        messages.suspension(address).forEach(fact -> {
            lines.add(say.suspended(fact));
            lines.addAll(dispatch(fact.dispatch()));
        });
        return lines;
    }

    private List<StoryLine> dispatches(long reminder) {
        List<StoryLine> lines = new ArrayList<>();
        messages.dispatchesOfReminder(reminder).forEach(fact -> {
            lines.add(say.sent(fact));
            lines.addAll(answers(fact.id()));
        });
        return lines;
    }

    /** What became of a message after it had left. */
    private List<StoryLine> answers(long dispatch) {
        List<StoryLine> lines = new ArrayList<>();
        messages.receipts(dispatch).forEach(fact -> lines.add(say.receipt(fact)));
        messages.calls(dispatch).forEach(fact -> lines.add(say.called(fact)));
        messages.dossiers(dispatch).forEach(fact -> lines.add(say.dossier(fact)));
        return lines;
    }

    private void allocations(List<Allocated> facts, List<StoryLine> lines) {
        for (Allocated fact : facts) {
            lines.add(paid.allocated(fact));
            lines.add(paid.allocatedLater(fact));
        }
    }
}
