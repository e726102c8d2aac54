package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.AnyOf;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds new items that may be the rest of one that the same export closed: of the same debtor, currency and type, not more
 * than what no payment explains of it, and either overdue since the very same day or naming its number. They wait for a
 * person; all else is taken as it comes.
 */
final class UncertainSuccession {

    private static final String CLOSED = """
            select p.id, p.document_no, p.printed_no, p.due_date, o.debtor, o.currency, o.type,
              o.old_open - o.explained as amount
            from stage_change o join open_item p on p.id = o.item_id
            where o.what = 'settled' and o.cause in ('unknown', 'payment', 'collected') and o.carried = 0 and o.new_open = 0
              and o.type in ('INVOICE', 'DEBIT_NOTE')
            order by p.id""";

    private static final String NEW = """
            select n.id, n.due_date, n.printed_no, n.payment_reference, n.details, c.debtor, c.currency, c.type,
              c.new_open as amount
            from stage_change c
            join stage_item s on s.seq = c.seq
            join open_item n on n.creditor = :creditor and n.source = :source and n.item_key = s.item_key
            where c.what = 'new' and c.new_open > 0 and s.replaces is null and c.type in ('INVOICE', 'DEBIT_NOTE')
              and c.debtor = any(:debtors)
            order by n.id""";

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** What two items have in common when the one may continue the other. */
    private record Common(String debtor, String currency, String type, String numberOrDay) {}

    private record Closed(long id, String number, BigDecimal amount) {}

    private record Pair(long newer, Closed old, String debtor) {}

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
        List<Pair> pairs = pairs(day);
        if (pairs.isEmpty()) {
            return;
        }
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Holds holds = new Holds(database, new Journal(database, clock), clock);
        for (Pair pair : pairs) {
            String why = "may continue " + pair.old().number() + ", which the same export closed; a person says so";
            long hold = holds.place(
                    export.creditor(),
                    export.source(),
                    pair.debtor(),
                    pair.newer(),
                    day,
                    new Hold(null, Hold.MANUAL, why, "run", null, null),
                    "run");
            database.sql()
                    .sql("insert into succession (item_id, old_item_id, hold_id, state, found_at, state_at)"
                            + " values (?, ?, ?, 'waiting', ?, ?)")
                    .params(pair.newer(), pair.old().id(), hold, Database.at(now), Database.at(now))
                    .update();
        }
    }

    /** In memory: the items of one debtor may be many, and to join them with each other takes their square. */
    private List<Pair> pairs(LocalDate day) {
        Map<Common, List<Closed>> closed = closed(day);
        if (closed.isEmpty()) {
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        database.sql()
                .sql(NEW)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("debtors", AnyOf.texts(closed.keySet().stream().map(Common::debtor)))
                .query(rs -> {
                    BigDecimal amount = rs.getBigDecimal("amount");
                    long newer = rs.getLong("id");
                    String debtor = rs.getString("debtor");
                    named(rs, day).stream()
                            .flatMap(common -> closed.getOrDefault(common, List.of()).stream())
                            .filter(old -> old.amount().compareTo(amount) >= 0)
                            .min(Comparator.comparingLong(Closed::id))
                            .ifPresent(old -> pairs.add(new Pair(newer, old, debtor)));
                });
        return pairs;
    }

    private Map<Common, List<Closed>> closed(LocalDate day) {
        Map<Common, List<Closed>> closed = new HashMap<>();
        database.sql().sql(CLOSED).query(rs -> {
            Closed old = new Closed(rs.getLong("id"), rs.getString("document_no"), rs.getBigDecimal("amount"));
            Set<String> known = new HashSet<>();
            known.add(old.number());
            known.add(rs.getString("printed_no"));
            known.add(overdue(rs, day));
            known.remove(null);
            for (String one : known) {
                closed.computeIfAbsent(common(rs, one), unknown -> new ArrayList<>())
                        .add(old);
            }
        });
        return closed;
    }

    private static List<Common> named(ResultSet rs, LocalDate day) throws SQLException {
        Set<String> named = new LinkedHashSet<>();
        named.add(rs.getString("printed_no"));
        named.add(rs.getString("payment_reference"));
        named.add(overdue(rs, day));
        String details = rs.getString("details");
        if (details != null) {
            QUOTED.matcher(details).results().forEach(text -> named.add(text.group(1)));
        }
        named.remove(null);
        List<Common> commons = new ArrayList<>();
        for (String one : named) {
            commons.add(common(rs, one));
        }
        return commons;
    }

    private static Common common(ResultSet rs, String numberOrDay) throws SQLException {
        return new Common(rs.getString("debtor"), rs.getString("currency"), rs.getString("type"), numberOrDay);
    }

    /** The due date, if it has passed. */
    private static String overdue(ResultSet rs, LocalDate day) throws SQLException {
        LocalDate due = rs.getObject("due_date", LocalDate.class);
        return due == null || !due.isBefore(day) ? null : "due " + due;
    }
}
