package io.sollecito.ledger;

import io.sollecito.ledger.PaymentDecider.Part;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes allocations back: a pending one simply ends; for a confirmed one a reversal is pending until the ERP raises the
 * item again, unless it has done so already (law 10). Items that are open again are reopened and may be reminded.
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
                giveBack(allocation, payment, since, reason, now);
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

    private void giveBack(Standing allocation, Long payment, Instant since, String reason, OffsetDateTime now) {
        Part part = allocation.part();
        Optional<Long> raisedBy = raisedBy(part, since);
        String why = "takes back allocation " + allocation.id() + ": " + reason;
        database.sql()
                .sql("insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at, made_by,"
                        + " state_at, confirmed_by, explanation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        payment,
                        part.itemId(),
                        part.amount(),
                        part.purpose(),
                        raisedBy.isPresent() ? "reversal-confirmed" : "reversal-pending",
                        Database.at(since),
                        now,
                        actor,
                        now,
                        raisedBy.orElse(null),
                        raisedBy.isPresent() ? why + "; the ERP had raised or reopened the item before" : why))
                .update();
    }

    /** The export that raised the item by that much since then, beyond what other reversals account for. */
    private Optional<Long> raisedBy(Part part, Instant since) {
        return database.sql()
                .sql("select c.export_id from item_change c join export e on e.id = c.export_id where c.item_id = :item"
                        + " and e.as_of >= :since and c.what in ('changed', 'reopened')"
                        + " and abs(c.new_open) - abs(c.old_open) - coalesce((select sum(abs(a.amount)) from allocation a"
                        + "  where a.item_id = c.item_id and a.state = 'reversal-confirmed'"
                        + "  and a.confirmed_by = c.export_id), 0) >= :amount"
                        + " and :purpose not in ('interest', 'costs') order by c.id limit 1")
                .param("item", part.itemId())
                .param("since", Database.at(since))
                .param("amount", part.amount().abs())
                .param("purpose", part.purpose())
                .query(Long.class)
                .optional();
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
