package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.outbox.Withdrawal;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes allocations back: a pending one simply ends. Of a confirmed one the money has gone back when the bank says so:
 * the return is pending until the ERP raises the item again, unless it has done so already (law 10), and the item may be
 * reminded. When a person says that the payment was for something else, the ERP's figures stand.
 */
final class Reversal {

    private record Standing(long id, Long paymentId, Part part, Long confirmedBy) {}

    private record Raise(long export, BigDecimal amount) {}

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

    /** Gives back what a payment paid; {@code returning} is the payment that does, since then. */
    void ofPayment(long paymentId, long returning, Instant since, String reason) {
        reverse(
                standing("payment_id", paymentId),
                reason,
                allocation -> giveBack(allocation, returning, since, reason));
    }

    /** Takes back one allocation; returns the paid amount. */
    BigDecimal ofAllocation(long allocationId, String reason) {
        List<Standing> standing = standing("id", allocationId);
        if (standing.isEmpty()) {
            throw new Refused("allocation " + allocationId + " does not stand");
        }
        Part part = standing.get(0).part();
        reverse(
                standing,
                reason,
                allocation -> new Unexplaining(database).of(part.itemId(), part.amount(), allocation.confirmedBy()));
        return AllocationRows.isPaid(part.purpose()) ? part.amount() : BigDecimal.ZERO;
    }

    private List<Standing> standing(String column, long value) {
        return database.sql()
                .sql("select id, payment_id, item_id, amount, purpose, state, confirmed_by from allocation where "
                        + column + " = ? and state in ('pending', 'confirmed') order by id for update")
                .param(value)
                .query((rs, n) -> new Standing(
                        rs.getLong("id"),
                        rs.getObject("payment_id", Long.class),
                        new Part(
                                rs.getLong("item_id"),
                                rs.getBigDecimal("amount"),
                                rs.getString("purpose"),
                                rs.getString("state").equals("confirmed")),
                        rs.getObject("confirmed_by", Long.class)))
                .list();
    }

    private void reverse(List<Standing> standing, String reason, Consumer<Standing> ofConfirmed) {
        OffsetDateTime now = Database.at(clock.instant());
        JournalRows journal = new JournalRows(database, clock.instant(), creditor);
        for (Standing allocation : standing) {
            Part part = allocation.part();
            database.sql()
                    .sql("update allocation set state = 'reversed', state_at = ?, explanation = ? where id = ?")
                    .params(now, reason, allocation.id())
                    .update();
            if (part.confirmed()) {
                ofConfirmed.accept(allocation);
            }
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
    }

    private void giveBack(Standing allocation, long payment, Instant since, String reason) {
        Part part = allocation.part();
        BigDecimal rest = part.amount().abs();
        String why = "takes back allocation " + allocation.id() + ": " + reason;
        for (Raise raise : raises(part, since)) {
            BigDecimal accounted = raise.amount().min(rest);
            if (accounted.signum() > 0) {
                String raised = why + "; the ERP had raised or reopened the item before";
                insert(allocation, accounted, "reversal-confirmed", payment, since, raise.export(), raised);
                rest = rest.subtract(accounted);
            }
        }
        if (rest.signum() > 0) {
            insert(allocation, rest, "reversal-pending", payment, since, null, why);
        }
    }

    private void insert(
            Standing returned,
            BigDecimal amount,
            String state,
            long payment,
            Instant since,
            Long raisedBy,
            String why) {
        Part part = returned.part();
        OffsetDateTime now = Database.at(clock.instant());
        database.sql()
                .sql(
                        "insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at, made_by,"
                                + " state_at, confirmed_by, explanation, takes_back) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        payment,
                        part.itemId(),
                        part.amount().signum() < 0 ? amount.negate() : amount,
                        part.purpose(),
                        state,
                        Database.at(since),
                        now,
                        actor,
                        now,
                        raisedBy,
                        why,
                        returned.id()))
                .update();
    }

    /** By how much exports raised the item since then, beyond what other reversals account for; oldest first. */
    private List<Raise> raises(Part part, Instant since) {
        return database.sql()
                .sql("select c.export_id, abs(c.new_open) - abs(c.old_open) - coalesce((select sum(abs(a.amount))"
                        + "  from allocation a where a.item_id = c.item_id and a.state = 'reversal-confirmed'"
                        + "  and a.confirmed_by = c.export_id), 0) as raised"
                        + " from item_change c join export e on e.id = c.export_id where c.item_id = :item"
                        + " and e.as_of >= :since and c.what in ('changed', 'reopened')"
                        + " and :purpose not in ('interest', 'costs') order by c.id")
                .param("item", part.itemId())
                .param("since", Database.at(since))
                .param("purpose", part.purpose())
                .query((rs, n) -> new Raise(rs.getLong("export_id"), rs.getBigDecimal("raised")))
                .list();
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
