package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.payments.OpenEntries.Open;
import io.sollecito.ledger.payments.SameMoney.Side;
import io.sollecito.ledger.payments.StatementRows.Fresh;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Money that a notification and a statement tell of counts once, whichever comes first (law 10): the payments count that say
 * who paid, mostly the notification's, and the other side's are put aside.
 */
final class AdvisedMoney {

    /**
     * New entries, with what the other side told of them before.
     *
     * @param doubt why they have to wait for a person, or null
     * @param pairs entries of statements with those of notifications that are the same money
     * @param aside ids of known entries whose payments come one by one now
     */
    record Linked(List<Fresh> fresh, String doubt, Map<Side, List<Side>> pairs, List<Long> aside) {}

    private static final int DAYS_APART = 10;

    private final Database database;
    private final Clock clock;
    private final String creditor;
    private final OpenEntries entries;

    AdvisedMoney(Database database, Clock clock, String creditor, String account) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
        this.entries = new OpenEntries(database, account);
    }

    /** The new entries of a statement: what notifications told of them. */
    Linked toldBefore(List<Fresh> fresh, String format) {
        Map<Object, Open> told = around(fresh, entries::advised);
        if (told.isEmpty()) {
            return new Linked(fresh, null, Map.of(), List.of());
        }
        SameMoney same = new SameMoney(OpenEntries.sides(fresh, format), sides(told));
        List<Fresh> marked = new ArrayList<>(fresh);
        same.doubtful().stream()
                .filter(AdvisedMoney::isNew)
                .forEach(entry -> mark(marked, entry, Told.perhapsCounted()));
        List<Long> aside = new ArrayList<>();
        same.pairs().forEach((entry, these) -> {
            List<Open> opens = these.stream().map(side -> told.get(side.id())).toList();
            if (!entry.blank() && opens.stream().allMatch(open -> open.side().blank() && open.undecided())) {
                these.forEach(side -> aside.add((Long) side.id()));
            } else {
                mark(
                        marked,
                        entry,
                        Told.counted(opens.stream().map(Open::file).distinct().collect(Collectors.joining(", "))));
            }
        });
        return new Linked(marked, null, same.pairs(), aside);
    }

    /** The new entries of a notification: what statements booked of them. */
    Linked bookedBefore(List<Fresh> fresh, String format, Doubtful choice) {
        Map<Object, Open> booked = around(fresh, entries::booked);
        if (booked.isEmpty()) {
            return new Linked(fresh, null, Map.of(), List.of());
        }
        SameMoney same = new SameMoney(sides(booked), OpenEntries.sides(fresh, format));
        List<Side> doubtful =
                same.doubtful().stream().filter(AdvisedMoney::isNew).toList();
        if (!doubtful.isEmpty() && choice == Doubtful.HELD) {
            return doubt(doubtful.size() + " of its entries may be money that a statement has booked already");
        }
        List<Fresh> marked = new ArrayList<>(fresh);
        if (choice == Doubtful.KNOWN) {
            doubtful.forEach(entry -> mark(marked, entry, Told.NOTHING));
        }
        List<Long> aside = new ArrayList<>();
        for (Map.Entry<Side, List<Side>> pair : same.pairs().entrySet()) {
            Open entry = booked.get(pair.getKey().id());
            int payments = pair.getValue().stream()
                    .mapToInt(side ->
                            fresh.get((Integer) side.id()).entry().payments().size())
                    .sum();
            if (!entry.side().blank() && entry.payments() >= payments) {
                pair.getValue().forEach(side -> mark(marked, side, Told.NOTHING));
            } else if (entry.undecided()) {
                aside.add((Long) entry.side().id());
            } else {
                return doubt("the entry of "
                        + entry.side().amount().stripTrailingZeros().toPlainString() + " "
                        + entry.side().currency() + " of " + entry.side().booked() + " in " + entry.file()
                        + " is decided already; take that back first, then release this one");
            }
        }
        return new Linked(marked, null, same.pairs(), aside);
    }

    /** The payments of these entries come one by one now, in that file. */
    void putAside(Linked linked, String file) {
        if (linked.aside().isEmpty()) {
            return;
        }
        SqlArrayValue ids = AnyOf.numbers(linked.aside());
        database.sql()
                .sql("delete from candidate where payment_id in (select id from payment where entry_id = any(?))")
                .param(ids)
                .update();
        Told told = Told.counted(file);
        database.sql()
                .sql("update payment set decision = ?, awaits = null, aside = true, evidence = ?, decided_at = ?"
                        + " where entry_id = any(?)")
                .params(told.decision(), DecisionRows.json(List.of(told.evidence())), Database.at(clock.instant()), ids)
                .update();
        JournalRows journal = new JournalRows(database, clock.instant(), creditor);
        database.sql()
                .sql("select id, amount from payment where entry_id = any(?) order by id")
                .param(ids)
                .query(rs -> {
                    journal.add(
                            "payment-decided",
                            "payment:" + rs.getLong("id"),
                            "run",
                            "decision",
                            told.decision(),
                            "amount",
                            rs.getBigDecimal("amount"));
                });
        journal.write();
    }

    /** Remembers which entries are the same money. */
    void link(Linked linked, List<Long> ids) {
        List<Object[]> links = new ArrayList<>();
        linked.pairs()
                .forEach((entry, these) ->
                        these.forEach(told -> links.add(new Object[] {id(entry, ids), id(told, ids)})));
        if (!links.isEmpty()) {
            database.jdbc().batchUpdate("update bank_entry set booked_by = ? where id = ?", links);
        }
    }

    private static Linked doubt(String why) {
        return new Linked(List.of(), why, Map.of(), List.of());
    }

    private static void mark(List<Fresh> fresh, Side side, Told told) {
        int index = (Integer) side.id();
        fresh.set(index, fresh.get(index).with(told));
    }

    private static boolean isNew(Side side) {
        return side.id() instanceof Integer;
    }

    private static Long id(Side side, List<Long> ids) {
        return isNew(side) ? ids.get((Integer) side.id()) : (Long) side.id();
    }

    private static List<Side> sides(Map<Object, Open> entries) {
        return entries.values().stream().map(Open::side).toList();
    }

    private static Map<Object, Open> around(
            List<Fresh> fresh, BiFunction<LocalDate, LocalDate, Map<Object, Open>> load) {
        List<LocalDate> days =
                fresh.stream().map(each -> each.entry().bookingDate()).sorted().toList();
        return days.isEmpty()
                ? Map.of()
                : load.apply(
                        days.get(0).minusDays(DAYS_APART),
                        days.get(days.size() - 1).plusDays(DAYS_APART));
    }
}
