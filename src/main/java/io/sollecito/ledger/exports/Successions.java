package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.Items;
import io.sollecito.ledger.items.StoredItem;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person says whether an item continues another one (law 13); what the facts do not allow throws Refused. */
public final class Successions {

    /** A doubt that waits. */
    public record Waiting(long item, String number, long old, String oldNumber, String debtor) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public Successions(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Waiting> waiting(String creditor) {
        return database.sql()
                .sql("select n.id, n.document_no, p.id as old_id, p.document_no as old_number,"
                        + " coalesce(d.name, n.debtor) as debtor from succession s join open_item n on n.id = s.item_id"
                        + " join open_item p on p.id = s.old_item_id left join debtor d on d.creditor = n.creditor"
                        + " and d.source = n.source and d.debtor = n.debtor"
                        + " where n.creditor = ? and s.state = 'waiting' order by n.id")
                .param(creditor)
                .query((rs, n) -> new Waiting(
                        rs.getLong("id"),
                        rs.getString("document_no"),
                        rs.getLong("old_id"),
                        rs.getString("old_number"),
                        rs.getString("debtor")))
                .list();
    }

    /** The item goes on where the older one stopped: with its steps, holds, due date and what was paid of it. */
    public void accept(long item, long old, String user, String reason) {
        StoredItem newer = find(item);
        StoredItem older = find(old);
        OpenItem from = newer.item();
        OpenItem to = older.item();
        if (item == old
                || !from.creditor().equals(to.creditor())
                || !from.source().equals(to.source())) {
            throw new Refused("an item continues another one of the same source");
        }
        if (older.settledCause() == null) {
            throw new Refused("item:" + old + " is still open: nothing continues it");
        }
        if (from.replaces() != null) {
            throw new Refused("item:" + item + " continues " + from.replaces() + " already");
        }
        if (from.itemKey().equals(to.replaces())) {
            throw new Refused("item:" + old + " itself continues item:" + item);
        }
        database.inTransaction(() -> {
            decide(item, old, "accepted", user, reason);
            database.sql()
                    .sql("update open_item set replaces = ? where id = ?")
                    .params(to.itemKey(), item)
                    .update();
            database.sql()
                    .sql(
                            "update open_item set settled_cause = 'replaced' where id = ? and settled_cause in ('unknown', 'collected')")
                    .param(old)
                    .update();
            new Inheritance(database, from.creditor(), from.source())
                    .of("(select id as old_id, cast(" + item + " as bigint) as new_id from open_item where id = " + old
                            + " and creditor = :creditor and source = :source)");
            journal.append(
                    from.creditor(),
                    "succession-accepted",
                    "item:" + item,
                    user,
                    Map.of("continues", "item:" + old, "reason", reason));
        });
    }

    /** The item is one of its own: its plan begins at the first step. */
    public void refuse(long item, String user, String reason) {
        StoredItem newer = find(item);
        database.inTransaction(() -> {
            if (!decide(item, null, "refused", user, reason)) {
                throw new Refused("nobody asked whether item:" + item + " continues another one");
            }
            journal.append(
                    newer.item().creditor(), "succession-refused", "item:" + item, user, Map.of("reason", reason));
        });
    }

    private boolean decide(long item, Long old, String state, String user, String reason) {
        Optional<Long> hold = database.sql()
                .sql("select coalesce(hold_id, 0) from succession where item_id = ? and state = 'waiting' for update")
                .param(item)
                .query(Long.class)
                .optional();
        hold.ifPresent(id -> {
            database.sql()
                    .sql("update succession set state = ?, old_item_id = coalesce(?, old_item_id), decided_by = ?,"
                            + " state_at = ? where item_id = ?")
                    .params(state, old, user, Database.at(clock.instant()), item)
                    .update();
            new Holds(database, journal, clock).end(find(item).item().creditor(), id, user, reason);
        });
        return hold.isPresent();
    }

    private StoredItem find(long id) {
        return new Items(database).find(id).orElseThrow(() -> new Refused("there is no item:" + id));
    }
}
