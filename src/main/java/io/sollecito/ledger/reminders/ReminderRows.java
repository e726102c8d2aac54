package io.sollecito.ledger.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.PlannedReminders.Planned;
import io.sollecito.ledger.reminders.PlanningRuns.Begun;
import io.sollecito.model.Amounts;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Charge;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.PlannedReminder.Line;
import io.sollecito.model.Recipients;
import io.sollecito.model.RunKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the reminders of a batch with their items and first dispatches, in the transaction under way. */
final class ReminderRows {

    private record Made(long id, Debtor debtor, PlannedReminder reminder) {}

    /** Channels that are done when they are put before a person. */
    private static final List<String> DONE_AT_ONCE = List.of("task", "handover");

    private static final String SHADOWED = "a shadow run: nothing leaves";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    ReminderRows(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    static boolean doneAtOnce(String channel) {
        return DONE_AT_ONCE.contains(channel);
    }

    int write(Begun run, Planned planned, Creditor creditor) {
        List<Made> made = numbered(planned.plans());
        if (made.isEmpty()) {
            return 0;
        }
        OffsetDateTime now = Database.at(clock.instant());
        LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
        reminders(run, planned, creditor, made, now, today);
        items(run.kind(), made);
        charges(creditor, made, now);
        dispatches(run.kind(), creditor, made, now);
        if (run.kind() == RunKind.SENDING) {
            handOvers(creditor, made, today);
            usedApprovals(made, now);
        }
        journal.appendAll(
                creditor.code(),
                "reminder-planned",
                "run",
                made.stream()
                        .map(one -> new Journal.Entry("reminder:" + one.id(), details(run.id(), one.reminder())))
                        .toList());
        return made.size();
    }

    private List<Made> numbered(List<CasePlan> plans) {
        Iterator<Long> ids = ids(plans.stream()
                        .mapToInt(plan -> plan.reminders().size())
                        .sum())
                .iterator();
        List<Made> made = new ArrayList<>();
        for (CasePlan plan : plans) {
            for (PlannedReminder reminder : plan.reminders()) {
                made.add(new Made(ids.next(), plan.debtorCase().debtor(), reminder));
            }
        }
        return made;
    }

    private List<Long> ids(int many) {
        return many == 0
                ? List.of()
                : database.sql()
                        .sql("select nextval('reminder_number') from generate_series(1, ?)")
                        .param(many)
                        .query(Long.class)
                        .list();
    }

    private void reminders(
            Begun run, Planned planned, Creditor creditor, List<Made> made, OffsetDateTime now, LocalDate today) {
        BulkInsert inserts = new BulkInsert("reminder")
                .numbers("id", "run_id", "facts_no")
                .texts("creditor", "source", "debtor", "plan", "step", "template", "language", "currency")
                .amounts("total")
                .texts("reference", "pay_to", "channels", "attachments", "state", "reason")
                .dates("deadline", "expires_on", "effective_on")
                .moments("created_at", "read_at");
        OffsetDateTime read = planned.readAt() == null ? null : Database.at(planned.readAt());
        Map<List<String>, String> lists = new HashMap<>();
        for (Made one : made) {
            PlannedReminder reminder = one.reminder();
            boolean done = run.kind() == RunKind.SENDING && doneAtOnce(reminder.channel());
            inserts.row(
                    one.id(),
                    run.id(),
                    planned.facts(),
                    creditor.code(),
                    one.debtor().source(),
                    one.debtor().debtor(),
                    reminder.plan(),
                    reminder.step(),
                    reminder.template() == null ? "" : reminder.template(),
                    one.debtor().language(),
                    reminder.currency(),
                    reminder.total(),
                    reminder.reference(creditor, one.id()),
                    reminder.payTo() == null ? null : reminder.payTo().iban(),
                    lists.computeIfAbsent(reminder.channels(), ReminderRows::json),
                    lists.computeIfAbsent(reminder.attachments(), ReminderRows::json),
                    run.kind() == RunKind.SHADOW ? "cancelled" : done ? "sent" : "waiting",
                    run.kind() == RunKind.SHADOW ? SHADOWED : null,
                    reminder.deadline(),
                    reminder.expires(),
                    done ? today : null,
                    now,
                    read);
        }
        inserts.run(database);
    }

    private void items(RunKind kind, List<Made> made) {
        BulkInsert inserts = new BulkInsert("reminder_item")
                .numbers("reminder_id", "item_id")
                .texts("role", "step")
                .booleans("advances", "guard")
                .numbers("repeat_no")
                .amounts("amount", "unlisted");
        for (Made one : made) {
            for (Line line : one.reminder().lines()) {
                BigDecimal unlisted = line.item().item().openAmount().subtract(line.amount());
                inserts.row(
                        one.id(),
                        line.item().id(),
                        line.role().text(),
                        line.step(),
                        line.advances(),
                        line.advances() && kind != RunKind.SHADOW ? Boolean.TRUE : null,
                        (long) line.repeat(),
                        line.amount(),
                        unlisted);
            }
        }
        inserts.run(database);
    }

    private void charges(Creditor creditor, List<Made> made, OffsetDateTime now) {
        BulkInsert inserts = new BulkInsert("charge")
                .texts("creditor", "source", "debtor")
                .numbers("reminder_id", "item_id")
                .texts("step", "kind", "currency")
                .amounts("amount")
                .dates("from_on", "until_on")
                .texts("rate", "basis")
                .moments("created_at");
        for (Made one : made) {
            for (Charge charge : one.reminder().charges()) {
                inserts.row(
                        creditor.code(),
                        one.debtor().source(),
                        one.debtor().debtor(),
                        one.id(),
                        charge.item().id(),
                        charge.step(),
                        charge.kind().text(),
                        one.reminder().currency(),
                        charge.amount(),
                        charge.from(),
                        charge.until(),
                        charge.rate(),
                        charge.basis(),
                        now);
            }
        }
        inserts.run(database);
    }

    private void dispatches(RunKind kind, Creditor creditor, List<Made> made, OffsetDateTime now) {
        BulkInsert inserts = new BulkInsert("dispatch")
                .numbers("reminder_id")
                .texts("creditor", "source", "debtor", "channel", "recipient", "state", "reason")
                .moments("send_at", "created_at", "state_at");
        for (Made one : made) {
            List<String> channels = new ArrayList<>(List.of(one.reminder().channel()));
            channels.addAll(one.reminder().also());
            for (String channel : channels) {
                inserts.row(
                        one.id(),
                        creditor.code(),
                        one.debtor().source(),
                        one.debtor().debtor(),
                        channel,
                        Recipients.of(one.debtor(), channel).orElseThrow(),
                        state(kind, channel),
                        kind == RunKind.SHADOW ? SHADOWED : null,
                        Database.at(one.reminder().sendAt().toInstant()),
                        now,
                        now);
            }
        }
        inserts.run(database);
    }

    private static String state(RunKind kind, String channel) {
        return switch (kind) {
            case SENDING -> doneAtOnce(channel) ? "sent" : "waiting";
            case PROPOSAL -> "proposed";
            case SHADOW -> "cancelled";
        };
    }

    /** What is handed over is not reminded any more. */
    private void handOvers(Creditor creditor, List<Made> made, LocalDate today) {
        BulkInsert inserts = new BulkInsert("hold")
                .texts("creditor", "source", "debtor")
                .numbers("item_id")
                .texts("kind", "reason", "owner")
                .dates("starts_on");
        for (Made one : made) {
            if (one.reminder().channel().equals("handover")) {
                advancing(one.reminder())
                        .forEach(line -> inserts.row(
                                creditor.code(),
                                one.debtor().source(),
                                one.debtor().debtor(),
                                line.item().id(),
                                Hold.HANDED_OVER,
                                "step " + line.step() + " of plan "
                                        + one.reminder().plan(),
                                "run",
                                today));
            }
        }
        inserts.run(database);
    }

    private void usedApprovals(List<Made> made, OffsetDateTime now) {
        List<Long> items = made.stream()
                .flatMap(one -> advancing(one.reminder()).stream())
                .filter(line -> line.item().approved().contains(line.step()))
                .map(line -> line.item().id())
                .toList();
        if (!items.isEmpty()) {
            database.sql()
                    .sql("update approval set used_at = ? where used_at is null and item_id = any(?)")
                    .params(now, AnyOf.numbers(items))
                    .update();
        }
    }

    private static List<Line> advancing(PlannedReminder reminder) {
        return reminder.lines().stream().filter(Line::advances).toList();
    }

    private static Map<String, ?> details(long run, PlannedReminder reminder) {
        Map<String, Object> details = new HashMap<>(Map.of(
                "run", run,
                "plan", reminder.plan(),
                "step", reminder.step(),
                "channel", reminder.channel(),
                "total", Amounts.text(reminder.total(), reminder.currency()) + " " + reminder.currency(),
                "items",
                        advancing(reminder).stream()
                                .map(line -> line.item().id() + ":" + line.step())
                                .collect(Collectors.joining(" "))));
        if (!reminder.charges().isEmpty()) {
            details.put(
                    "charges",
                    reminder.charges().stream()
                            .map(charge -> charge.item().id() + ":"
                                    + charge.kind().text() + ":" + Amounts.text(charge.amount(), reminder.currency()))
                            .collect(Collectors.joining(" ")));
        }
        return details;
    }

    private static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
