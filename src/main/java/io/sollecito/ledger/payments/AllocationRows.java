package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.outbox.Withdrawal;
import io.sollecito.ledger.payments.BookedAlready.Allocated;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes allocations in batches, and with them what law 6 and law 10 ask for in the same transaction. */
final class AllocationRows {

    /** A decrease that the ERP showed, and how much of it these allocations explain. */
    private static final class Decrease {
        private final long changeId;
        private BigDecimal unexplained;
        private BigDecimal explained = BigDecimal.ZERO;

        Decrease(long changeId, BigDecimal unexplained) {
            this.changeId = changeId;
            this.unexplained = unexplained;
        }

        /** What of that amount it takes. */
        BigDecimal explain(BigDecimal amount) {
            BigDecimal taken = unexplained.min(amount).max(BigDecimal.ZERO);
            unexplained = unexplained.subtract(taken);
            explained = explained.add(taken);
            return taken;
        }
    }

    private static final Set<String> PAID = Set.of("principal", "interest", "costs");

    private final Database database;
    private final Clock clock;
    private final String creditor;
    private final String actor;
    private final JournalRows journal;
    private final OffsetDateTime now;
    private final List<Allocated> rows = new ArrayList<>();
    private final Set<Long> changed = new HashSet<>();

    AllocationRows(Database database, Clock clock, String creditor, String actor) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
        this.actor = actor;
        this.journal = new JournalRows(database, clock.instant(), creditor);
        this.now = Database.at(clock.instant());
    }

    /** Whether it is taken out of the payment; the others settle the item beside it. */
    static boolean isPaid(String purpose) {
        return PAID.contains(purpose);
    }

    /** When the bank showed the money: as the creditor's day began. */
    static Instant since(LocalDate booked, ZoneId zone) {
        return booked.atStartOfDay(zone).toInstant();
    }

    /** @param since when the bank showed the money */
    void add(long paymentId, Part part, Instant since) {
        rows.add(new Allocated(paymentId, part, since));
        if (!part.confirmed()) {
            changed.add(part.itemId());
        }
    }

    void write() {
        if (!rows.isEmpty()) {
            explain();
            Map<Allocated, String> booked = new BookedAlready(database).keys(rows);
            insert(booked);
            rows.forEach(row -> tell(row, booked.containsKey(row)));
            List<Allocated> told = List.copyOf(rows);
            rows.clear();
            journal.write();
            new HandedOverMoney(database, clock, creditor).tell(told);
            new Withdrawal(database, clock).withdraw(changed, "paid: the bank shows the money");
        }
    }

    private void tell(Allocated allocated, boolean booked) {
        Part part = allocated.part();
        journal.add(
                "allocation-made",
                "item:" + part.itemId(),
                actor,
                "payment",
                allocated.payment(),
                "amount",
                part.amount(),
                "for",
                part.purpose(),
                "confirmed",
                part.confirmed() || booked);
    }

    private void insert(Map<Allocated, String> booked) {
        BulkInsert allocations = new BulkInsert("allocation")
                .numbers("payment_id", "item_id")
                .amounts("amount")
                .texts("purpose", "state", "made_by", "explanation", "booked_key")
                .moments("since", "made_at", "state_at", "confirmed_at");
        for (Allocated row : rows) {
            Part part = row.part();
            String confirmed = confirmedBecause(part, booked.get(row));
            allocations.row(
                    row.payment(),
                    part.itemId(),
                    part.amount(),
                    part.purpose(),
                    confirmed == null ? "pending" : "confirmed",
                    actor,
                    confirmed,
                    booked.get(row),
                    Database.at(row.since()),
                    now,
                    now,
                    confirmed == null ? null : now);
        }
        allocations.run(database);
    }

    /** Null while the ERP has not accounted for the money. */
    private static String confirmedBecause(Part part, String bookedKey) {
        if (bookedKey != null) {
            return "booked as an item of its own";
        }
        return part.confirmed() ? "the ERP had lowered or closed the item before" : null;
    }

    /** The oldest decreases of an item are explained first. */
    private void explain() {
        List<Part> parts =
                rows.stream().map(Allocated::part).filter(Part::confirmed).toList();
        if (parts.isEmpty()) {
            return;
        }
        SqlArrayValue items = AnyOf.numbers(parts.stream().map(Part::itemId).toList());
        Map<Long, List<Decrease>> decreases = decreases(items);
        for (Part part : parts) {
            BigDecimal rest = part.amount();
            for (Decrease decrease : decreases.getOrDefault(part.itemId(), List.of())) {
                rest = rest.subtract(decrease.explain(rest));
            }
        }
        List<Object[]> explained = decreases.values().stream()
                .flatMap(List::stream)
                .filter(decrease -> decrease.explained.signum() > 0)
                .map(decrease -> new Object[] {decrease.explained, decrease.changeId})
                .toList();
        database.jdbc()
                .batchUpdate(
                        "update item_change set explained = explained + ?, cause = 'payment' where id = ?", explained);
        database.sql()
                .sql("update open_item set settled_cause = 'payment' where id = any(?)"
                        + " and (settled_cause = 'unknown' or settled_cause = 'collected' and not in_collection)")
                .param(items)
                .update();
    }

    private Map<Long, List<Decrease>> decreases(SqlArrayValue items) {
        Map<Long, List<Decrease>> found = new LinkedHashMap<>();
        database.sql()
                .sql("select c.id, c.item_id, c.old_open - c.new_open - c.explained as unexplained from "
                        + MatchFacts.UNEXPLAINED + " and c.item_id = any(?) order by c.id")
                .params(Database.at(MatchFacts.decreasesSince(clock)), items)
                .query(rs -> {
                    found.computeIfAbsent(rs.getLong("item_id"), item -> new ArrayList<>(1))
                            .add(new Decrease(rs.getLong("id"), rs.getBigDecimal("unexplained")));
                });
        return found;
    }
}
