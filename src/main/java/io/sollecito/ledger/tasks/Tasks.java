package io.sollecito.ledger.tasks;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.ledger.items.HoldInForce;
import io.sollecito.ledger.tasks.OpenTask.Item;
import io.sollecito.model.Amounts;
import io.sollecito.model.SuspendedAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The telephone calls to make now. Nobody calls about what is paid or on hold, before a follow-up's day, or twice a day:
 * of a debtor with several tasks, the oldest is shown.
 */
public final class Tasks {

    /** The calls of a day; {@code later} counts tasks of debtors who are called today already. */
    public record Calls(List<OpenTask> now, int later) {
        public Calls {
            now = List.copyOf(now);
        }
    }

    private record Account(String source, String debtor) {}

    private static final String TASKS = """
            select t.id, t.reminder_id, t.creditor, t.source, t.debtor, t.send_at, t.result, t.follow_up, r.step, r.currency,
                   c.canonical
            from open_task t
            join reminder r on r.id = t.reminder_id
            join debtor c on c.creditor = t.creditor and c.source = t.source and c.debtor = t.debtor
            where t.creditor = :creditor and t.send_at <= :now and (t.follow_up is null or t.follow_up <= :today)
            order by t.send_at, t.id""";

    private static final String ITEMS = """
            select t.id as task, i.id, i.document_no, i.printed_no, i.instalment, i.due_date, i.currency, v.open_amount
            from open_task t
            join reminder_item ri on ri.reminder_id = t.reminder_id and ri.role in ('overdue', 'upcoming')
            join open_item i on i.id = ri.item_id
            join item_effective v on v.id = i.id
            where t.creditor = :creditor and i.settled_cause is null and v.open_amount > 0
              and not exists (select 1 from hold h where %s and h.part is null
                and %s)
            order by i.due_date, i.document_no, i.instalment, i.id""".formatted(HoldInForce.ON_ITEM, HoldInForce.TODAY);

    private final Database database;

    public Tasks(Database database) {
        this.database = database;
    }

    /**
     * The calls to make at that moment, the oldest first.
     *
     * @param today the day that it is then where the creditor is
     */
    public Calls of(String creditor, LocalDate today, Instant now) {
        Map<Long, List<Item>> items = items(creditor, today);
        List<OpenTask> all = database.sql()
                .sql(TASKS)
                .param("creditor", creditor)
                .param("now", Database.at(now))
                .param("today", today)
                .query((rs, n) -> task(rs, items.getOrDefault(rs.getLong("id"), List.of())))
                .list();
        return oneADay(all.stream().filter(task -> !task.items().isEmpty()).toList(), called(creditor, today));
    }

    private Calls oneADay(List<OpenTask> tasks, Set<Account> called) {
        List<OpenTask> now = new ArrayList<>();
        for (OpenTask task : tasks) {
            if (called.add(new Account(task.debtor().source(), task.debtor().debtor()))) {
                now.add(task);
            }
        }
        return new Calls(reachable(now), tasks.size() - now.size());
    }

    /** With the numbers that may be called. */
    private List<OpenTask> reachable(Collection<OpenTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, SuspendedAddress> suspended = SuspendedAddresses.among(
                database,
                tasks.iterator().next().creditor(),
                tasks.stream().map(OpenTask::debtor).toList());
        return tasks.stream()
                .map(task -> new OpenTask(
                        task.id(),
                        task.reminder(),
                        task.creditor(),
                        SuspendedAddresses.usable(task.debtor(), suspended),
                        task.step(),
                        task.currency(),
                        task.since(),
                        task.lastResult(),
                        task.followUp(),
                        task.items()))
                .toList();
    }

    private Set<Account> called(String creditor, LocalDate today) {
        return new HashSet<>(database.sql()
                .sql("select distinct d.source, d.debtor from task_result r join dispatch d on d.id = r.dispatch_id"
                        + " where d.creditor = ? and r.called_on = ?")
                .params(creditor, today)
                .query((rs, n) -> new Account(rs.getString("source"), rs.getString("debtor")))
                .list());
    }

    private Map<Long, List<Item>> items(String creditor, LocalDate today) {
        Map<Long, List<Item>> items = new HashMap<>();
        database.sql()
                .sql(ITEMS)
                .param("creditor", creditor)
                .param("today", today)
                .query(rs -> {
                    items.computeIfAbsent(rs.getLong("task"), task -> new ArrayList<>())
                            .add(new Item(
                                    rs.getLong("id"),
                                    rs.getString("document_no"),
                                    rs.getString("printed_no"),
                                    rs.getInt("instalment"),
                                    rs.getObject("due_date", LocalDate.class),
                                    Amounts.scaled(rs.getBigDecimal("open_amount"), rs.getString("currency"))));
                });
        return items;
    }

    private static OpenTask task(ResultSet rs, List<Item> items) throws SQLException {
        return new OpenTask(
                rs.getLong("id"),
                rs.getLong("reminder_id"),
                rs.getString("creditor"),
                StoredDebtor.of(rs.getString("canonical")),
                rs.getString("step"),
                rs.getString("currency"),
                Database.instant(rs.getObject("send_at", OffsetDateTime.class)),
                rs.getString("result"),
                rs.getObject("follow_up", LocalDate.class),
                items);
    }
}
