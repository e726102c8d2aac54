package io.sollecito.ledger.writeback;

import io.sollecito.ledger.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads what is to be written back of a source, and what a batch holds. */
final class WritebackRows {

    /**
     * What the ERP accounted for by itself is not told to it, be it an allocation or a return, unless it took that back
     * and the allocation is pending again. A reversal is told of what
     * was told before, unless the ERP took it back already: then no export confirms it any more. A return of what the ERP
     * accounted for is told as its own row says it (law 10), and not again when the ERP accounts for a part of it.
     */
    private static final String DUE = """
            select a.id as row_id, a.id as allocation_id, 'allocation' as kind, a.amount
            from allocation a join open_item i on i.id = a.item_id
            where i.creditor = :creditor and i.source = :source and a.state = 'pending'
              and a.made_at >= :since
              and not exists (select 1 from writeback_row w where w.allocation_id = a.id and w.kind = 'allocation')
            union all
            select a.id, a.id, 'reversal', -w.amount
            from allocation a join open_item i on i.id = a.item_id
            join writeback_row w on w.allocation_id = a.id and w.kind = 'allocation'
            where i.creditor = :creditor and i.source = :source and a.state = 'reversed'
              and not exists (select 1 from writeback_row r where r.allocation_id = a.id and r.kind = 'reversal')
              and not exists (select 1 from allocation t where t.takes_back = a.id)
              and (a.confirmed_at is null or a.confirmed_by is not null)
            union all
            select a.id, coalesce(a.takes_back, a.id), 'reversal', -a.amount
            from allocation a join open_item i on i.id = a.item_id
            where i.creditor = :creditor and i.source = :source and a.state = 'reversal-pending'
              and a.made_at >= :since
              and not exists (select 1 from writeback_row r
                where r.allocation_id in (a.id, coalesce(a.split_of, a.id)) and r.kind = 'reversal')
            order by 1, 3 limit :most
            """;

    private static final String TOLD = """
            select d.row_id, d.allocation_id, d.kind, d.amount, a.purpose, a.made_by, i.currency, i.debtor, i.item_key,
                   i.document_no, i.printed_no, i.instalment, i.type, i.issue_date, n.name as debtor_name, p.booking_date,
                   p.end_to_end_id, p.creditor_reference, p.remittance, p.counterparty_name, p.counterparty_iban,
                   e.value_date, e.account, e.bank_reference, s.statement_id
            from (%s) d
            join allocation a on a.id = d.row_id
            join open_item i on i.id = a.item_id
            left join debtor n on n.creditor = i.creditor and n.source = i.source and n.debtor = i.debtor
            left join payment p on p.id = a.payment_id
            left join bank_entry e on e.id = p.entry_id
            left join bank_statement s on s.id = e.statement_id
            order by d.row_id, d.kind
            """.formatted(DUE);

    private final Database database;

    WritebackRows(Database database) {
        this.database = database;
    }

    /** In the order in which they were made; an allocation comes before its reversal. */
    List<WritebackEntry> due(String creditor, String source, Instant since, int most) {
        return database.sql()
                .sql(TOLD)
                .param("creditor", creditor)
                .param("source", source)
                .param("since", Database.at(since))
                .param("most", most)
                .query((rs, n) -> entry(rs, n + 1))
                .list();
    }

    private static WritebackEntry entry(ResultSet rs, int no) throws SQLException {
        return new WritebackEntry(
                no,
                rs.getLong("allocation_id"),
                rs.getLong("row_id"),
                rs.getString("kind"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("purpose"),
                rs.getString("debtor"),
                rs.getString("debtor_name"),
                rs.getString("item_key"),
                rs.getString("document_no"),
                rs.getString("printed_no"),
                rs.getInt("instalment"),
                rs.getString("type"),
                rs.getObject("issue_date", LocalDate.class),
                rs.getObject("booking_date", LocalDate.class),
                rs.getObject("value_date", LocalDate.class),
                rs.getString("account"),
                rs.getString("statement_id"),
                rs.getString("bank_reference"),
                rs.getString("end_to_end_id"),
                rs.getString("creditor_reference"),
                rs.getString("remittance"),
                rs.getString("counterparty_name"),
                rs.getString("counterparty_iban"),
                rs.getString("made_by"));
    }
}
