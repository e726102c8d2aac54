package io.sollecito.ledger;

import io.sollecito.ledger.PaymentDecider.Part;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Takes allocations back: a pending one simply ends; for a confirmed one a reversal is pending until the ERP raises the
 * item again (law 10). Items that are open again are reopened and may be reminded.
 */
final class Reversal {

    private record Standing(long id, Long paymentId, Part part) {}

    private final Database database;
    private final Clock clock;
    private final String creditor;
    private final String actor;

    Reversal(Database database, Clock clock, String creditor, String actor) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
        this.actor = actor;
    }

    /** Takes back what a payment paid; {@code returning} is the payment that gives it back. Returns the paid amount. */
    BigDecimal ofPayment(long paymentId, long returning, Instant since, String reason) {
        return reverse(standing("payment_id", paymentId), returning, since, reason);
    }

    /** Takes back one allocation; returns the paid amount. */
    BigDecimal ofAllocation(long allocationId, Instant since, String reason) {
        List<Standing> standing = standing("id", allocationId);
        if (standing.isEmpty()) {
            throw new IllegalArgumentException("allocation " + allocationId + " does not stand");
        }
        return reverse(standing, standing.get(0).paymentId(), since, reason);
    }

    private List<Standing> standing(String column, long value) {
        return database.sql()
                .sql("select id, payment_id, item_id, amount, purpose, state from allocation where " + column
                        + " = ? and state in ('pending', 'confirmed') order by id for update")
                .param(value)
                .query((rs, n) -> new Standing(
                        rs.getLong("id"),
                        rs.getObject("payment_id", Long.class),
                        new Part(
                                rs.getLong("item_id"),
                                rs.getBigDecimal("amount"),
                                rs.getString("purpose"),
                                rs.getString("state").equals("confirmed"))))
                .list();
    }

    private BigDecimal reverse(List<Standing> standing, Long payment, Instant since, String reason) {
        OffsetDateTime now = Database.at(clock.instant());
        JournalRows journal = new JournalRows(database, clock.instant(), creditor);
        BigDecimal paid = BigDecimal.ZERO;
        for (Standing allocation : standing) {
            Part part = allocation.part();
            database.sql()
                    .sql("update allocation set state = 'reversed', state_at = ?, explanation = ? where id = ?")
                    .params(now, reason, allocation.id())
                    .update();
            if (part.confirmed()) {
                database.sql()
                        .sql(
                                "insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at,"
                                        + " made_by, state_at, explanation) values (?, ?, ?, ?, 'reversal-pending', ?, ?, ?, ?, ?)")
                        .params(
                                payment,
                                part.itemId(),
                                part.amount(),
                                part.purpose(),
                                Database.at(since),
                                now,
                                actor,
                                now,
                                "takes back allocation " + allocation.id() + ": " + reason)
                        .update();
            }
            paid = AllocationRows.isPaid(part.purpose()) ? paid.add(part.amount()) : paid;
            journal.add(
                    "allocation-reversed",
                    "item:" + part.itemId(),
                    actor,
                    "allocation",
                    allocation.id(),
                    "payment",
                    allocation.paymentId(),
                    "amount",
                    part.amount());
        }
        List<Long> items =
                standing.stream().map(s -> s.part().itemId()).distinct().toList();
        items.forEach(item -> reopen(item, now, journal));
        journal.write();
        new Withdrawal(database, clock).withdraw(items, "a payment was taken back");
        return paid;
    }

    private void reopen(long item, OffsetDateTime now, JournalRows journal) {
        int reopened = database.sql()
                .sql("update open_item set settled_cause = null, settled_at = null where id = ?"
                        + " and settled_cause is not null"
                        + " and (select v.open_amount from item_effective v where v.id = open_item.id) <> 0")
                .param(item)
                .update();
        if (reopened > 0) {
            database.sql()
                    .sql("insert into item_change (item_id, at, what, old_open, new_open, cause)"
                            + " select id, ?, 'reopened', erp_open, erp_open, 'returned' from open_item where id = ?")
                    .params(now, item)
                    .update();
            journal.add("item-reopened", "item:" + item, actor, "cause", "returned");
        }
    }
}
