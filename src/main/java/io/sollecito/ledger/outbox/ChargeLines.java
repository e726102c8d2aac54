package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.ItemDetails;
import io.sollecito.model.Amounts;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargeLine;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.Payee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The charges that messages list: what stands, was not waived and is not paid, of this reminder and of those that went out
 * before. One statement for a batch without charges.
 */
final class ChargeLines {

    /** @param dispatch that may list it; {@code asked}: it is on an item that the dispatch asks for */
    private record Row(long dispatch, long item, Payee payTo, boolean asked, ChargeLine line) {}

    private record Paid(long item, boolean interest) {}

    private static final String LISTED = """
            select d.id as dispatch_id, c.item_id, c.kind, c.currency, c.amount, c.from_on, c.until_on, c.rate,
              coalesce(i.printed_no, i.document_no) as number, i.instalment, i.details,
              exists (select 1 from reminder_item l where l.reminder_id = d.reminder_id and l.item_id = c.item_id
                and l.role in ('overdue', 'upcoming')) as asked
            from dispatch d
            join reminder r on r.id = d.reminder_id
            join standing_charge c on c.creditor = d.creditor and c.source = d.source and c.debtor = d.debtor
              and c.currency = r.currency and c.waived_at is null
            join reminder m on m.id = c.reminder_id
            join open_item i on i.id = c.item_id
            where d.id = any(?) and (m.id = r.id or m.state in ('sent', 'uncertain'))
            order by i.due_date, number, i.instalment, c.id""";

    private final Database database;

    ChargeLines(Database database) {
        this.database = database;
    }

    /**
     * By dispatch; those without charges are left out.
     *
     * @param payees by dispatch, to whom it asks to pay instead of the creditor: it lists no charges of what is paid to others
     */
    Map<Long, ListedCharges> of(SqlArrayValue dispatches, Map<Long, Payee> payees) {
        List<Row> rows = database
                .sql()
                .sql(LISTED)
                .param(dispatches)
                .query((rs, n) -> new Row(
                        rs.getLong("dispatch_id"),
                        rs.getLong("item_id"),
                        ItemDetails.payTo(rs.getString("details")),
                        rs.getBoolean("asked"),
                        new ChargeLine(
                                rs.getString("number"),
                                rs.getInt("instalment"),
                                ChargeKind.of(rs.getString("kind")),
                                rs.getObject("from_on", LocalDate.class),
                                rs.getObject("until_on", LocalDate.class),
                                rs.getString("rate"),
                                Amounts.scaled(rs.getBigDecimal("amount"), rs.getString("currency")))))
                .list()
                .stream()
                .filter(row -> Payee.same(row.payTo(), payees.get(row.dispatch())))
                .toList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Paid, BigDecimal> paid = paid(rows);
        Map<Long, List<Row>> byDispatch = new HashMap<>();
        rows.forEach(row -> byDispatch
                .computeIfAbsent(row.dispatch(), unknown -> new ArrayList<>())
                .add(row));
        Map<Long, ListedCharges> charges = new HashMap<>();
        byDispatch.forEach((dispatch, some) -> charges.put(dispatch, listed(some, new HashMap<>(paid))));
        return charges;
    }

    /** What was paid settles the oldest charges of an item first. */
    private static ListedCharges listed(List<Row> rows, Map<Paid, BigDecimal> paid) {
        List<ChargeLine> asked = new ArrayList<>();
        List<ChargeLine> all = new ArrayList<>();
        for (Row row : rows) {
            Paid key = new Paid(row.item(), row.line().kind() == ChargeKind.INTEREST);
            BigDecimal known = paid.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal settled = known.min(row.line().amount());
            paid.put(key, known.subtract(settled));
            if (settled.compareTo(row.line().amount()) < 0) {
                ChargeLine open = row.line().less(settled);
                all.add(open);
                if (row.asked()) {
                    asked.add(open);
                }
            }
        }
        return new ListedCharges(asked, all);
    }

    private Map<Paid, BigDecimal> paid(List<Row> rows) {
        Set<Long> items = new HashSet<>();
        rows.forEach(row -> items.add(row.item()));
        Map<Paid, BigDecimal> paid = new HashMap<>();
        database.sql()
                .sql("select item_id, purpose, sum(amount) as amount from allocation where item_id in (:items)"
                        + " and purpose in ('interest', 'costs') and state in ('pending', 'confirmed')"
                        + " group by item_id, purpose")
                .param("items", items)
                .query(rs -> {
                    paid.put(
                            new Paid(
                                    rs.getLong("item_id"),
                                    rs.getString("purpose").equals("interest")),
                            rs.getBigDecimal("amount"));
                });
        return paid;
    }
}
