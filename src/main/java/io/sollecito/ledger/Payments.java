package io.sollecito.ledger;

import io.sollecito.ledger.PaymentDecider.Part;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A person's decisions about payments (law 13): each with user and reason in the journal, none undone by a run. A decision
 * that the facts do not allow throws IllegalArgumentException and changes nothing.
 */
public final class Payments {

    /** An allocation that counts, for who wants to reverse it. */
    public record Standing(long id, String documentNo, BigDecimal amount, String currency, String purpose) {}

    private record Payment(
            String creditor,
            LocalDate booked,
            BigDecimal amount,
            String currency,
            BigDecimal unallocated,
            String decision) {}

    private record Item(String creditor, String currency, BigDecimal open) {}

    /** What can still be settled of an item: what is open, and what the ERP lowered and nothing explains yet. */
    private static final class Room {
        private BigDecimal open;
        private BigDecimal unexplained;

        Room(BigDecimal open, BigDecimal unexplained) {
            this.open = open;
            this.unexplained = unexplained;
        }

        /** Pending while the item is open; confirmed when the ERP closed it and nothing explains that yet. */
        Part take(Part part) {
            if (fits(part.amount(), open)) {
                open = open.subtract(part.amount());
                return new Part(part.itemId(), part.amount(), part.purpose(), false);
            }
            if (fits(part.amount(), unexplained)) {
                unexplained = unexplained.subtract(part.amount());
                return new Part(part.itemId(), part.amount(), part.purpose(), true);
            }
            throw new IllegalArgumentException("item " + part.itemId() + " has only "
                    + open.stripTrailingZeros().toPlainString() + " open beside the other parts");
        }

        private static boolean fits(BigDecimal amount, BigDecimal open) {
            return amount.signum() != 0
                    && amount.signum() == open.signum()
                    && amount.abs().compareTo(open.abs()) <= 0;
        }
    }

    private final Database database;
    private final Clock clock;

    public Payments(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Allocates what is unallocated of a payment, or a part of it; the payment is decided then. */
    public void allocate(long paymentId, List<Part> parts, String user, String reason) {
        database.inTransaction(() -> {
            Payment payment = locked(paymentId);
            if (parts.isEmpty()
                    || payment.amount().signum() <= 0
                    || payment.decision().equals("returned")) {
                throw new IllegalArgumentException("payment " + paymentId + " cannot be allocated so");
            }
            BigDecimal paid = parts.stream()
                    .filter(part -> AllocationRows.isPaid(part.purpose()))
                    .map(Part::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left = payment.unallocated().subtract(paid);
            if (left.signum() < 0) {
                throw new IllegalArgumentException("payment " + paymentId + " has only "
                        + payment.unallocated().toPlainString() + " to allocate");
            }
            Instant decreasesSince = clock.instant().minus(PaymentRows.DECREASE_DAYS, ChronoUnit.DAYS);
            AllocationRows rows = new AllocationRows(database, clock, payment.creditor(), user, decreasesSince);
            Map<Long, Room> rooms = new HashMap<>();
            for (Part part : parts) {
                Room room = rooms.computeIfAbsent(part.itemId(), item -> room(item, payment, decreasesSince));
                rows.add(paymentId, room.take(part), since(payment));
            }
            rows.write();
            decide(paymentId, payment, "allocated", left, user, reason);
            new LearnedAccounts(database, payment.creditor()).learnFromPayment(paymentId);
        });
    }

    /** Takes an allocation back; its amount is unallocated again. */
    public void reverse(long allocationId, String user, String reason) {
        database.inTransaction(() -> {
            long paymentId = database.sql()
                    .sql("select payment_id from allocation where id = ?")
                    .param(allocationId)
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new IllegalArgumentException("there is no allocation " + allocationId));
            Payment payment = locked(paymentId);
            BigDecimal paid =
                    new Reversal(database, clock, payment.creditor(), user).ofAllocation(allocationId, reason);
            boolean stands = hasAllocations(paymentId);
            new LearnedAccounts(database, payment.creditor()).unlearnFromPayment(paymentId);
            decide(
                    paymentId,
                    payment,
                    stands ? "allocated" : "unmatched",
                    payment.unallocated().add(paid),
                    user,
                    reason);
        });
    }

    /** Says that a payment is not a debtor's. */
    public void notOurs(long paymentId, String user, String reason) {
        database.inTransaction(() -> {
            Payment payment = locked(paymentId);
            if (hasAllocations(paymentId)) {
                throw new IllegalArgumentException("payment " + paymentId + " is allocated; take that back first");
            }
            decide(paymentId, payment, "notOurs", payment.unallocated(), user, reason);
        });
    }

    /** What the candidate of that rank would allocate; empty when there is none. */
    public List<Part> candidate(long paymentId, int ranking) {
        return database.sql()
                .sql("select item_id, amount, purpose from candidate where payment_id = ? and ranking = ? order by id")
                .params(paymentId, ranking)
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

    private Room room(long itemId, Payment payment, Instant decreasesSince) {
        Item item = database.sql()
                .sql("select i.creditor, i.currency, v.open_amount from open_item i"
                        + " join item_effective v on v.id = i.id where i.id = ?")
                .param(itemId)
                .query((rs, n) ->
                        new Item(rs.getString("creditor"), rs.getString("currency"), rs.getBigDecimal("open_amount")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no item " + itemId));
        if (!item.creditor().equals(payment.creditor()) || !item.currency().equals(payment.currency())) {
            throw new IllegalArgumentException("item " + itemId + " is another creditor's or currency's");
        }
        BigDecimal unexplained = database.sql()
                .sql("select coalesce(sum(c.old_open - c.new_open - c.explained), 0) from " + MatchFacts.UNEXPLAINED
                        + " and c.item_id = ?")
                .params(Database.at(decreasesSince), itemId)
                .query(BigDecimal.class)
                .single();
        return new Room(item.open(), unexplained);
    }

    private Payment locked(long paymentId) {
        String creditor = database.sql()
                .sql("select creditor from payment where id = ?")
                .param(paymentId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no payment " + paymentId));
        CreditorLock.take(database, creditor);
        return database.sql()
                .sql("select creditor, booking_date, amount, currency, unallocated, decision from payment where id = ?"
                        + " for update")
                .param(paymentId)
                .query((rs, n) -> new Payment(
                        rs.getString("creditor"),
                        rs.getObject("booking_date", LocalDate.class),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getBigDecimal("unallocated"),
                        rs.getString("decision")))
                .single();
    }

    private boolean hasAllocations(long paymentId) {
        return database.sql()
                .sql("select id from allocation where payment_id = ? and state in ('pending', 'confirmed') limit 1")
                .param(paymentId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private void decide(
            long paymentId, Payment payment, String decision, BigDecimal unallocated, String user, String reason) {
        database.sql()
                .sql("update payment set decision = ?, decided_by = ?, unallocated = ?, decided_at = ? where id = ?")
                .params(decision, user, unallocated, Database.at(clock.instant()), paymentId)
                .update();
        JournalRows journal = new JournalRows(database, clock.instant(), payment.creditor());
        journal.add(
                "payment-decided",
                "payment:" + paymentId,
                user,
                "decision",
                decision,
                "amount",
                payment.amount(),
                "unallocated",
                unallocated,
                "reason",
                reason);
        journal.write();
    }

    private static Instant since(Payment payment) {
        return payment.booked().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
