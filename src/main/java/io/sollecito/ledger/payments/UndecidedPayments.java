package io.sollecito.ledger.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.DecisionRows.Suspended;
import io.sollecito.ledger.payments.PaymentDecider.Decided;
import io.sollecito.ledger.payments.PaymentDecider.NewPayment;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Payments that have money left and that no person decided. Whoever changes what is open lets them be matched again in the
 * same transaction, under the creditor's lock: the payment may have come before its invoice (law 6).
 */
public final class UndecidedPayments {

    /** A payment; of one that is allocated in part, {@code left} is matched alone. */
    private record Undecided(
            long id,
            String decision,
            BigDecimal amount,
            BigDecimal left,
            List<String> evidence,
            LocalDate booked,
            NewPayment payment) {

        boolean isRest() {
            return decision.equals("allocated");
        }

        /** What a run finds now; of a rest, beside what was found before. */
        DecisionRows.Row row(Decided decided, long export) {
            List<String> told = new ArrayList<>(isRest() ? evidence : List.of());
            told.addAll(decided.evidence());
            told.add("matched again after export " + export);
            return new DecisionRows.Row(
                    id,
                    booked,
                    amount,
                    new Decided(
                            decided.decision(),
                            decided.unallocated(),
                            told,
                            decided.parts(),
                            decided.candidates(),
                            null,
                            null));
        }
    }

    private record CandidateRow(int ranking, long item, BigDecimal amount, String purpose) {}

    /** Booked at most that long ago; older money waits for a person alone. */
    private static final int DAYS = 90;

    private static final String WHICH = " where p.creditor = ?"
            + " and p.decision in ('unmatched', 'candidates', 'allocated') and p.unallocated > 0"
            + " and p.decided_by = 'run' and p.awaits is null and p.amount > 0 and p.booking_date >= ?";

    /** What a payment was not known to be, it does not become by an export: money of which nothing is known stays shown. */
    private static final Set<String> FOUND = Set.of("allocated", "candidates", "unmatched");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;

    public UndecidedPayments(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public boolean anyOf(String creditor) {
        return database.sql()
                .sql("select 1 from payment p" + WHICH + " limit 1")
                .params(creditor, since())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Matches them against the ledger as it is now; what is found as before stays untouched. */
    public void matchAgain(Creditor creditor, long export, PaymentDecider decider) {
        database.dialect().expectAnything(database);
        List<Undecided> undecided = database.sql()
                .sql("select p.*, e.account, e.reversal, e.bank_reference from payment p"
                        + " join bank_entry e on e.id = p.entry_id" + WHICH
                        + " order by p.booking_date, p.id")
                .params(creditor.code(), since())
                .query((rs, n) -> undecided(rs))
                .list();
        List<Decided> decisions = decider.decide(
                undecided.stream().map(Undecided::payment).toList(), new MatchFacts(database, creditor.code()));
        Map<Long, Map<CandidateRow, LocalDate>> before = candidates(undecided);
        List<DecisionRows.Row> changed = new ArrayList<>();
        List<Long> rests = new ArrayList<>();
        for (int i = 0; i < undecided.size(); i++) {
            Undecided each = undecided.get(i);
            Decided decided = decisions.get(i);
            if (isNew(each, decided, before.getOrDefault(each.id(), Map.of()))) {
                changed.add(each.row(decided, export));
            } else if (each.isRest()) {
                rests.add(each.id());
            }
        }
        DecisionRows rows = new DecisionRows(database, clock, creditor);
        if (!changed.isEmpty()) {
            update(changed);
            rows.allocations(changed, "export", export);
            rows.candidates(changed, suspended(before));
            rows.leftOvers(changed);
            new LearnedAccounts(database, clock, creditor.code())
                    .learnFromPayments(changed.stream()
                            .filter(DecisionRows.Row::isAllocated)
                            .map(DecisionRows.Row::payment)
                            .toList());
        }
        rows.leftOver(rests);
    }

    private static boolean isNew(Undecided payment, Decided decided, Map<CandidateRow, LocalDate> before) {
        if (payment.isRest() || decided.decision().equals("allocated")) {
            return decided.decision().equals("allocated");
        }
        return FOUND.contains(decided.decision())
                && !(decided.decision().equals(payment.decision())
                        && rows(decided).equals(before.keySet()));
    }

    private static Set<CandidateRow> rows(Decided decided) {
        Set<CandidateRow> rows = new HashSet<>();
        for (int i = 0; i < decided.candidates().size(); i++) {
            int ranking = i + 1;
            decided.candidates()
                    .get(i)
                    .parts()
                    .forEach(part -> rows.add(new CandidateRow(
                            ranking, part.itemId(), part.amount().stripTrailingZeros(), part.purpose())));
        }
        return rows;
    }

    /** The candidates as they were, with the last day on which each suspends its item. */
    private Map<Long, Map<CandidateRow, LocalDate>> candidates(List<Undecided> payments) {
        Map<Long, Map<CandidateRow, LocalDate>> found = new HashMap<>();
        database.sql()
                .sql("select payment_id, ranking, item_id, amount, purpose, suspends_until from candidate"
                        + " where payment_id = any(?)")
                .param(ids(payments.stream().map(Undecided::id).toList()))
                .query(rs -> {
                    found.computeIfAbsent(rs.getLong("payment_id"), id -> new HashMap<>())
                            .put(
                                    new CandidateRow(
                                            rs.getInt("ranking"),
                                            rs.getLong("item_id"),
                                            rs.getBigDecimal("amount").stripTrailingZeros(),
                                            rs.getString("purpose")),
                                    rs.getObject("suspends_until", LocalDate.class));
                });
        return found;
    }

    private static Map<Suspended, LocalDate> suspended(Map<Long, Map<CandidateRow, LocalDate>> candidates) {
        Map<Suspended, LocalDate> until = new HashMap<>();
        candidates.forEach((payment, rows) -> rows.forEach((row, day) -> until.merge(
                new Suspended(payment, row.item()), day, (one, other) -> one.isBefore(other) ? one : other)));
        return until;
    }

    private void update(List<DecisionRows.Row> rows) {
        database.sql()
                .sql("delete from candidate where payment_id = any(?)")
                .param(ids(rows.stream().map(DecisionRows.Row::payment).toList()))
                .update();
        database.jdbc()
                .batchUpdate(
                        "update payment set decision = ?, unallocated = ?, evidence = ?, decided_at = ? where id = ?",
                        rows.stream()
                                .map(row -> new Object[] {
                                    row.decided().decision(),
                                    row.decided().unallocated(),
                                    DecisionRows.json(row.decided().evidence()),
                                    Database.at(clock.instant()),
                                    row.payment()
                                })
                                .toList());
    }

    private LocalDate since() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
    }

    private static Undecided undecided(ResultSet rs) throws SQLException {
        BigDecimal left = rs.getBigDecimal("unallocated");
        Statement.Payment payment = new Statement.Payment(
                left,
                rs.getString("currency"),
                rs.getString("end_to_end_id"),
                rs.getString("creditor_reference"),
                rs.getString("remittance"),
                counterparty(rs.getString("counterparty_name"), rs.getString("counterparty_iban")),
                rs.getString("return_reason"),
                new Statement.Particulars(
                        rs.getString("transaction_code"),
                        rs.getBigDecimal("charges"),
                        rs.getBigDecimal("original_amount"),
                        rs.getString("original_currency")));
        LocalDate booked = rs.getObject("booking_date", LocalDate.class);
        Statement.Entry entry = new Statement.Entry(
                booked,
                booked,
                left,
                rs.getString("currency"),
                rs.getBoolean("reversal"),
                rs.getString("bank_reference"),
                List.of(payment));
        return new Undecided(
                rs.getLong("id"),
                rs.getString("decision"),
                rs.getBigDecimal("amount"),
                left,
                sentences(rs.getString("evidence")),
                booked,
                new NewPayment(rs.getString("account"), entry, payment));
    }

    private static Statement.Counterparty counterparty(String name, String iban) {
        return name == null && iban == null ? null : new Statement.Counterparty(name, iban);
    }

    private static List<String> sentences(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, SENTENCES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the evidence of a payment is not JSON", broken);
        }
    }

    private static SqlArrayValue ids(List<Long> ids) {
        return new SqlArrayValue("int8", ids.toArray());
    }
}
