package io.sollecito.ledger.payments;

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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes allocations in batches, and with them what law 6 and law 10 ask for in the same transaction. */
final class AllocationRows {

    private record Decrease(long changeId, BigDecimal unexplained) {}

    private static final Set<String> PAID = Set.of("principal", "interest", "costs");

    private final Database database;
    private final Clock clock;
    private final String actor;
    private final JournalRows journal;
    private final OffsetDateTime now;
    private final List<Allocated> rows = new ArrayList<>();
    private final Set<Long> changed = new HashSet<>();

    AllocationRows(Database database, Clock clock, String creditor, String actor) {
        this.database = database;
        this.clock = clock;
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
        if (part.confirmed()) {
            explain(part);
        } else {
            changed.add(part.itemId());
        }
    }

    void write() {
        if (!rows.isEmpty()) {
            Map<Allocated, String> booked = new BookedAlready(database).keys(rows);
            insert(booked);
            rows.forEach(row -> tell(row, booked.containsKey(row)));
            rows.clear();
            journal.write();
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

    /** The oldest decreases of the item are explained first. */
    private void explain(Part part) {
        BigDecimal rest = part.amount();
        List<Decrease> decreases = database.sql()
                .sql("select c.id, c.old_open - c.new_open - c.explained as unexplained from " + MatchFacts.UNEXPLAINED
                        + " and c.item_id = ? order by c.id")
                .params(Database.at(MatchFacts.decreasesSince(clock)), part.itemId())
                .query((rs, n) -> new Decrease(rs.getLong("id"), rs.getBigDecimal("unexplained")))
                .list();
        for (Decrease decrease : decreases) {
            BigDecimal explained = decrease.unexplained().min(rest);
            if (explained.signum() > 0) {
                database.sql()
                        .sql("update item_change set explained = explained + ?, cause = 'payment' where id = ?")
                        .params(explained, decrease.changeId())
                        .update();
                rest = rest.subtract(explained);
            }
        }
        database.sql()
                .sql("update open_item set settled_cause = 'payment' where id = ? and settled_cause = 'unknown'")
                .param(part.itemId())
                .update();
    }
}
