package io.sollecito.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.Cases.Account;
import io.sollecito.ledger.Cases.Row;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/** What belongs to the debtors of a batch: themselves, their holds, what was sent to them, what was approved. */
final class CaseFacts {

    /** Reminders of items settled longer ago than this play no part any more. */
    private static final int DAYS_OF_SETTLED_HISTORY = 120;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HISTORY = """
            select i.source, i.debtor, i.item_key, r.plan, ri.step, ri.repeat_no, r.state, r.effective_on, r.deadline,
              r.reason, p.run_date
            from open_item i
            join reminder_item ri on ri.item_id = i.id
            join reminder r on r.id = ri.reminder_id
            join planning_run p on p.id = r.run_id
            where i.creditor = ? and i.source = any(?) and i.debtor = any(?) and ri.advances and r.state <> 'cancelled'
              and (i.settled_cause is null or p.run_date > ?)
            order by r.id""";

    private record Held(Account account, Long itemId) {}

    private final Database database;

    CaseFacts(Database database) {
        this.database = database;
    }

    Batch of(String creditor, LocalDate asOf, Map<Account, List<Row>> batch) {
        Batch known = new Batch();
        SqlArrayValue sources = texts(batch.keySet().stream().map(Account::source));
        SqlArrayValue debtors = texts(batch.keySet().stream().map(Account::debtor));
        database.sql()
                .sql("select source, debtor, canonical from debtor"
                        + " where creditor = ? and source = any(?) and debtor = any(?)")
                .params(creditor, sources, debtors)
                .query(rs -> {
                    known.debtors.put(
                            new Account(rs.getString("source"), rs.getString("debtor")),
                            debtor(rs.getString("canonical")));
                });
        database.sql()
                .sql("select * from hold where creditor = ? and source = any(?) and debtor = any(?)"
                        + " and ended_at is null and starts_on <= ? and (ends_on is null or ends_on >= ?) order by id")
                .params(creditor, sources, debtors, asOf, asOf)
                .query(rs -> {
                    Account account = new Account(rs.getString("source"), rs.getString("debtor"));
                    known.holds
                            .computeIfAbsent(
                                    new Held(account, rs.getObject("item_id", Long.class)),
                                    unknown -> new ArrayList<>())
                            .add(CaseRows.hold(rs));
                });
        database.sql()
                .sql(HISTORY)
                .params(creditor, sources, debtors, asOf.minusDays(DAYS_OF_SETTLED_HISTORY))
                .query(rs -> {
                    Account account = new Account(rs.getString("source"), rs.getString("debtor"));
                    known.history
                            .computeIfAbsent(account, unknown -> new HashMap<>())
                            .computeIfAbsent(rs.getString("item_key"), unknown -> new ArrayList<>())
                            .add(CaseRows.step(rs));
                });
        Object[] items =
                batch.values().stream().flatMap(List::stream).map(Row::id).toArray();
        database.sql()
                .sql(
                        "select item_id, step from approval where item_id = any(?) and used_at is null and expires_on >= ?")
                .params(new SqlArrayValue("int8", items), asOf)
                .query(rs -> {
                    known.approved
                            .computeIfAbsent(rs.getLong("item_id"), unknown -> new HashSet<>())
                            .add(rs.getString("step"));
                });
        return known;
    }

    private static SqlArrayValue texts(Stream<String> values) {
        return new SqlArrayValue("varchar", values.distinct().toArray());
    }

    private static Debtor debtor(String canonical) {
        try {
            return CanonicalJson.debtor(JSON.readTree(canonical));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a debtor in the ledger is not JSON", broken);
        }
    }

    /** The facts of one batch. */
    static final class Batch {

        private final Map<Account, Debtor> debtors = new HashMap<>();
        private final Map<Held, List<Hold>> holds = new HashMap<>();
        private final Map<Account, Map<String, List<SentStep>>> history = new HashMap<>();
        private final Map<Long, Set<String>> approved = new HashMap<>();

        /** An account that the ERP has delivered no master data of is known by its number only. */
        Debtor debtor(String creditor, Account account) {
            Debtor known = debtors.get(account);
            return known != null
                    ? known
                    : new Debtor(
                            creditor,
                            account.source(),
                            account.debtor(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
        }

        List<Hold> holds(Row row) {
            List<Hold> all = new ArrayList<>(holds.getOrDefault(new Held(row.account(), null), List.of()));
            all.addAll(holds.getOrDefault(new Held(row.account(), row.id()), List.of()));
            return all;
        }

        /** An item that continues another one goes on from the steps of that one. */
        List<SentStep> history(Row row) {
            Map<String, List<SentStep>> ofDebtor = history.getOrDefault(row.account(), Map.of());
            List<SentStep> own = ofDebtor.getOrDefault(row.item().itemKey(), List.of());
            List<SentStep> inherited = row.item().replaces() == null
                    ? List.of()
                    : ofDebtor.getOrDefault(row.item().replaces(), List.of());
            return Stream.concat(inherited.stream().filter(SentStep::done), own.stream())
                    .toList();
        }

        List<SentStep> otherHistory(Account account, List<Row> open) {
            Map<String, List<SentStep>> ofDebtor = history.getOrDefault(account, Map.of());
            if (ofDebtor.isEmpty()) {
                return List.of();
            }
            Set<String> keys = new HashSet<>();
            open.forEach(row -> keys.add(row.item().itemKey()));
            return ofDebtor.entrySet().stream()
                    .filter(entry -> !keys.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
        }

        Set<String> approved(long item) {
            return approved.getOrDefault(item, Set.of());
        }
    }
}
