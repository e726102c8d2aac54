package io.sollecito.ledger.dossiers;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.Hold;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was handed over, and the dossiers that were made of it. */
public final class Dossiers {

    /** A dossier that was made; {@code keptAs} is relative to the data folder. */
    public record Kept(long dispatch, String fileName, String sha256, String keptAs, Instant madeAt) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Holds holds;

    public Dossiers(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.holds = new Holds(database, journal, clock);
    }

    /** What was handed over and has no dossier yet, the oldest first. */
    public List<HandedOver> missing(String creditor) {
        return database.sql()
                .sql("""
                        select d.id, d.reminder_id, d.creditor, d.source, d.debtor, d.created_at, r.plan, r.step,
                          (select min(a.owner) from approval a join reminder_item ri on ri.item_id = a.item_id
                            where ri.reminder_id = r.id and ri.advances and a.step = r.step and a.used_at is not null)
                            as approved_by
                        from dispatch d join reminder r on r.id = d.reminder_id
                        where d.creditor = ? and d.channel = 'handover' and d.state = 'sent'
                          and not exists (select 1 from dossier o where o.dispatch_id = d.id)
                        order by d.id""")
                .param(creditor)
                .query((rs, n) -> handedOver(rs))
                .list();
    }

    /** What is open now of the items that were handed over, by item; what is paid is left out. */
    public Map<Long, BigDecimal> owed(HandedOver over) {
        Map<Long, BigDecimal> owed = new HashMap<>();
        database.sql()
                .sql("select i.id, v.open_amount from open_item i join item_effective v on v.id = i.id"
                        + " where i.id in (:items) and i.settled_cause is null and v.open_amount > 0")
                .param("items", over.items())
                .query(rs -> {
                    owed.put(rs.getLong("id"), rs.getBigDecimal("open_amount"));
                });
        return owed;
    }

    /**
     * Records that a dossier is kept; nothing reminds of its items from now on.
     *
     * @param today the creditor's
     * @return false when it was recorded before
     */
    public boolean made(HandedOver over, String fileName, String sha256, String keptAs, LocalDate today) {
        return database.inTransaction(() -> {
            int added = database.sql()
                    .sql(
                            "insert into dossier (dispatch_id, creditor, source, debtor, file_name, sha256, kept_as, made_at)"
                                    + " select d.id, d.creditor, d.source, d.debtor, cast(? as varchar), cast(? as varchar),"
                                    + " cast(? as varchar), cast(? as timestamp with time zone) from dispatch d where d.id = ?"
                                    + " and not exists (select 1 from dossier o where o.dispatch_id = d.id)")
                    .params(fileName, sha256, keptAs, Database.at(clock.instant()), over.dispatch())
                    .update();
            if (added == 1) {
                hold(over, today);
                journal.append(
                        over.creditor(),
                        "dossier-made",
                        "dispatch:" + over.dispatch(),
                        "run",
                        Map.of("reminder", over.reminder(), "sha256", sha256));
            }
            return added == 1;
        });
    }

    /** The dossiers about a debtor, the oldest first. */
    public List<Kept> of(String creditor, String source, String debtor) {
        return database.sql()
                .sql("select dispatch_id, file_name, sha256, kept_as, made_at from dossier"
                        + " where creditor = ? and source = ? and debtor = ? order by id")
                .params(creditor, source, debtor)
                .query((rs, n) -> new Kept(
                        rs.getLong("dispatch_id"),
                        rs.getString("file_name"),
                        rs.getString("sha256"),
                        rs.getString("kept_as"),
                        Database.instant(rs.getObject("made_at", OffsetDateTime.class))))
                .list();
    }

    /** A planned hand-over holds its items already; one that another channel fell back to does not. */
    private void hold(HandedOver over, LocalDate today) {
        List<Long> free = database.sql()
                .sql("select i.id from open_item i where i.id in (:items) and not exists (select 1 from hold h"
                        + " where h.item_id = i.id and h.kind = 'handed-over' and h.ended_at is null) order by i.id")
                .param("items", over.items())
                .query(Long.class)
                .list();
        String owner = over.approvedBy() == null ? "run" : over.approvedBy();
        String why = "step " + over.step() + " of plan " + over.plan();
        for (long item : free) {
            holds.place(
                    over.creditor(),
                    over.source(),
                    over.debtor(),
                    item,
                    today,
                    new Hold(null, Hold.HANDED_OVER, why, owner, null, null),
                    owner);
        }
    }

    private HandedOver handedOver(ResultSet rs) throws SQLException {
        return new HandedOver(
                rs.getLong("id"),
                rs.getLong("reminder_id"),
                rs.getString("creditor"),
                rs.getString("source"),
                rs.getString("debtor"),
                rs.getString("plan"),
                rs.getString("step"),
                rs.getString("approved_by"),
                Database.instant(rs.getObject("created_at", OffsetDateTime.class)),
                items(rs.getLong("reminder_id")));
    }

    private List<Long> items(long reminder) {
        return database.sql()
                .sql(
                        "select i.id from reminder_item ri join open_item i on i.id = ri.item_id"
                                + " where ri.reminder_id = ? and ri.advances order by i.due_date, i.document_no, i.instalment, i.id")
                .param(reminder)
                .query(Long.class)
                .list();
    }
}
