package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.LockedPayment.Verdict;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person's decisions about payments (law 13): each with user and reason in the journal, none undone by a run. A decision
 * that the facts do not allow throws Refused and changes nothing.
 */
public final class Payments {

    /** An allocation that counts, for who wants to reverse it. */
    public record Standing(long id, String documentNo, BigDecimal amount, String currency, String purpose) {}

    private record Reversed(String creditor, Optional<Long> payment) {}

    private final Database database;
    private final Clock clock;
    private final Map<String, Creditor> creditors;
    private final WriteOffs writeOffs;

    /** @param creditors by code */
    public Payments(Database database, Clock clock, Map<String, Creditor> creditors) {
        this.database = database;
        this.clock = clock;
        this.creditors = Map.copyOf(creditors);
        this.writeOffs = new WriteOffs(database, clock, creditors);
    }

    /**
     * Allocates what is unallocated of a payment, or a part of it; the payment is decided then. Money out can only refund
     * credits. More written off than the creditor lets one person write off needs two people.
     */
    public void allocate(long paymentId, List<Part> parts, String user, String reason) {
        allocate(paymentId, parts, user, null, reason);
    }

    /** The same by two people, who may write off as much as is open. */
    public void allocate(long paymentId, List<Part> parts, TwoPeople people, String reason) {
        allocate(paymentId, parts, people.user(), people.second(), reason);
    }

    private void allocate(long paymentId, List<Part> parts, String user, String second, String reason) {
        database.inTransaction(() -> {
            LockedPayment payment = LockedPayment.take(database, paymentId);
            BigDecimal left = left(payment, parts);
            if (second == null) {
                writeOffs.checkLimit(payment.creditor(), payment.currency(), parts);
            }
            Instant since = AllocationRows.since(payment.booked(), zone(payment.creditor()));
            AllocationRows rows = new AllocationRows(database, clock, payment.creditor(), user);
            Map<Long, ItemRoom> rooms = new HashMap<>();
            for (Part part : parts) {
                ItemRoom room = rooms.computeIfAbsent(
                        part.itemId(),
                        item -> ItemRoom.of(database, clock, item, payment.creditor(), payment.currency()));
                rows.add(paymentId, room.take(part), since);
            }
            rows.write();
            payment.decide(new Verdict("allocated", left, user, second, reason), clock.instant());
            new LearnedAccounts(database, clock, payment.creditor()).learnFromPayments(List.of(paymentId));
        });
    }

    /** What these parts leave of the payment. */
    private static BigDecimal left(LockedPayment payment, List<Part> parts) {
        boolean isRefund = payment.amount().signum() < 0;
        boolean fitsRefund = parts.stream()
                .allMatch(part ->
                        part.purpose().equals("principal") && part.amount().signum() < 0);
        if (parts.isEmpty() || payment.amount().signum() == 0 || payment.isReturned() || isRefund && !fitsRefund) {
            throw new Refused("payment " + payment.id() + " cannot be allocated so");
        }
        BigDecimal left = parts.stream()
                .filter(part -> AllocationRows.isPaid(part.purpose()))
                .map(Part::amount)
                .reduce(payment.unallocated(), BigDecimal::subtract);
        if (left.signum() == -payment.amount().signum()) {
            throw new Refused("payment " + payment.id() + " has only "
                    + Amounts.text(payment.unallocated(), payment.currency()) + " to allocate");
        }
        return left;
    }

    /** Takes an allocation back; its amount is unallocated again, and what was written off is open again. */
    public void reverse(long allocationId, String user, String reason) {
        database.inTransaction(() -> {
            Reversed found = database.sql()
                    .sql("select i.creditor, a.payment_id from allocation a join open_item i on i.id = a.item_id"
                            + " where a.id = ?")
                    .param(allocationId)
                    .query((rs, n) -> new Reversed(
                            rs.getString("creditor"), Optional.ofNullable(rs.getObject("payment_id", Long.class))))
                    .optional()
                    .orElseThrow(() -> new Refused("there is no allocation " + allocationId));
            Reversal reversal = new Reversal(database, clock, found.creditor(), user);
            if (found.payment().isEmpty()) {
                CreditorLock.take(database, found.creditor());
                reversal.ofAllocation(allocationId, reason);
                return;
            }
            LockedPayment payment = LockedPayment.take(database, found.payment().get());
            BigDecimal paid = reversal.ofAllocation(allocationId, reason);
            new LearnedAccounts(database, clock, payment.creditor()).unlearnFromPayment(payment.id());
            payment.decide(
                    new Verdict(
                            payment.hasAllocations() ? "allocated" : "unmatched",
                            payment.unallocated().add(paid),
                            user,
                            null,
                            reason),
                    clock.instant());
        });
    }

    /** Says that a payment is not a debtor's. */
    public void notOurs(long paymentId, String user, String reason) {
        database.inTransaction(() -> {
            LockedPayment payment = LockedPayment.take(database, paymentId);
            if (payment.hasAllocations() || payment.isReturned()) {
                throw new Refused("payment " + paymentId + " is allocated or returned; take that back first");
            }
            payment.decide(new Verdict("notOurs", payment.unallocated(), user, null, reason), clock.instant());
        });
    }

    /** What the payment's candidate of that number would allocate; empty when there is none, or none any more. */
    public List<Part> candidate(long paymentId, long candidate) {
        return database.sql()
                .sql("select c.item_id, c.amount, c.purpose from candidate c join candidate first"
                        + " on first.payment_id = c.payment_id and first.ranking = c.ranking"
                        + " where c.payment_id = ? and first.id = ? order by c.id")
                .params(paymentId, candidate)
                .query((rs, n) ->
                        new Part(rs.getLong("item_id"), rs.getBigDecimal("amount"), rs.getString("purpose"), false))
                .list();
    }

    /** The allocations of a payment that were not reversed. */
    public List<Standing> standing(long paymentId) {
        return database.sql()
                .sql("select a.id, i.document_no, a.amount, i.currency, a.purpose from allocation a"
                        + " join open_item i on i.id = a.item_id"
                        + " where a.payment_id = ? and a.state in ('pending', 'confirmed') order by a.id")
                .param(paymentId)
                .query((rs, n) -> new Standing(
                        rs.getLong("id"),
                        rs.getString("document_no"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("purpose")))
                .list();
    }

    /** UTC for a creditor that is no longer configured. */
    private ZoneId zone(String creditor) {
        Creditor known = creditors.get(creditor);
        return known == null ? ZoneOffset.UTC : known.zone();
    }
}
