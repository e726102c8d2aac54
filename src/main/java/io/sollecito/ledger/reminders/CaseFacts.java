package io.sollecito.ledger.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.Cases.Account;
import io.sollecito.ledger.reminders.Cases.Row;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.SentStep;
import io.sollecito.model.SuspendedAddress;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/** What belongs to the debtors of a batch: themselves, their holds, what was sent to them, what was approved. */
final class CaseFacts {

    /** Reminders of items settled longer ago than this play no part any more. */
    private static final int DAYS_OF_SETTLED_HISTORY = 120;

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Step(long reminder, long item, String step, int repeat) {}

    record Document(Account account, String itemKey) {}

    private record SourceKey(String source, String itemKey) {}

    /** An item that another one continues; {@code before} is the key of the one that it continues itself, or null. */
    private record Replaced(Document document, String before) {}

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
        known.suspended = SuspendedAddresses.among(database, creditor, known.debtors.values());
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
                .sql("select i.source, i.debtor, a.booked_key, i.document_no from allocation a"
                        + " join open_item i on i.id = a.item_id where a.booked_key is not null and a.state = 'confirmed'"
                        + " and i.creditor = ? and i.source = any(?) and i.debtor = any(?)")
                .params(creditor, sources, debtors)
                .query(rs -> {
                    Account account = new Account(rs.getString("source"), rs.getString("debtor"));
                    known.booked
                            .computeIfAbsent(
                                    new Document(account, rs.getString("booked_key")), unknown -> new ArrayList<>())
                            .add(rs.getString("document_no"));
                });
        Object[] items =
                batch.values().stream().flatMap(List::stream).map(Row::id).toArray();
        database.sql()
                .sql("select item_id, outcome, plan, step, reason from decision where item_id = any(?) order by id")
                .param(new SqlArrayValue("int8", items))
                .query(rs -> {
                    known.last.put(rs.getLong("item_id"), CaseRows.decision(rs));
                });
        history(known, creditor, sources, debtors, asOf, batch);
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

    /**
     * Statements by keys instead of a join: one whose plan PostgreSQL made while these tables were empty takes a hundred
     * times as long once the run has filled them.
     */
    private void history(
            Batch known,
            String creditor,
            SqlArrayValue sources,
            SqlArrayValue debtors,
            LocalDate asOf,
            Map<Account, List<Row>> batch) {
        Map<Long, Document> documents = replaced(known, creditor, batch);
        batch.forEach((account, rows) -> rows.forEach(
                row -> documents.put(row.id(), new Document(account, row.item().itemKey()))));
        database.sql()
                .sql("select id, source, debtor, item_key from open_item where creditor = ? and source = any(?)"
                        + " and debtor = any(?) and settled_cause is not null and settled_at > ?")
                .params(creditor, sources, debtors, settledAfter(asOf))
                .query(rs -> {
                    Account account = new Account(rs.getString("source"), rs.getString("debtor"));
                    documents.put(rs.getLong("id"), new Document(account, rs.getString("item_key")));
                });
        List<Step> steps = database.sql()
                .sql("select reminder_id, item_id, step, repeat_no from reminder_item"
                        + " where item_id = any(?) and advances order by reminder_id")
                .param(new SqlArrayValue("int8", documents.keySet().toArray()))
                .query((rs, n) -> new Step(
                        rs.getLong("reminder_id"), rs.getLong("item_id"), rs.getString("step"), rs.getInt("repeat_no")))
                .list();
        if (steps.isEmpty()) {
            return;
        }
        Map<Long, SentStep> reminders = new HashMap<>();
        database.sql()
                .sql("select r.id, r.plan, r.step, r.state, r.effective_on, r.deadline, r.reason, p.run_date"
                        + " from reminder r join planning_run p on p.id = r.run_id"
                        + " where r.id = any(?) and r.state <> 'cancelled'")
                .param(new SqlArrayValue(
                        "int8", steps.stream().map(Step::reminder).distinct().toArray()))
                .query(rs -> {
                    reminders.put(rs.getLong("id"), CaseRows.reminder(rs));
                });
        for (Step step : steps) {
            SentStep reminder = reminders.get(step.reminder());
            if (reminder != null) {
                Document document = documents.get(step.item());
                known.history
                        .computeIfAbsent(document.account(), unknown -> new HashMap<>())
                        .computeIfAbsent(document.itemKey(), unknown -> new ArrayList<>())
                        .add(reminder.of(step.step(), step.repeat()));
            }
        }
    }

    /** The items that those of the batch continue, link by link, however long ago they were settled. */
    private Map<Long, Document> replaced(Batch known, String creditor, Map<Account, List<Row>> batch) {
        Map<Long, Document> documents = new HashMap<>();
        Set<SourceKey> asked = new HashSet<>();
        Set<SourceKey> link = new HashSet<>();
        batch.forEach((account, rows) -> rows.stream()
                .map(row -> row.item().replaces())
                .filter(Objects::nonNull)
                .forEach(key -> link.add(new SourceKey(account.source(), key))));
        while (!link.isEmpty()) {
            asked.addAll(link);
            SqlArrayValue sources = texts(link.stream().map(SourceKey::source));
            SqlArrayValue keys = texts(link.stream().map(SourceKey::itemKey));
            link.clear();
            database.sql()
                    .sql("select id, source, debtor, item_key, replaces from open_item"
                            + " where creditor = ? and source = any(?) and item_key = any(?)")
                    .params(creditor, sources, keys)
                    .query(rs -> {
                        String source = rs.getString("source");
                        String key = rs.getString("item_key");
                        String before = rs.getString("replaces");
                        Document document = new Document(new Account(source, rs.getString("debtor")), key);
                        documents.put(rs.getLong("id"), document);
                        known.replaced.put(new SourceKey(source, key), new Replaced(document, before));
                        if (before != null && !asked.contains(new SourceKey(source, before))) {
                            link.add(new SourceKey(source, before));
                        }
                    });
        }
        return documents;
    }

    private static OffsetDateTime settledAfter(LocalDate asOf) {
        return Database.at(asOf.minusDays(DAYS_OF_SETTLED_HISTORY)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
    }

    static SqlArrayValue texts(Stream<String> values) {
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
        private final Map<SourceKey, Replaced> replaced = new HashMap<>();
        private final Map<Document, List<String>> booked = new HashMap<>();
        private final Map<Long, Set<String>> approved = new HashMap<>();
        private final Map<Long, ItemDecision> last = new HashMap<>();
        private Map<String, SuspendedAddress> suspended = Map.of();

        /** An account that the ERP has delivered no master data of is known by its number only. */
        Debtor debtor(String creditor, Account account) {
            Debtor known = debtors.get(account);
            return known != null
                    ? SuspendedAddresses.usable(known, suspended)
                    : Debtor.knownByNumber(creditor, account.source(), account.debtor());
        }

        /** His addresses that are not used. */
        List<SuspendedAddress> suspended(Account account) {
            Debtor known = debtors.get(account);
            return known == null ? List.of() : SuspendedAddresses.of(known, suspended);
        }

        /** A payment that the ERP books as an item of its own names the documents that the bank's money was allocated to. */
        OpenItem item(Row row) {
            List<String> paid =
                    booked.get(new Document(row.account(), row.item().itemKey()));
            return paid == null
                    ? row.item()
                    : row.item()
                            .withPrecedingDocuments(
                                    Stream.concat(row.item().precedingDocuments().stream(), paid.stream())
                                            .distinct()
                                            .toList());
        }

        List<Hold> holds(Row row) {
            if (holds.isEmpty()) {
                return List.of();
            }
            List<Hold> all = new ArrayList<>(holds.getOrDefault(new Held(row.account(), null), List.of()));
            all.addAll(holds.getOrDefault(new Held(row.account(), row.id()), List.of()));
            return all;
        }

        /** An item that continues others goes on from their steps: those that were sent, or may have been. */
        List<SentStep> history(Row row) {
            List<SentStep> own = steps(new Document(row.account(), row.item().itemKey()));
            if (row.item().replaces() == null) {
                return own;
            }
            List<SentStep> steps = new ArrayList<>(own);
            for (Document before : continued(row)) {
                steps.addAll(
                        0,
                        steps(before).stream()
                                .filter(step -> step.done() || step.state() == SentStep.State.UNCERTAIN)
                                .toList());
            }
            return List.copyOf(steps);
        }

        /** What the row's item continues, the nearest first. */
        List<Document> continued(Row row) {
            List<Document> before = new ArrayList<>();
            Set<String> met = new HashSet<>(Set.of(row.item().itemKey()));
            String key = row.item().replaces();
            while (key != null && met.add(key)) {
                Replaced link = replaced.get(new SourceKey(row.account().source(), key));
                if (link == null) {
                    break;
                }
                before.add(link.document());
                key = link.before();
            }
            return before;
        }

        private List<SentStep> steps(Document document) {
            Map<String, List<SentStep>> ofDebtor = history.get(document.account());
            return ofDebtor == null ? List.of() : ofDebtor.getOrDefault(document.itemKey(), List.of());
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

        /** The decision of the run before, or null. */
        ItemDecision last(long item) {
            return last.get(item);
        }

        Set<String> approved(long item) {
            return approved.getOrDefault(item, Set.of());
        }
    }
}
