package io.sollecito.ledger.payments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.payments.PaymentDecider.Candidate;
import io.sollecito.ledger.payments.PaymentDecider.Decided;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Creditor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a run decided payments to be for, in batches: allocations, candidates, and the items that they suspend. */
final class DecisionRows {

    /** A payment of that amount with its decision. */
    record Row(long payment, LocalDate booked, BigDecimal amount, Decided decided) {

        boolean isAllocated() {
            return decided.decision().equals("allocated");
        }
    }

    /** An item that may be what a payment is for. */
    record Suspended(long payment, long item) {}

    private static final int SUSPENDED_BANK_DAYS = 5;

    private final Database database;
    private final Clock clock;
    private final Creditor creditor;

    DecisionRows(Database database, Clock clock, Creditor creditor) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
    }

    /** @param details names and values in turn, for the journal */
    void allocations(List<Row> rows, Object... details) {
        JournalRows journal = new JournalRows(database, clock.instant(), creditor.code());
        AllocationRows allocations = new AllocationRows(database, clock, creditor.code(), "run");
        for (Row row : rows) {
            List<Object> told = new ArrayList<>(List.of(
                    "decision",
                    row.decided().decision(),
                    "amount",
                    row.amount(),
                    "unallocated",
                    row.decided().unallocated()));
            told.addAll(List.of(details));
            journal.add("payment-decided", "payment:" + row.payment(), "run", told.toArray());
            if (row.isAllocated()) {
                for (Part part : row.decided().parts()) {
                    allocations.add(row.payment(), part, AllocationRows.since(row.booked(), creditor.zone()));
                }
            }
        }
        journal.write();
        allocations.write();
    }

    /** @param before until when items are suspended already for a payment: no decision of a run prolongs that */
    void candidates(List<Row> rows, Map<Suspended, LocalDate> before) {
        BulkInsert inserts = new BulkInsert("candidate")
                .numbers("payment_id", "ranking", "item_id")
                .amounts("score", "amount")
                .texts("evidence", "purpose")
                .dates("suspends_until");
        LocalDate until = suspendsUntil();
        for (Row row : rows) {
            int ranking = 0;
            for (Candidate candidate : row.decided().candidates()) {
                ranking++;
                for (Part part : candidate.parts()) {
                    inserts.row(
                            row.payment(),
                            ranking,
                            part.itemId(),
                            candidate.score(),
                            part.amount(),
                            candidate.evidence(),
                            part.purpose(),
                            before.getOrDefault(new Suspended(row.payment(), part.itemId()), until));
                }
            }
        }
        inserts.run(database);
    }

    /** What is left over of allocated payments suspends what else their debtors owe. */
    void leftOvers(List<Row> rows) {
        leftOver(rows.stream()
                .filter(row -> row.isAllocated() && row.decided().unallocated().signum() > 0)
                .map(Row::payment)
                .toList());
    }

    /** The same for payments by id. */
    void leftOver(List<Long> payments) {
        new LeftOver(database).suspend(payments, suspendsUntil());
    }

    /** Money that is not clear stops reminders for that long; then the digest tells it (law 6). */
    private LocalDate suspendsUntil() {
        return BusinessDays.of(creditor.country())
                .plus(LocalDate.ofInstant(clock.instant(), creditor.zone()), SUSPENDED_BANK_DAYS);
    }

    static String json(List<String> evidence) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        evidence.forEach(array::add);
        return array.toString();
    }
}
