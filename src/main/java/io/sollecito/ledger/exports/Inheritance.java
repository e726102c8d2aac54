package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What items inherit from those that they continue: due date, holds and pending allocations that nothing accounted for. */
final class Inheritance {

    private final JdbcClient sql;
    private final String creditor;
    private final String source;

    Inheritance(Database database, String creditor, String source) {
        this.sql = database.sql();
        this.creditor = creditor;
        this.source = source;
    }

    /** @param pairs a query in brackets with the columns old_id and new_id, and no parameters but creditor and source */
    void of(String pairs) {
        sql.sql("merge into open_item i using (select x.new_id, p.due_date, p.due_date_origin from " + pairs
                        + " x join open_item p on p.id = x.old_id where p.due_date is not null) r on i.id = r.new_id"
                        + " when matched then update set due_date = r.due_date, due_date_origin = r.due_date_origin")
                .param("creditor", creditor)
                .param("source", source)
                .update();
        sql.sql("insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on, ends_on,"
                        + " agreement_id, code, part, opened_on, file_by, mail_id, placed_at)"
                        + " select h.creditor, h.source, h.debtor, x.new_id, h.kind, h.reason, h.owner, h.starts_on,"
                        + " h.ends_on, h.agreement_id, h.code, h.part, h.opened_on, h.file_by, h.mail_id, h.placed_at"
                        + " from hold h join " + pairs
                        + " x on x.old_id = h.item_id where h.ended_at is null")
                .param("creditor", creditor)
                .param("source", source)
                .update();
        sql.sql("merge into allocation a using (select x.old_id, x.new_id from " + pairs
                        + " x join open_item p on p.id = x.old_id where p.settled_cause is not null) r"
                        + " on a.item_id = r.old_id and a.state in ('pending', 'reversal-pending')"
                        + " when matched then update set item_id = r.new_id")
                .param("creditor", creditor)
                .param("source", source)
                .update();
    }
}
