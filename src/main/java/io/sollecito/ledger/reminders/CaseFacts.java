package io.sollecito.ledger.reminders;

import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.ledger.reminders.Cases.Account;
import io.sollecito.ledger.reminders.Cases.Document;
import io.sollecito.ledger.reminders.Cases.Row;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.SuspendedAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/** What belongs to the debtors of a batch: themselves, their holds, what was decided and approved. */
final class CaseFacts {

    private record Held(Account account, Long itemId) {}

    private final Database database;

    CaseFacts(Database database) {
        this.database = database;
    }

    Batch of(String creditor, LocalDate asOf, Map<Account, List<Row>> batch) {
        Batch known = new Batch();
        SqlArrayValue sources = AnyOf.texts(batch.keySet().stream().map(Account::source));
        SqlArrayValue debtors = AnyOf.texts(batch.keySet().stream().map(Account::debtor));
        database.sql()
                .sql("select source, debtor, canonical from debtor"
                        + " where creditor = ? and source = any(?) and debtor = any(?)")
                .params(creditor, sources, debtors)
                .query(rs -> {
                    known.debtors.put(
                            new Account(rs.getString("source"), rs.getString("debtor")),
                            StoredDebtor.of(rs.getString("canonical")));
                });
        known.suspended = SuspendedAddresses.among(database, creditor, known.debtors.values());
        database.sql()
                .sql("select * from hold where creditor = ? and source = any(?) and debtor = any(?)"
                        + " and ended_at is null and starts_on <= ? and (ends_on is null or ends_on >= ?"
                        + " or agreement_id is not null) order by id")
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
        SqlArrayValue items = AnyOf.numbers(
                batch.values().stream().flatMap(List::stream).map(Row::id).toList());
        database.sql()
                .sql("select item_id, outcome, plan, step, reason from decision where item_id = any(?) order by id")
                .param(items)
                .query(rs -> {
                    known.last.put(rs.getLong("item_id"), CaseRows.decision(rs));
                });
        database.sql()
                .sql(
                        "select item_id, step from approval where item_id = any(?) and used_at is null and expires_on >= ?")
                .params(items, asOf)
                .query(rs -> {
                    known.approved
                            .computeIfAbsent(rs.getLong("item_id"), unknown -> new HashSet<>())
                            .add(rs.getString("step"));
                });
        return known;
    }

    /** The facts of one batch. */
    static final class Batch {

        private final Map<Account, Debtor> debtors = new HashMap<>();
        private final Map<Held, List<Hold>> holds = new HashMap<>();
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
            all.removeIf(hold -> !hold.isAbout(row.item()));
            return all;
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
