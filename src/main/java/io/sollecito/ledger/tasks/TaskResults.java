package io.sollecito.ledger.tasks;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Agreements;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.CallResult;
import io.sollecito.model.CallResult.Dispute;
import io.sollecito.model.CallResult.Promise;
import io.sollecito.model.CallResult.WrongNumber;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.Hold.Terms;
import io.sollecito.model.Instalment;
import io.sollecito.model.Recipients;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of telephone calls: a person's word (law 13), and what follows from it in the same transaction. A task takes
 * one result; after one that agrees on a follow-up, the next. What the facts do not allow throws Refused.
 */
public final class TaskResults {

    /** The result of a task that closed itself. */
    private static final String SETTLED = "settled";

    private record Task(long id, String creditor, String source, String debtor, long reminder, int seq) {}

    private record Ended(String result, String actor, LocalDate followUp, int seq) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Holds holds;
    private final SuspendedAddresses addresses;

    public TaskResults(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.holds = new Holds(database, journal, clock);
        this.addresses = new SuspendedAddresses(database, journal, clock);
    }

    /**
     * Records what came of a call.
     *
     * @param today the creditor's
     * @return what followed, a sentence each
     */
    public List<String> record(long task, CallResult result, LocalDate today, String user, String reason) {
        return database.inTransaction(() -> {
            Task open = locked(task);
            List<Long> items = openItems(open);
            if (items.isEmpty()) {
                throw new Refused("task " + task + " needs no call: nothing of it is open any more");
            }
            if (result.again() != null && !result.again().isAfter(today)) {
                throw new Refused("a follow-up is on a later day than today, " + today);
            }
            write(open, result.word(), result.note(), result.again(), today, user, Map.of("reason", reason));
            return consequences(open, result, items, today, user, reason);
        });
    }

    /** Whose task it is. */
    public String creditor(long task) {
        return database.sql()
                .sql("select creditor from dispatch where id = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    /** Closes the creditor's tasks of whose items nothing is open any more, with the cause; returns how many. */
    public int closeSettled(String creditor) {
        return database.inTransaction(() -> {
            List<Long> settled =
                    database.sql().sql("""
                    select t.id from open_task t where t.creditor = ? and not exists (
                      select 1 from reminder_item ri join open_item i on i.id = ri.item_id
                      join item_effective v on v.id = i.id
                      where ri.reminder_id = t.reminder_id and ri.role in ('overdue', 'upcoming')
                        and i.settled_cause is null and v.open_amount > 0)
                    order by t.id""").param(creditor).query(Long.class).list();
            int closed = 0;
            for (long task : settled) {
                if (lock(task) && isOpen(task)) {
                    Task open = task(task);
                    write(open, SETTLED, causes(open), null, null, "run", Map.of("cause", causes(open)));
                    closed++;
                }
            }
            return closed;
        });
    }

    private List<String> consequences(
            Task task, CallResult result, List<Long> items, LocalDate today, String user, String reason) {
        List<String> said = new ArrayList<>();
        if (result instanceof Promise promise) {
            Instalment promised = new Instalment(promise.until(), promise.lastDay(), promise.amount());
            said.add(Agreements.sentence(holds.agreements().promise(items, promised, today, user, reason)));
        } else if (result instanceof Dispute dispute) {
            String why = reason + " (" + dispute.code().name() + ")";
            LocalDate last = today.plusDays(dispute.code().days());
            Terms terms = Terms.disputed(dispute.code().code(), null);
            Hold hold = new Hold(null, Hold.DISPUTE, why, user, null, last, terms);
            hold(task, disputed(dispute, items), hold, today, said);
        } else if (result instanceof WrongNumber) {
            said.add(suspend(task, user));
        } else if (result.again() != null) {
            said.add("to be called again on " + result.again());
        }
        return said;
    }

    private void hold(Task task, List<Long> items, Hold hold, LocalDate today, List<String> said) {
        for (long item : items) {
            long id = holds.place(task.creditor(), task.source(), task.debtor(), item, today, hold, hold.owner());
            said.add("hold " + id + " placed on item:" + item + ": " + hold);
        }
    }

    private static List<Long> disputed(Dispute dispute, List<Long> items) {
        for (long item : dispute.items()) {
            if (!items.contains(item)) {
                throw new Refused("item:" + item + " is none that the call is about, or is not open");
            }
        }
        return dispute.items().isEmpty() ? items : dispute.items();
    }

    private String suspend(Task task, String user) {
        Debtor debtor = StoredDebtor.of(database.sql()
                .sql("select canonical from debtor where creditor = ? and source = ? and debtor = ?")
                .params(task.creditor(), task.source(), task.debtor())
                .query(String.class)
                .single());
        Contact called = Recipients.toCall(SuspendedAddresses.usable(
                        debtor, SuspendedAddresses.among(database, task.creditor(), List.of(debtor))))
                .orElseThrow(() -> new Refused("no number is known that could be wrong"));
        addresses.suspend(task.creditor(), Recipients.PHONE, called.phone(), "is a wrong number", task.id(), user);
        return "the number " + called.phone() + " is not used any more; finance is told to correct it";
    }

    private Task locked(long task) {
        if (!lock(task)) {
            throw new Refused("there is no task " + task);
        }
        if (!isOpen(task)) {
            Ended ended = last(task).orElseThrow();
            throw new Refused("task " + task + " has its result: " + ended.result() + ", by " + ended.actor()
                    + "; only a follow-up takes another");
        }
        return task(task);
    }

    private boolean lock(long task) {
        return database.sql()
                .sql("select id from dispatch where id = ? and channel = 'task' and state = 'sent' for update")
                .param(task)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private boolean isOpen(long task) {
        return last(task).map(ended -> ended.followUp() != null).orElse(true);
    }

    private Optional<Ended> last(long task) {
        return database.sql()
                .sql("select result, actor, follow_up, seq from task_result where dispatch_id = ?"
                        + " order by seq desc limit 1")
                .param(task)
                .query((rs, n) -> new Ended(
                        rs.getString("result"),
                        rs.getString("actor"),
                        rs.getObject("follow_up", LocalDate.class),
                        rs.getInt("seq")))
                .optional();
    }

    private Task task(long task) {
        int seq = last(task).map(Ended::seq).orElse(0) + 1;
        return database.sql()
                .sql("select id, creditor, source, debtor, reminder_id from dispatch where id = ?")
                .param(task)
                .query((rs, n) -> new Task(
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getLong("reminder_id"),
                        seq))
                .single();
    }

    private List<Long> openItems(Task task) {
        return database.sql()
                .sql("select i.id from reminder_item ri join open_item i on i.id = ri.item_id"
                        + " join item_effective v on v.id = i.id where ri.reminder_id = ?"
                        + " and ri.role in ('overdue', 'upcoming') and i.settled_cause is null and v.open_amount > 0"
                        + " order by i.due_date, i.id")
                .param(task.reminder())
                .query(Long.class)
                .list();
    }

    /** Such as 2026/1042 payment; what only the bank shows yet is a payment too. */
    private String causes(Task task) {
        return String.join(
                ", ",
                database.sql()
                        .sql(
                                "select coalesce(i.printed_no, i.document_no) || ' ' || coalesce(i.settled_cause, 'payment')"
                                        + " from reminder_item ri join open_item i on i.id = ri.item_id where ri.reminder_id = ?"
                                        + " and ri.role in ('overdue', 'upcoming') order by i.due_date, i.id")
                        .param(task.reminder())
                        .query(String.class)
                        .list());
    }

    private void write(
            Task task,
            String result,
            String note,
            LocalDate followUp,
            LocalDate calledOn,
            String actor,
            Map<String, ?> because) {
        OffsetDateTime now = Database.at(clock.instant());
        database.sql()
                .sql("insert into task_result (dispatch_id, seq, result, note, follow_up, actor, called_on, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(task.id(), task.seq(), result, note, followUp, actor, calledOn, now)
                .update();
        Map<String, Object> details = new HashMap<>(because);
        details.put("result", result);
        details.put("followUp", followUp);
        journal.append(task.creditor(), "task-result", "dispatch:" + task.id(), actor, details);
    }
}
