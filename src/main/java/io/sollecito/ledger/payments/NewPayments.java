package io.sollecito.ledger.payments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.payments.PaymentDecider.Candidate;
import io.sollecito.ledger.payments.PaymentDecider.Decided;
import io.sollecito.ledger.payments.PaymentDecider.NewPayment;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The new payments of a statement: decided and written in batches, with everything that follows from them. */
final class NewPayments {

    private static final int SUSPENDED_BANK_DAYS = 5;

    private record Row(long entryId, int seq, NewPayment payment) {}

    private final Database database;
    private final Clock clock;
    private final Creditor creditor;
    private final long statementId;
    private final List<Row> rows = new ArrayList<>();

    NewPayments(Database database, Clock clock, Creditor creditor, long statementId) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
        this.statementId = statementId;
    }

    void add(long entryId, Statement.Entry entry) {
        int seq = 0;
        for (Statement.Payment payment : entry.payments()) {
            rows.add(new Row(entryId, ++seq, new NewPayment(entry, payment)));
        }
    }

    /** How many payments had which decision. */
    Map<String, Integer> decideAndWrite(String account, PaymentDecider decider) {
        List<Decided> decisions = decider.decide(
                account, rows.stream().map(Row::payment).toList(), new MatchFacts(database, creditor.code()));
        insert(decisions);
        List<Long> ids = ids();
        allocations(decisions, ids);
        candidates(decisions, ids);
        returns(decisions, ids);
        leftOvers(decisions, ids);
        new LearnedAccounts(database, creditor.code()).learnFrom(statementId);
        Map<String, Integer> counts = new TreeMap<>();
        decisions.forEach(decided -> counts.merge(decided.decision(), 1, Integer::sum));
        return counts;
    }

    private void insert(List<Decided> decisions) {
        List<Object[]> values = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            values.add(values(rows.get(i), decisions.get(i)));
        }
        database.jdbc()
                .batchUpdate(
                        "insert into payment (entry_id, creditor, seq, booking_date, amount, currency, end_to_end_id,"
                                + " creditor_reference, remittance, counterparty_name, counterparty_iban, return_reason, decision,"
                                + " decided_by, unallocated, evidence, decided_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'run', ?, ?, ?)",
                        values);
    }

    private Object[] values(Row row, Decided decided) {
        Statement.Payment payment = row.payment().payment();
        Statement.Counterparty other = payment.counterparty();
        return new Object[] {
            row.entryId(),
            creditor.code(),
            row.seq(),
            row.payment().entry().bookingDate(),
            payment.amount(),
            payment.currency(),
            payment.endToEndId(),
            payment.creditorReference(),
            payment.remittance(),
            other == null ? null : other.name(),
            other == null ? null : other.iban(),
            payment.returnReason(),
            decided.decision(),
            decided.unallocated(),
            json(decided.evidence()),
            Database.at(clock.instant())
        };
    }

    private List<Long> ids() {
        Map<String, Long> found = new HashMap<>();
        database.sql()
                .sql("select p.id, p.entry_id, p.seq from payment p join bank_entry e on e.id = p.entry_id"
                        + " where e.statement_id = ?")
                .param(statementId)
                .query(rs -> {
                    found.put(rs.getLong("entry_id") + "/" + rs.getInt("seq"), rs.getLong("id"));
                });
        return rows.stream()
                .map(row -> found.get(row.entryId() + "/" + row.seq()))
                .toList();
    }

    private void allocations(List<Decided> decisions, List<Long> ids) {
        JournalRows journal = new JournalRows(database, clock.instant(), creditor.code());
        AllocationRows allocations = new AllocationRows(database, clock, creditor.code(), "run");
        for (int i = 0; i < rows.size(); i++) {
            Decided decided = decisions.get(i);
            journal.add(
                    "payment-decided",
                    "payment:" + ids.get(i),
                    "run",
                    "decision",
                    decided.decision(),
                    "amount",
                    rows.get(i).payment().payment().amount(),
                    "unallocated",
                    decided.unallocated());
            if (decided.decision().equals("allocated")) {
                for (Part part : decided.parts()) {
                    allocations.add(ids.get(i), part, since(rows.get(i)));
                }
            }
        }
        journal.write();
        allocations.write();
    }

    private void candidates(List<Decided> decisions, List<Long> ids) {
        List<Object[]> values = new ArrayList<>();
        LocalDate until = suspendsUntil();
        for (int i = 0; i < rows.size(); i++) {
            int ranking = 0;
            for (Candidate candidate : decisions.get(i).candidates()) {
                ranking++;
                for (Part part : candidate.parts()) {
                    values.add(new Object[] {
                        ids.get(i),
                        ranking,
                        candidate.score(),
                        candidate.evidence(),
                        part.itemId(),
                        part.amount(),
                        part.purpose(),
                        until
                    });
                }
            }
        }
        if (!values.isEmpty()) {
            database.jdbc()
                    .batchUpdate(
                            "insert into candidate (payment_id, ranking, score, evidence, item_id, amount,"
                                    + " purpose, suspends_until) values (?, ?, ?, ?, ?, ?, ?, ?)",
                            values);
        }
    }

    /** Money that is not clear stops reminders for that long; then the digest tells it (law 6). */
    private LocalDate suspendsUntil() {
        return BusinessDays.of(creditor.country())
                .plus(LocalDate.ofInstant(clock.instant(), creditor.zone()), SUSPENDED_BANK_DAYS);
    }

    private void leftOvers(List<Decided> decisions, List<Long> ids) {
        List<Long> paidMore = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decided decided = decisions.get(i);
            if (decided.decision().equals("allocated") && decided.unallocated().signum() > 0) {
                paidMore.add(ids.get(i));
            }
        }
        new LeftOver(database).suspend(paidMore, suspendsUntil());
    }

    private void returns(List<Decided> decisions, List<Long> ids) {
        for (int i = 0; i < rows.size(); i++) {
            Long original = decisions.get(i).original();
            if (original == null) {
                continue;
            }
            long paymentId = original < 0 ? ids.get((int) (-1 - original)) : original;
            String why = rows.get(i).payment().payment().returnReason();
            new Reversal(database, clock, creditor.code(), "run")
                    .ofPayment(
                            paymentId, ids.get(i), since(rows.get(i)), why == null ? "returned" : "returned, " + why);
            database.sql()
                    .sql("update payment set decision = 'returned', unallocated = amount where id = ?")
                    .param(paymentId)
                    .update();
        }
    }

    private Instant since(Row row) {
        return AllocationRows.since(row.payment().entry().bookingDate(), creditor.zone());
    }

    private static String json(List<String> evidence) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        evidence.forEach(array::add);
        return array.toString();
    }
}
