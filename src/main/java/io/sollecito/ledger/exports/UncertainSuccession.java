package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.Hold;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Finds new items that may be the rest of one that the same export closed: of the same debtor, currency and type, not more
 * than what no payment explains of it, and either overdue since the very same day or naming its number. They wait for a
 * person; all else is taken as it comes.
 */
final class UncertainSuccession {

    private static final String PAIRS = """
            select n.id as new_id, min(p.id) as old_id, min(n.debtor) as debtor, min(p.document_no) as old_number
            from stage_change c
            join stage_item s on s.seq = c.seq
            join open_item n on n.creditor = :creditor and n.source = :source and n.item_key = s.item_key
            join stage_change o on o.debtor = c.debtor and o.currency = c.currency and o.type = c.type
              and o.what = 'settled' and o.cause in ('unknown', 'payment') and o.carried = 0
              and o.old_open - o.explained >= c.new_open
            join open_item p on p.id = o.item_id
            where c.what = 'new' and c.new_open > 0 and s.replaces is null and s.type in ('INVOICE', 'DEBIT_NOTE')
              and ((s.due_date = p.due_date and s.due_date < :day)
                or s.printed_no in (p.document_no, p.printed_no)
                or s.payment_reference in (p.document_no, p.printed_no)
                or s.details like '%"' || p.document_no || '"%')
            group by n.id
            order by n.id""";

    private record Pair(long newer, long old, String debtor, String oldNumber) {}

    private final Database database;
    private final Export export;
    private final Instant now;

    UncertainSuccession(Database database, Export export, Instant now) {
        this.database = database;
        this.export = export;
        this.now = now;
    }

    /** Holds what it finds until a person has decided; to be called once the items are written. */
    void hold() {
        LocalDate day = LocalDate.ofInstant(export.asOf(), ZoneOffset.UTC);
        List<Pair> pairs = database.sql()
                .sql(PAIRS)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("day", day)
                .query((rs, n) -> new Pair(
                        rs.getLong("new_id"),
                        rs.getLong("old_id"),
                        rs.getString("debtor"),
                        rs.getString("old_number")))
                .list();
        if (pairs.isEmpty()) {
            return;
        }
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Holds holds = new Holds(database, new Journal(database, clock), clock);
        for (Pair pair : pairs) {
            String why = "may continue " + pair.oldNumber() + ", which the same export closed; a person says so";
            long hold = holds.place(
                    export.creditor(),
                    export.source(),
                    pair.debtor(),
                    pair.newer(),
                    day,
                    new Hold(null, "manual", why, "run", null, null),
                    "run");
            database.sql()
                    .sql("insert into succession (item_id, old_item_id, hold_id, state, found_at, state_at)"
                            + " values (?, ?, ?, 'waiting', ?, ?)")
                    .params(pair.newer(), pair.old(), hold, Database.at(now), Database.at(now))
                    .update();
        }
    }
}
