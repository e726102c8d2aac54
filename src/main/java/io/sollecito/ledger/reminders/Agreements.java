package io.sollecito.ledger.reminders;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.AgreementState;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.Hold;
import io.sollecito.model.Hold.Terms;
import io.sollecito.model.Instalment;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Promises to pay and payment plans: their items are not reminded while they are kept, and go on from the step where they
 * paused once one is broken. Made by people (law 13); {@link AgreementRun} judges them.
 */
public final class Agreements {

    /** What was recorded; {@code holds} by item. */
    public record Made(long id, List<Instalment> instalments, Map<Long, Long> holds, String currency) {
        public Made {
            instalments = List.copyOf(instalments);
        }
    }

    private record Item(
            long id,
            String creditor,
            String source,
            String debtor,
            String currency,
            String settledCause,
            BigDecimal open) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Holds holds;

    Agreements(Database database, Journal journal, Clock clock, Holds holds) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.holds = holds;
    }

    /** The instalment of that day with the creditor's tolerance in bank days. */
    public static Instalment instalment(Creditor creditor, LocalDate due, BigDecimal amount) {
        int tolerance = creditor.people().agreements().toleranceDays();
        return new Instalment(due, BusinessDays.of(creditor.country()).plus(due, tolerance), amount);
    }

    /**
     * Records a promise to pay items of one creditor by a day.
     *
     * @param items their ids
     * @param promised its amount null: all that is open of them
     * @throws Refused when an item is settled, the currencies differ, or the day has passed
     */
    public Made promise(List<Long> items, Instalment promised, LocalDate today, String user, String reason) {
        BigDecimal amount = promised.amount() == null ? open(items) : promised.amount();
        Instalment all = new Instalment(promised.due(), promised.lastDay(), amount);
        return make(Hold.PROMISE, items, List.of(all), today, user, reason);
    }

    /** Records a payment plan: items of one creditor are paid by instalments, in the order of their days. */
    public Made paymentPlan(
            List<Long> items, List<Instalment> instalments, LocalDate today, String user, String reason) {
        return make(Hold.PAYMENT_PLAN, items, instalments, today, user, reason);
    }

    /** What is open of the items together, as far as the bank and the ERP show it. */
    public BigDecimal open(List<Long> items) {
        List<Item> found = items(items);
        return Amounts.scaled(
                found.stream().map(Item::open).reduce(BigDecimal.ZERO, BigDecimal::add),
                found.get(0).currency());
    }

    private List<Item> items(Collection<Long> ids) {
        return database.sql()
                .sql("select i.id, i.creditor, i.source, i.debtor, i.currency, i.settled_cause, v.open_amount"
                        + " from open_item i join item_effective v on v.id = i.id where i.id = any(?) order by i.id")
                .param(AnyOf.numbers(ids))
                .query((rs, n) -> new Item(
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getString("currency"),
                        rs.getString("settled_cause"),
                        rs.getBigDecimal("open_amount")))
                .list();
    }

    /** What was recorded, in words. */
    public static String sentence(Made made) {
        String paid = made.instalments().stream()
                .map(each -> Amounts.scaled(each.amount(), made.currency()).toPlainString() + " by " + each.due()
                        + (each.lastDay().equals(each.due()) ? "" : " (booked by " + each.lastDay() + ")"))
                .collect(Collectors.joining(", "));
        String held = made.holds().entrySet().stream()
                .map(each -> "item:" + each.getKey() + " by hold " + each.getValue())
                .collect(Collectors.joining(", "));
        return "agreement " + made.id() + ": " + made.currency() + " " + paid + "; until then no reminder of " + held;
    }

    private Made make(
            String kind, List<Long> ids, List<Instalment> instalments, LocalDate today, String user, String reason) {
        List<Item> items = items(ids);
        check(items, instalments, today);
        String creditor = items.get(0).creditor();
        String currency = items.get(0).currency();
        return database.inTransaction(() -> {
            items.forEach(each -> refuseSecond(each.id()));
            long id = insert(kind, creditor, currency, today);
            int seq = 0;
            for (Instalment each : instalments) {
                database.sql()
                        .sql("insert into agreement_instalment (agreement_id, seq, due_on, last_day, amount)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(id, ++seq, each.due(), each.lastDay(), each.amount())
                        .update();
            }
            LocalDate last = instalments.get(instalments.size() - 1).lastDay();
            Hold hold = new Hold(null, kind, reason, user, today, last, Terms.agreed(id));
            Map<Long, Long> placed = new LinkedHashMap<>();
            items.forEach(each -> placed.put(
                    each.id(), holds.place(creditor, each.source(), each.debtor(), each.id(), today, hold, user)));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("agreement", id);
            details.put("items", placed.keySet());
            details.put("currency", currency);
            instalments.forEach(each -> details.put("by " + each.due(), each.amount()));
            details.put("reason", reason);
            journal.append(creditor, kind + "-made", "agreement:" + id, user, details);
            return new Made(id, instalments, placed, currency);
        });
    }

    private static void check(List<Item> items, List<Instalment> instalments, LocalDate today) {
        for (Item each : items) {
            if (each.settledCause() != null) {
                throw new Refused("item:" + each.id() + " is settled: " + each.settledCause());
            }
        }
        if (items.stream().map(each -> each.creditor()).distinct().count() > 1
                || items.stream().map(each -> each.currency()).distinct().count() > 1) {
            throw new Refused("what is agreed on together is owed to one creditor, in one currency");
        }
        LocalDate before = today.minusDays(1);
        for (Instalment each : instalments) {
            if (each.amount().signum() <= 0) {
                throw new Refused("what is to be paid by " + each.due() + " is more than zero");
            }
            if (!each.due().isAfter(before)) {
                throw new Refused(
                        before.isBefore(today)
                                ? each.due() + " has passed: it is " + today
                                : "instalments are named in the order of their days");
            }
            before = each.due();
        }
    }

    private void refuseSecond(long item) {
        database.sql()
                .sql("select min(agreement_id) from hold where item_id = ? and agreement_id is not null"
                        + " and ended_at is null")
                .param(item)
                .query(Long.class)
                .optional()
                .ifPresent(other -> {
                    throw new Refused("item:" + item + " stands in agreement " + other
                            + " already; end its hold first ('hub hold --list')");
                });
    }

    private long insert(String kind, String creditor, String currency, LocalDate today) {
        return Database.insertedId(database.sql()
                .sql("insert into agreement (creditor, kind, currency, made_on, made_at, state, state_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        creditor,
                        kind,
                        currency,
                        today,
                        Database.at(clock.instant()),
                        AgreementState.RUNNING.text(),
                        Database.at(clock.instant())));
    }

    /** Agreements of which a person has ended every hold are withdrawn. */
    void endWithout(String creditor) {
        database.sql()
                .sql("update agreement set state = ?, state_at = ? where creditor = ? and state = ? and not exists"
                        + " (select 1 from hold h where h.agreement_id = agreement.id and h.ended_at is null)")
                .params(
                        AgreementState.WITHDRAWN.text(),
                        Database.at(clock.instant()),
                        creditor,
                        AgreementState.RUNNING.text())
                .update();
    }
}
