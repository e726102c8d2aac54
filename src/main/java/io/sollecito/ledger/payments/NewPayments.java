package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.PaymentDecider.Decided;
import io.sollecito.ledger.payments.PaymentDecider.NewPayment;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The new payments of a statement: decided and written in batches, with everything that follows from them. */
final class NewPayments {

    private record Row(long entryId, int seq, NewPayment payment) {}

    /** From so many on, what the database believes of its tables is worth a fresh look. */
    private static final int MANY = 1_000;

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

    void add(long entryId, String account, Statement.Entry entry) {
        int seq = 0;
        for (Statement.Payment payment : entry.payments()) {
            rows.add(new Row(entryId, ++seq, new NewPayment(account, entry, payment)));
        }
    }

    /** How many payments had which decision. */
    Map<String, Integer> decideAndWrite(PaymentDecider decider) {
        List<Decided> decisions =
                decider.decide(rows.stream().map(Row::payment).toList(), new MatchFacts(database, creditor.code()));
        insert(decisions);
        List<Long> ids = ids();
        List<DecisionRows.Row> decided = decided(decisions, ids);
        DecisionRows written = new DecisionRows(database, clock, creditor);
        written.allocations(decided);
        written.candidates(decided, Map.of());
        if (rows.size() > MANY) {
            database.dialect().paymentsGrew(database);
        }
        returns(decisions, ids);
        written.leftOvers(decided);
        new LearnedAccounts(database, clock, creditor.code()).learnFrom(statementId);
        Map<String, Integer> counts = new TreeMap<>();
        decisions.forEach(each -> counts.merge(each.decision(), 1, Integer::sum));
        return counts;
    }

    private void insert(List<Decided> decisions) {
        BulkInsert payments = new BulkInsert("payment")
                .numbers("entry_id", "seq")
                .texts(
                        "creditor",
                        "currency",
                        "end_to_end_id",
                        "creditor_reference",
                        "remittance",
                        "counterparty_name",
                        "counterparty_iban",
                        "return_reason",
                        "transaction_code",
                        "original_currency",
                        "decision",
                        "decided_by",
                        "evidence")
                .dates("booking_date")
                .amounts("amount", "charges", "original_amount", "return_fee", "unallocated")
                .moments("decided_at");
        OffsetDateTime now = Database.at(clock.instant());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Decided decided = decisions.get(i);
            Statement.Payment payment = row.payment().payment();
            Statement.Counterparty other = payment.counterparty();
            payments.row(
                    row.entryId(),
                    row.seq(),
                    creditor.code(),
                    payment.currency(),
                    payment.endToEndId(),
                    payment.creditorReference(),
                    payment.remittance(),
                    other == null ? null : other.name(),
                    other == null ? null : other.iban(),
                    payment.returnReason(),
                    payment.particulars().transactionCode(),
                    payment.particulars().originalCurrency(),
                    decided.decision(),
                    "run",
                    DecisionRows.json(decided.evidence()),
                    row.payment().entry().bookingDate(),
                    payment.amount(),
                    payment.particulars().charges(),
                    payment.particulars().originalAmount(),
                    decided.returnFee(),
                    decided.unallocated(),
                    now);
        }
        payments.run(database);
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

    private List<DecisionRows.Row> decided(List<Decided> decisions, List<Long> ids) {
        List<DecisionRows.Row> decided = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            NewPayment payment = rows.get(i).payment();
            decided.add(new DecisionRows.Row(
                    ids.get(i), payment.entry().bookingDate(), payment.payment().amount(), decisions.get(i)));
        }
        return decided;
    }

    private void returns(List<Decided> decisions, List<Long> ids) {
        ReturnedPayments returned = new ReturnedPayments(database, clock, creditor);
        for (int i = 0; i < rows.size(); i++) {
            Long about = decisions.get(i).about();
            if (about == null) {
                continue;
            }
            long known = about < 0 ? ids.get((int) (-1 - about)) : about;
            database.sql()
                    .sql("update payment set about_payment = ? where id = ?")
                    .params(known, ids.get(i))
                    .update();
            if (decisions.get(i).decision().equals("returned")) {
                String why = rows.get(i).payment().payment().returnReason();
                returned.giveBack(known, ids.get(i), since(rows.get(i)), why);
            }
        }
    }

    private Instant since(Row row) {
        return AllocationRows.since(row.payment().entry().bookingDate(), creditor.zone());
    }
}
