package io.sollecito.ledger.debtors;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import io.sollecito.model.PaidItem;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * What the habits of some debtors follow from. Statements by keys instead of joins: one whose plan PostgreSQL made while
 * these tables were small stays quick.
 */
final class HabitFacts {

    private record Settled(DebtorAccount account, String number, LocalDate due, LocalDate on) {}

    private static final String ITEMS =
            "select id from open_item where creditor = :creditor and source = any(:sources) and debtor = any(:debtors)";

    private static final String PROMISES = "select h.source, h.debtor, count(distinct a.id) as many from hold h"
            + " join agreement a on a.id = h.agreement_id and a.kind = 'promise' and a.state %s"
            + " where h.creditor = :creditor and h.source = any(:sources) and h.debtor = any(:debtors)"
            + " group by h.source, h.debtor";

    /** A promise that was kept in part was not kept. */
    private static final String BROKEN = PROMISES.formatted("in ('broken', 'partly-kept')");

    private static final String KEPT = PROMISES.formatted("= 'kept'");

    private static final String DISPUTES =
            "select source, debtor, count(*) as many from hold where creditor = :creditor"
                    + " and source = any(:sources) and debtor = any(:debtors) and kind = 'dispute' and taken_from is null"
                    + " group by source, debtor";

    private static final String RETURNED = "select i.source, i.debtor, count(distinct p.id) as many from allocation a"
            + " join open_item i on i.id = a.item_id join payment p on p.id = a.payment_id"
            + " where a.item_id in (" + ITEMS + ") and a.takes_back is not null and p.about_payment is not null"
            + " group by i.source, i.debtor";

    private final Database database;
    private final Creditor creditor;

    HabitFacts(Database database, Creditor creditor) {
        this.database = database;
        this.creditor = creditor;
    }

    /** By those accounts; each with those that were merged into it. */
    Map<DebtorAccount, PayingHabit> habits(Collection<DebtorAccount> accounts) {
        Map<DebtorAccount, Set<DebtorAccount>> joined = joined(accounts);
        Set<DebtorAccount> all = new LinkedHashSet<>();
        joined.values().forEach(all::addAll);
        Map<DebtorAccount, List<PaidItem>> paid = items(all);
        Map<DebtorAccount, Integer> kept = counts(KEPT, all);
        Map<DebtorAccount, Integer> broken = counts(BROKEN, all);
        Map<DebtorAccount, Integer> disputes = counts(DISPUTES, all);
        Map<DebtorAccount, Integer> returned = counts(RETURNED, all);
        Map<DebtorAccount, PayingHabit> habits = new LinkedHashMap<>();
        joined.forEach((account, one) -> habits.put(
                account,
                PayingHabit.of(one.stream()
                                .flatMap(part -> paid.getOrDefault(part, List.of()).stream())
                                .toList())
                        .with(sum(kept, one), sum(broken, one), sum(disputes, one), sum(returned, one))));
        return habits;
    }

    private static int sum(Map<DebtorAccount, Integer> counts, Set<DebtorAccount> accounts) {
        return accounts.stream()
                .mapToInt(account -> counts.getOrDefault(account, 0))
                .sum();
    }

    /** Each account with those that were merged into it. */
    private Map<DebtorAccount, Set<DebtorAccount>> joined(Collection<DebtorAccount> accounts) {
        Map<DebtorAccount, Set<DebtorAccount>> joined = new LinkedHashMap<>();
        accounts.forEach(account -> joined.put(account, new LinkedHashSet<>(Set.of(account))));
        database.sql()
                .sql("select source, debtor, into_source, into_debtor from debtor_alias where creditor = ?"
                        + " and into_source = any(?) and into_debtor = any(?) and ended_at is null order by id")
                .params(creditor.code(), sources(accounts), debtors(accounts))
                .query(rs -> {
                    Set<DebtorAccount> into =
                            joined.get(new DebtorAccount(rs.getString("into_source"), rs.getString("into_debtor")));
                    if (into != null) {
                        into.add(DebtorAccount.of(rs));
                    }
                });
        return joined;
    }

    private Map<DebtorAccount, List<PaidItem>> items(Collection<DebtorAccount> accounts) {
        Map<Long, Settled> settled = settled(accounts);
        if (settled.isEmpty()) {
            return Map.of();
        }
        Map<Long, LocalDate> booked = booked(settled.keySet());
        Map<Long, List<SentStep>> reminders = reminders(settled.keySet());
        Map<DebtorAccount, List<PaidItem>> items = new HashMap<>();
        settled.forEach((id, item) -> {
            LocalDate paid = booked.getOrDefault(id, item.on());
            items.computeIfAbsent(item.account(), unknown -> new ArrayList<>())
                    .add(new PaidItem(item.number(), item.due(), paid, null)
                            .answering(reminders.getOrDefault(id, List.of())));
        });
        return items;
    }

    /** Debits that a payment settled (law 4's causes). */
    private Map<Long, Settled> settled(Collection<DebtorAccount> accounts) {
        Map<Long, Settled> settled = new LinkedHashMap<>();
        database.sql()
                .sql("select id, source, debtor, item_key, due_date, settled_at from open_item"
                        + " where creditor = ? and source = any(?) and debtor = any(?) and settled_cause = 'payment'"
                        + " and not in_collection"
                        + " and original_amount > 0 and due_date is not null")
                .params(creditor.code(), sources(accounts), debtors(accounts))
                .query(rs -> {
                    settled.put(
                            rs.getLong("id"),
                            new Settled(
                                    DebtorAccount.of(rs),
                                    rs.getString("item_key"),
                                    rs.getObject("due_date", LocalDate.class),
                                    rs.getObject("settled_at", OffsetDateTime.class)
                                            .atZoneSameInstant(creditor.zone())
                                            .toLocalDate()));
                });
        return settled;
    }

    private Map<Long, LocalDate> booked(Collection<Long> items) {
        Map<Long, LocalDate> booked = new HashMap<>();
        database.sql()
                .sql(
                        "select a.item_id, max(p.booking_date) as booked from allocation a join payment p on p.id = a.payment_id"
                                + " where a.item_id = any(?) and a.purpose = 'principal' and a.state in ('pending', 'confirmed')"
                                + " group by a.item_id")
                .param(AnyOf.numbers(items))
                .query(rs -> {
                    booked.put(rs.getLong("item_id"), rs.getObject("booked", LocalDate.class));
                });
        return booked;
    }

    /** What asked for those items: e-mails, messages, letters and calls that were sent or made, not hand-overs. */
    private Map<Long, List<SentStep>> reminders(Collection<Long> items) {
        Map<Long, List<Long>> itemsOf = new HashMap<>();
        database.sql()
                .sql("select reminder_id, item_id from reminder_item where item_id = any(?) and advances")
                .param(AnyOf.numbers(items))
                .query(rs -> {
                    itemsOf.computeIfAbsent(rs.getLong("reminder_id"), unknown -> new ArrayList<>())
                            .add(rs.getLong("item_id"));
                });
        if (itemsOf.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<SentStep>> sent = new HashMap<>();
        database.sql()
                .sql(
                        "select r.id, r.plan, r.step, r.effective_on, d.channel from reminder r"
                                + " join dispatch d on d.reminder_id = r.id and d.state = 'sent' and d.channel <> 'handover'"
                                + " where r.id = any(?) and r.state = 'sent' and r.effective_on is not null"
                                + " order by r.id, case when r.channels like '%\"' || d.channel || '\"%' then 1 else 0 end, d.id")
                .param(AnyOf.numbers(itemsOf.keySet()))
                .query(rs -> {
                    SentStep step = new SentStep(
                            rs.getString("plan"),
                            rs.getString("step"),
                            0,
                            rs.getString("channel"),
                            rs.getObject("effective_on", LocalDate.class),
                            SentStep.State.SENT,
                            null,
                            null);
                    itemsOf.get(rs.getLong("id"))
                            .forEach(item -> sent.computeIfAbsent(item, unknown -> new ArrayList<>())
                                    .add(step));
                });
        return sent;
    }

    private Map<DebtorAccount, Integer> counts(String query, Collection<DebtorAccount> accounts) {
        Map<DebtorAccount, Integer> counts = new HashMap<>();
        database.sql()
                .sql(query)
                .param("creditor", creditor.code())
                .param("sources", sources(accounts))
                .param("debtors", debtors(accounts))
                .query(rs -> {
                    counts.put(DebtorAccount.of(rs), rs.getInt("many"));
                });
        return counts;
    }

    private static SqlArrayValue sources(Collection<DebtorAccount> accounts) {
        return AnyOf.texts(accounts.stream().map(DebtorAccount::source));
    }

    private static SqlArrayValue debtors(Collection<DebtorAccount> accounts) {
        return AnyOf.texts(accounts.stream().map(DebtorAccount::debtor));
    }
}
