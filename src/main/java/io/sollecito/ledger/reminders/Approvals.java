package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Steps that wait for a person's yes, and the yes (law 13): the next run sends what was approved. */
public final class Approvals {

    /** An item that waits for approval of its step. */
    public record Waiting(long item, String source, String debtor, String documentNo, String plan, String step) {}

    private final Database database;
    private final Journal journal;

    public Approvals(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** What the last run of a creditor left waiting. */
    public List<Waiting> waiting(String creditor) {
        return database.sql()
                .sql("select i.id, i.source, i.debtor, i.document_no, d.plan, d.step from latest_decision d"
                        + " join open_item i on i.id = d.item_id"
                        + " where d.outcome = 'awaiting-approval' and i.creditor = ?"
                        + " order by i.source, i.debtor, i.id")
                .param(creditor)
                .query((rs, n) -> new Waiting(
                        rs.getLong("id"),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getString("document_no"),
                        rs.getString("plan"),
                        rs.getString("step")))
                .list();
    }

    /**
     * Approves a step for all items of a debtor that wait for it, and for no others.
     *
     * @param expires the last day that the approval counts
     * @return the items approved
     */
    public List<Long> approve(
            String creditor, String source, String debtor, String step, String user, String reason, LocalDate expires) {
        return database.inTransaction(() -> {
            List<Long> items = waiting(creditor).stream()
                    .filter(waiting -> waiting.source().equals(source)
                            && waiting.debtor().equals(debtor)
                            && waiting.step().equals(step))
                    .map(Waiting::item)
                    .toList();
            BulkInsert inserts = new BulkInsert("approval")
                    .numbers("item_id")
                    .texts("step", "owner", "reason")
                    .dates("expires_on");
            items.forEach(item -> inserts.row(item, step, user, reason, expires));
            inserts.run(database);
            journal.appendAll(
                    creditor,
                    "step-approved",
                    user,
                    items.stream()
                            .map(item -> new Journal.Entry(
                                    "item:" + item, Map.of("step", step, "expires", expires, "reason", reason)))
                            .toList());
            return items;
        });
    }
}
