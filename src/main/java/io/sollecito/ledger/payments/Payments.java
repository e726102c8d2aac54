package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person's decisions about payments (law 13): each with user and reason in the journal, none undone by a run. A decision
 * that the facts do not allow throws Refused and changes nothing.
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

    /** What can still be settled of an item: what is open, what the ERP lowered and nothing explains yet, its charges. */
    private static final class Room {
        private BigDecimal open;
        private BigDecimal unexplained;
        private final Map<String, BigDecimal> charges;

        Room(BigDecimal open, BigDecimal unexplained, Map<String, BigDecimal> charges) {
            this.open = open;
            this.unexplained = unexplained;
            this.charges = charges;
        }

        /** Pending while the item is open; confirmed when the ERP closed it and nothing explains that yet. */
        Part take(Part part) {
            if (CHARGES.contains(part.purpose())) {
                return takeOfCharges(part);
            }
            if (fits(part.amount(), open)) {
                open = open.subtract(part.amount());
                return new Part(part.itemId(), part.amount(), part.purpose(), false);
            }
            if (fits(part.amount(), unexplained)) {
                unexplained = unexplained.subtract(part.amount());
                return new Part(part.itemId(), part.amount(), part.purpose(), true);
            }
            throw new Refused("item " + part.itemId() + " has only "
                    + open.stripTrailingZeros().toPlainString() + " open beside the other parts");
        }

        private Part takeOfCharges(Part part) {
            BigDecimal charged = charges.getOrDefault(part.purpose(), BigDecimal.ZERO);
            if (!fits(part.amount(), charged)) {
                throw new Refused("item " + part.itemId() + " has only "
                        + charged.stripTrailingZeros().toPlainString() + " of " + part.purpose() + " to be paid");
            }
            charges.put(part.purpose(), charged.subtract(part.amount()));
            return part;
        }

        private static boolean fits(BigDecimal amount, BigDecimal open) {
            return amount.signum() != 0
                    && amount.signum() == open.signum()
                    && amount.abs().compareTo(open.abs()) <= 0;
        }
    }

    private static final String WRITE_OFF = "write-off";
    private static final Set<String> CHARGES = Set.of("interest", "costs");

    private final Database database;
    private final Clock clock;
    private final Map<String, Creditor> creditors;

    /** @param creditors by code */
    public Payments(Database database, Clock clock, Map<String, Creditor> creditors) {
        this.database = database;
        this.clock = clock;
        this.creditors = Map.copyOf(creditors);
    }

    /**
     * Allocates what is unallocated of a payment, or a part of it; the payment is decided then. What is written off needs
     * two people.
     */
    public void allocate(long paymentId, List<Part> parts, String user, String reason) {
        if (parts.stream().anyMatch(part -> part.purpose().equals(WRITE_OFF))) {
            throw new Refused("a write-off needs a second person");
        }
        allocate(paymentId, parts, user, null, reason);
    }

    /** The same by two people, who may write off too. */
    public void allocate(long paymentId, List<Part> parts, TwoPeople people, String reason) {
        allocate(paymentId, parts, people.user(), people.second(), reason);
    }

    private void allocate(long paymentId, List<Part> parts, String user, String second, String reason) {
        database.inTransaction(() -> {
            Payment payment = locked(paymentId);
            if (parts.isEmpty()
                    || payment.amount().signum() <= 0
                    || payment.decision().equals("returned")) {
                throw new Refused("payment " + paymentId + " cannot be allocated so");
            }
            BigDecimal paid = parts.stream()
                    .filter(part -> AllocationRows.isPaid(part.purpose()))
                    .map(Part::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left = payment.unallocated().subtract(paid);
            if (left.signum() < 0) {
                throw new Refused("payment " + paymentId + " has only "
                        + payment.unallocated().toPlainString() + " to allocate");
            }
            Instant since = AllocationRows.since(payment.booked(), zone(payment.creditor()));
            AllocationRows rows = new AllocationRows(database, clock, payment.creditor(), user);
            Map<Long, Room> rooms = new HashMap<>();
            for (Part part : parts) {
                Room room = rooms.computeIfAbsent(part.itemId(), item -> room(item, payment));
                rows.add(paymentId, room.take(part), since);
            }
            rows.write();
            decide(paymentId, payment, "allocated", left, user, second, reason);
            new LearnedAccounts(database, clock, payment.creditor()).learnFromPayments(List.of(paymentId));
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
                    .orElseThrow(() -> new Refused("there is no allocation " + allocationId));
            Payment payment = locked(paymentId);
            BigDecimal paid =
                    new Reversal(database, clock, payment.creditor(), user).ofAllocation(allocationId, reason);
            boolean stands = hasAllocations(paymentId);
            new LearnedAccounts(database, clock, payment.creditor()).unlearnFromPayment(paymentId);
            decide(
                    paymentId,
                    payment,
                    stands ? "allocated" : "unmatched",
                    payment.unallocated().add(paid),
                    user,
                    null,
                    reason);
        });
    }

    /** Says that a payment is not a debtor's. */
    public void notOurs(long paymentId, String user, String reason) {
        database.inTransaction(() -> {
            Payment payment = locked(paymentId);
            if (hasAllocations(paymentId)) {
                throw new Refused("payment " + paymentId + " is allocated; take that back first");
            }
            decide(paymentId, payment, "notOurs", payment.unallocated(), user, null, reason);
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

    private Room room(long itemId, Payment payment) {
        Item item = database.sql()
                .sql("select i.creditor, i.currency, v.open_amount from open_item i"
                        + " join item_effective v on v.id = i.id where i.id = ?")
                .param(itemId)
                .query((rs, n) ->
                        new Item(rs.getString("creditor"), rs.getString("currency"), rs.getBigDecimal("open_amount")))
                .optional()
                .orElseThrow(() -> new Refused("there is no item " + itemId));
        if (!item.creditor().equals(payment.creditor()) || !item.currency().equals(payment.currency())) {
            throw new Refused("item " + itemId + " is another creditor's or currency's");
        }
        BigDecimal unexplained = database.sql()
                .sql("select coalesce(sum(c.old_open - c.new_open - c.explained), 0) from " + MatchFacts.UNEXPLAINED
                        + " and c.item_id = ?")
                .params(Database.at(MatchFacts.decreasesSince(clock)), itemId)
                .query(BigDecimal.class)
                .single();
        return new Room(item.open(), unexplained, openCharges(itemId));
    }

    private Map<String, BigDecimal> openCharges(long itemId) {
        Map<String, BigDecimal> open = new HashMap<>();
        database.sql()
                .sql("select purpose, open_amount from open_charge where item_id = ?")
                .param(itemId)
                .query(rs -> {
                    open.put(rs.getString("purpose"), rs.getBigDecimal("open_amount"));
                });
        return open;
    }

    private Payment locked(long paymentId) {
        String creditor = database.sql()
                .sql("select creditor from payment where id = ?")
                .param(paymentId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("there is no payment " + paymentId));
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
            long paymentId,
            Payment payment,
            String decision,
            BigDecimal unallocated,
            String user,
            String second,
            String reason) {
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
                "second",
                second,
                "reason",
                reason);
        journal.write();
    }

    /** UTC for a creditor that is no longer configured. */
    private ZoneId zone(String creditor) {
        Creditor known = creditors.get(creditor);
        return known == null ? ZoneOffset.UTC : known.zone();
    }
}
