package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.SameMoney.Side;
import io.sollecito.ledger.payments.StatementRows.Fresh;
import io.sollecito.model.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries of an account of which nobody knows yet that a notification and a statement both tell of them. */
final class OpenEntries {

    /**
     * @param payments how many it has
     * @param undecided whether no person decided about them and nothing is allocated
     */
    record Open(Side side, String file, int payments, boolean undecided) {}

    /** One row: an entry with one of its payments. */
    private record Row(Side entry, String file, boolean hasPayment, boolean decided) {}

    private static final String SELECT = "select e.id, e.statement_id, s.file_name, s.format, e.amount, e.currency,"
            + " e.booking_date, e.value_date, e.bank_reference, p.id as payment_id, p.counterparty_name,"
            + " p.counterparty_iban, p.end_to_end_id, p.creditor_reference, p.decision, p.decided_by,"
            + " exists (select 1 from allocation a where a.payment_id = p.id and a.state in ('pending', 'confirmed'))"
            + "  as allocated"
            + " from bank_entry e join bank_statement s on s.id = e.statement_id left join payment p on p.entry_id = e.id"
            + " where e.account = ? and e.advised = ? and e.booking_date between ? and ? and ";

    private static final Set<String> UNDECIDED = Set.of("unmatched", "candidates", "notOurs");

    private final Database database;
    private final String account;

    OpenEntries(Database database, String account) {
        this.database = database;
        this.account = account;
    }

    /** By id: what notifications told and no statement has booked yet. */
    Map<Object, Open> advised(LocalDate first, LocalDate last) {
        return load(true, first, last, "e.booked_by is null");
    }

    /** By id: what statements booked and no notification has told of. */
    Map<Object, Open> booked(LocalDate first, LocalDate last) {
        return load(false, first, last, "not exists (select 1 from bank_entry n where n.booked_by = e.id)");
    }

    private Map<Object, Open> load(boolean advised, LocalDate first, LocalDate last, String which) {
        Map<Long, List<Row>> rows = new LinkedHashMap<>();
        database.sql()
                .sql(SELECT + which + " order by e.id, p.seq")
                .params(account, advised, first, last)
                .query(rs -> {
                    List<Row> of = rows.computeIfAbsent(rs.getLong("id"), id -> new ArrayList<>());
                    of.add(row(rs, of.isEmpty() ? new Said() : of.get(0).entry().said()));
                });
        Map<Object, Open> open = new LinkedHashMap<>();
        rows.forEach((id, of) -> open.put(id, open(of)));
        return open;
    }

    private static Row row(ResultSet rs, Said said) throws SQLException {
        boolean payment = rs.getObject("payment_id") != null;
        said.add(
                rs.getString("counterparty_name"),
                rs.getString("counterparty_iban"),
                rs.getString("end_to_end_id"),
                rs.getString("creditor_reference"));
        Side side = new Side(
                rs.getLong("id"),
                rs.getLong("statement_id"),
                KnownEntries.family(rs.getString("format")),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getObject("booking_date", LocalDate.class),
                rs.getObject("value_date", LocalDate.class),
                rs.getString("bank_reference"),
                false,
                said);
        return new Row(
                side,
                rs.getString("file_name"),
                payment,
                payment
                        && (rs.getBoolean("allocated")
                                || !rs.getString("decided_by").equals("run")
                                || !UNDECIDED.contains(rs.getString("decision"))));
    }

    private static Open open(List<Row> rows) {
        int payments = (int) rows.stream().filter(Row::hasPayment).count();
        Row first = rows.get(0);
        return new Open(
                payments == 1 && first.entry().said().isNothing()
                        ? first.entry().asBlank()
                        : first.entry(),
                first.file(),
                payments,
                rows.stream().noneMatch(Row::decided));
    }

    /** Entries that are about to be written, by their index. */
    static List<Side> sides(List<Fresh> fresh, String format) {
        List<Side> sides = new ArrayList<>(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            Statement.Entry entry = fresh.get(i).entry();
            Said said = new Said();
            for (Statement.Payment payment : entry.payments()) {
                Statement.Counterparty other = payment.counterparty();
                said.add(
                        other == null ? null : other.name(),
                        other == null ? null : other.iban(),
                        payment.endToEndId(),
                        payment.creditorReference());
            }
            sides.add(new Side(
                    i,
                    0L,
                    KnownEntries.family(format),
                    entry.amount(),
                    entry.currency(),
                    entry.bookingDate(),
                    entry.valueDate(),
                    entry.bankReference(),
                    entry.payments().size() == 1 && said.isNothing(),
                    said));
        }
        return sides;
    }
}
