package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.Cases.Account;
import io.sollecito.ledger.reminders.Cases.Document;
import io.sollecito.ledger.reminders.Cases.Row;
import io.sollecito.model.SentStep;
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
import org.springframework.jdbc.support.SqlArrayValue;

/** What was sent about the items of a batch of debtors, and about those that they continue. */
final class SentHistory {

    /** Reminders of items settled longer ago than this play no part any more. */
    private static final int DAYS_OF_SETTLED_HISTORY = 120;

    private record Step(long reminder, long item, String step, int repeat) {}

    private record SourceKey(String source, String itemKey) {}

    /** An item that another one continues; {@code before} is the key of the one that it continues itself, or null. */
    private record Replaced(Document document, String before) {}

    private final Database database;

    SentHistory(Database database) {
        this.database = database;
    }

    /**
     * Statements by keys instead of a join: one whose plan PostgreSQL made while these tables were empty takes a hundred
     * times as long once the run has filled them.
     */
    Batch of(String creditor, LocalDate asOf, Map<Account, List<Row>> batch) {
        Batch known = new Batch();
        Map<Long, Document> documents = replaced(known, creditor, batch);
        batch.forEach((account, rows) -> rows.forEach(
                row -> documents.put(row.id(), new Document(account, row.item().itemKey()))));
        database.sql()
                .sql("select id, source, debtor, item_key from open_item where creditor = ? and source = any(?)"
                        + " and debtor = any(?) and settled_cause is not null and settled_at > ?")
                .params(
                        creditor,
                        AnyOf.texts(batch.keySet().stream().map(Account::source)),
                        AnyOf.texts(batch.keySet().stream().map(Account::debtor)),
                        settledAfter(asOf))
                .query(rs -> {
                    Account account = new Account(rs.getString("source"), rs.getString("debtor"));
                    documents.put(rs.getLong("id"), new Document(account, rs.getString("item_key")));
                });
        documents.putAll(merged(creditor, batch));
        List<Step> steps = database.sql()
                .sql("select reminder_id, item_id, step, repeat_no from reminder_item"
                        + " where item_id = any(?) and advances order by reminder_id")
                .param(AnyOf.numbers(documents.keySet()))
                .query((rs, n) -> new Step(
                        rs.getLong("reminder_id"), rs.getLong("item_id"), rs.getString("step"), rs.getInt("repeat_no")))
                .list();
        if (steps.isEmpty()) {
            return known;
        }
        Map<Long, SentStep> reminders = new HashMap<>();
        database.sql()
                .sql("select r.id, r.plan, r.step, r.state, r.effective_on, r.deadline, r.reason, p.run_date"
                        + " from reminder r join planning_run p on p.id = r.run_id"
                        + " where r.id = any(?) and r.state <> 'cancelled'")
                .param(AnyOf.numbers(steps.stream().map(Step::reminder).toList()))
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
        return known;
    }

    /** The items of accounts that were merged into those of the batch: what was sent about them counts too. */
    private Map<Long, Document> merged(String creditor, Map<Account, List<Row>> batch) {
        Map<Long, Document> documents = new HashMap<>();
        database.sql()
                .sql("select i.id, i.source, i.debtor, i.item_key, a.into_source, a.into_debtor from debtor_alias a"
                        + " join open_item i on i.creditor = a.creditor and i.source = a.source and i.debtor = a.debtor"
                        + " where a.creditor = ? and a.into_source = any(?) and a.into_debtor = any(?)"
                        + " and a.ended_at is null")
                .params(
                        creditor,
                        AnyOf.texts(batch.keySet().stream().map(Account::source)),
                        AnyOf.texts(batch.keySet().stream().map(Account::debtor)))
                .query(rs -> {
                    Account into = new Account(rs.getString("into_source"), rs.getString("into_debtor"));
                    String key = "merged " + rs.getString("source") + "/" + rs.getString("debtor") + "/"
                            + rs.getString("item_key");
                    documents.put(rs.getLong("id"), new Document(into, key));
                });
        return documents;
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
            SqlArrayValue sources = AnyOf.texts(link.stream().map(SourceKey::source));
            SqlArrayValue keys = AnyOf.texts(link.stream().map(SourceKey::itemKey));
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

    /** The history of one batch. */
    static final class Batch {

        private final Map<Account, Map<String, List<SentStep>>> history = new HashMap<>();
        private final Map<SourceKey, Replaced> replaced = new HashMap<>();

        /** An item that continues others goes on from their steps: those that were sent, or may have been. */
        List<SentStep> of(Row row) {
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

        /** What was sent about documents of the account that are not open any more. */
        List<SentStep> ofOthers(Account account, List<Row> open) {
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
    }
}
