package io.sollecito.ledger.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.Bounces;
import io.sollecito.ledger.outbox.ClaimCheck;
import io.sollecito.model.Debtor;
import io.sollecito.model.Recipients;
import io.sollecito.model.SendingWindows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The step's next channel that reaches the debtor, when a dispatch has failed for good: a further dispatch of the same
 * reminder. When none is left the reminder's state, which follows from its dispatches, says that its step is still to be
 * done.
 */
public final class Fallbacks implements Bounces.GoingOn {

    private record Failed(
            long dispatch,
            long reminder,
            String creditor,
            String plan,
            List<String> channels,
            String channel,
            String recipient) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final SendingWindows windows;
    private final ClaimCheck check;

    public Fallbacks(Database database, Journal journal, Clock clock, SendingWindows windows) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.windows = windows;
        this.check = new ClaimCheck(database);
    }

    @Override
    public boolean fallBack(long dispatch) {
        Optional<Failed> failed = failed(dispatch);
        if (failed.isEmpty()) {
            return false;
        }
        Failed known = failed.get();
        lock(known.reminder());
        if (!plannedAnew(known.reminder()) && next(known)) {
            return true;
        }
        if (!anyAlive(known.reminder())) {
            note(known, "reminder-undelivered", known.channel());
        }
        return false;
    }

    @Override
    public boolean again(long dispatch, Duration pause) {
        Optional<Failed> failed = failed(dispatch);
        if (failed.isEmpty()) {
            return false;
        }
        Failed known = failed.get();
        lock(known.reminder());
        if (plannedAnew(known.reminder())) {
            return false;
        }
        Instant earliest = clock.instant().plus(pause);
        dispatch(known, debtor(known), known.channel(), known.recipient(), earliest, "reminder-tried-again");
        return true;
    }

    /** Two dispatches of one reminder may fail at the same time. */
    private void lock(long reminder) {
        database.sql()
                .sql("select id from reminder where id = ? for update")
                .param(reminder)
                .query(Long.class)
                .single();
    }

    private Optional<Failed> failed(long dispatch) {
        return database.sql()
                .sql("select r.id, r.creditor, r.plan, r.channels, d.channel, d.recipient from dispatch d"
                        + " join reminder r on r.id = d.reminder_id where d.id = ? and d.state = 'failed'"
                        + " and r.state <> 'cancelled'")
                .param(dispatch)
                .query((rs, n) -> new Failed(
                        dispatch,
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        rs.getString("plan"),
                        List.of(read(rs.getString("channels"), String[].class)),
                        rs.getString("channel"),
                        rs.getString("recipient")))
                .optional();
    }

    /** A bounce may come so late that another run has planned the same step again, or one that follows it. */
    private boolean plannedAnew(long reminder) {
        return database.sql()
                        .sql("select count(*) from reminder_item mine join reminder_item other"
                                + " on other.item_id = mine.item_id and other.reminder_id <> mine.reminder_id"
                                + " and (other.reminder_id > mine.reminder_id"
                                + " or other.step = mine.step and other.repeat_no = mine.repeat_no)"
                                + " where mine.reminder_id = ? and mine.advances and other.guard")
                        .param(reminder)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean next(Failed failed) {
        int position = failed.channels().indexOf(failed.channel());
        if (position < 0) {
            return false;
        }
        Debtor debtor = debtor(failed);
        for (String channel :
                failed.channels().subList(position + 1, failed.channels().size())) {
            Optional<String> recipient = Recipients.of(debtor, channel);
            if (recipient.isPresent() && !dispatched(failed.reminder(), channel) && mayBeDone(failed, channel)) {
                dispatch(failed, debtor, channel, recipient.get(), clock.instant(), "reminder-fell-back");
                return true;
            }
        }
        return false;
    }

    /** What is done at once is claimed by nobody, so law 6 is checked here; all else is checked when it is claimed. */
    private boolean mayBeDone(Failed failed, String channel) {
        return !ReminderRows.doneAtOnce(channel)
                || check.objection(failed.dispatch(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .isEmpty();
    }

    private void dispatch(
            Failed failed, Debtor debtor, String channel, String recipient, Instant earliest, String event) {
        boolean done = ReminderRows.doneAtOnce(channel);
        var now = Database.at(clock.instant());
        var sendAt = Database.at(windows.next(failed.plan(), debtor, channel, earliest));
        database.sql()
                .sql("insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at,"
                        + " created_at, state_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        failed.reminder(),
                        failed.creditor(),
                        debtor.source(),
                        debtor.debtor(),
                        channel,
                        recipient,
                        done ? "sent" : "waiting",
                        sendAt,
                        now,
                        now)
                .update();
        database.sql()
                .sql("update reminder_item set guard = true where reminder_id = ? and advances")
                .param(failed.reminder())
                .update();
        note(failed, event, channel);
    }

    private boolean anyAlive(long reminder) {
        return database.sql()
                        .sql(
                                "select count(*) from dispatch where reminder_id = ? and state not in ('failed', 'cancelled')")
                        .param(reminder)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean dispatched(long reminder, String channel) {
        return database.sql()
                        .sql("select count(*) from dispatch where reminder_id = ? and channel = ?")
                        .params(reminder, channel)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Debtor debtor(Failed failed) {
        String canonical = database.sql()
                .sql("select max(d.canonical) from reminder_item ri join open_item i on i.id = ri.item_id"
                        + " join debtor d on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor"
                        + " where ri.reminder_id = ?")
                .param(failed.reminder())
                .query(String.class)
                .single();
        Debtor debtor = StoredDebtor.of(canonical);
        return SuspendedAddresses.usable(
                debtor, SuspendedAddresses.among(database, failed.creditor(), List.of(debtor)));
    }

    private void note(Failed failed, String event, String channel) {
        journal.append(failed.creditor(), event, "reminder:" + failed.reminder(), "run", Map.of("channel", channel));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the ledger holds broken JSON", broken);
        }
    }
}
