package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.Cases.Account;
import io.sollecito.ledger.reminders.Cases.Document;
import io.sollecito.ledger.reminders.Cases.Row;
import io.sollecito.model.Amounts;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargedBefore;
import io.sollecito.model.Decrease;
import io.sollecito.model.OpenItem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What charges of a batch of debtors go by; most debtors have none, so little is asked. */
final class ChargeFacts {

    private final Database database;

    ChargeFacts(Database database) {
        this.database = database;
    }

    Batch of(String creditor, Map<Account, List<Row>> batch, SentHistory.Batch sent) {
        return new Batch(charged(creditor, batch), decreases(batch), sent);
    }

    /** Those that stand, and those that a person waived, even where their reminder reached nobody. */
    private Map<Account, Map<Document, List<ChargedBefore>>> charged(String creditor, Map<Account, List<Row>> batch) {
        Map<Account, Map<Document, List<ChargedBefore>>> charged = new HashMap<>();
        List<Long> made = database.sql()
                .sql("select id from charge where creditor = ? and source = any(?) and debtor = any(?)")
                .params(
                        creditor,
                        AnyOf.texts(batch.keySet().stream().map(Account::source)),
                        AnyOf.texts(batch.keySet().stream().map(Account::debtor)))
                .query(Long.class)
                .list();
        if (made.isEmpty()) {
            return charged;
        }
        database.sql()
                .sql("select c.source, c.debtor, i.item_key, i.document_no, c.kind, c.step, c.currency, c.amount,"
                        + " c.until_on from charge c join open_item i on i.id = c.item_id"
                        + " where c.id = any(?) and (c.waived_at is not null"
                        + " or exists (select 1 from standing_charge s where s.id = c.id)) order by c.id")
                .param(AnyOf.numbers(made))
                .query(rs -> {
                    Account account = new Account(rs.getString("source"), rs.getString("debtor"));
                    ChargedBefore before = new ChargedBefore(
                            rs.getString("item_key"),
                            rs.getString("document_no"),
                            ChargeKind.of(rs.getString("kind")),
                            rs.getString("step"),
                            Amounts.scaled(rs.getBigDecimal("amount"), rs.getString("currency")),
                            rs.getObject("until_on", LocalDate.class),
                            false);
                    charged.computeIfAbsent(account, unknown -> new HashMap<>())
                            .computeIfAbsent(new Document(account, before.itemKey()), unknown -> new ArrayList<>())
                            .add(before);
                });
        return charged;
    }

    /** Of items that are not open in full: payments by the day of booking, what else the ERP took off by its export's day. */
    private Map<Long, List<Decrease>> decreases(Map<Account, List<Row>> batch) {
        Map<Long, List<Decrease>> decreases = new HashMap<>();
        List<Long> items = batch.values().stream()
                .flatMap(List::stream)
                .filter(row -> isPartlyOpen(row.item()))
                .map(Row::id)
                .toList();
        if (items.isEmpty()) {
            return decreases;
        }
        database.sql()
                .sql("select a.item_id, a.amount, p.booking_date, a.since from allocation a"
                        + " left join payment p on p.id = a.payment_id where a.item_id = any(?)"
                        + " and a.state in ('pending', 'confirmed') and a.purpose not in ('interest', 'costs')")
                .param(AnyOf.numbers(items))
                .query(rs -> {
                    LocalDate booked = rs.getObject("booking_date", LocalDate.class);
                    add(
                            decreases,
                            rs.getLong("item_id"),
                            new Decrease(
                                    booked == null ? day(rs.getObject("since", OffsetDateTime.class)) : booked,
                                    rs.getBigDecimal("amount")));
                });
        database.sql()
                .sql("select c.item_id, c.old_open - c.new_open - c.explained as less, coalesce(e.as_of, c.at) as at"
                        + " from item_change c left join export e on e.id = c.export_id where c.item_id = any(?)"
                        + " and c.old_open - c.new_open - c.explained <> 0")
                .param(AnyOf.numbers(items))
                .query(rs -> {
                    add(
                            decreases,
                            rs.getLong("item_id"),
                            new Decrease(day(rs.getObject("at", OffsetDateTime.class)), rs.getBigDecimal("less")));
                });
        return decreases;
    }

    private static boolean isPartlyOpen(OpenItem item) {
        return item.openAmount().signum() > 0 && item.openAmount().compareTo(item.originalAmount()) < 0;
    }

    private static void add(Map<Long, List<Decrease>> decreases, long item, Decrease decrease) {
        decreases.computeIfAbsent(item, unknown -> new ArrayList<>()).add(decrease);
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    /** The facts of one batch. */
    static final class Batch {

        private final Map<Account, Map<Document, List<ChargedBefore>>> charged;
        private final Map<Long, List<Decrease>> decreases;
        private final SentHistory.Batch sent;

        private Batch(
                Map<Account, Map<Document, List<ChargedBefore>>> charged,
                Map<Long, List<Decrease>> decreases,
                SentHistory.Batch sent) {
            this.charged = charged;
            this.decreases = decreases;
            this.sent = sent;
        }

        ChargeHistory history(Account account, List<Row> rows) {
            if (charged.isEmpty() && decreases.isEmpty()) {
                return ChargeHistory.NONE;
            }
            Map<Document, List<ChargedBefore>> ofDebtor = charged.getOrDefault(account, Map.of());
            List<ChargedBefore> all = new ArrayList<>();
            ofDebtor.values().forEach(all::addAll);
            Map<String, List<Decrease>> byKey = new HashMap<>();
            for (Row row : rows) {
                String key = row.item().itemKey();
                sent.continued(row).stream()
                        .map(ofDebtor::get)
                        .filter(Objects::nonNull)
                        .flatMap(Collection::stream)
                        .map(before -> before.inheritedBy(key))
                        .forEach(all::add);
                List<Decrease> known = decreases.get(row.id());
                if (known != null) {
                    byKey.put(key, known);
                }
            }
            return new ChargeHistory(all, byKey);
        }
    }
}
