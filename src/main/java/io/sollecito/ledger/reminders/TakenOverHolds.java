package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.DebtorMerges.AccountOf;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds on whole accounts that go over to the accounts that these were merged into, before or after the merge. */
final class TakenOverHolds {

    private static final String COPIED = "kind, reason, owner, starts_on, ends_on, code, opened_on, file_by, mail_id";

    private final Database database;
    private final Clock clock;

    TakenOverHolds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All that stand when the account is merged; returns how many. */
    int takeOver(long merge, AccountOf given) {
        List<Long> standing = database.sql()
                .sql("select id from hold where creditor = ? and source = ? and debtor = ?"
                        + " and item_id is null and ended_at is null order by id")
                .params(given.creditor(), given.source(), given.debtor())
                .query(Long.class)
                .list();
        standing.forEach(hold -> copy(hold, merge));
        return standing.size();
    }

    /** One that was just placed, on every account that its own goes on as; returns its copies. */
    List<Long> follow(long hold) {
        List<Long> copies = new ArrayList<>();
        Optional<Long> merge = mergeOf(hold);
        while (merge.isPresent()) {
            long from = copies.isEmpty() ? hold : copies.get(copies.size() - 1);
            copies.add(copy(from, merge.get()));
            merge = mergeOf(copies.get(copies.size() - 1));
        }
        return copies;
    }

    /** What a merge took over ends, and what later merges took over of that. */
    void endOfMerge(long merge) {
        end(holds("alias_id = any(?)", List.of(merge)));
    }

    /** What was taken over of that hold ends with it. */
    void endWith(long hold) {
        end(holds("taken_from = any(?)", List.of(hold)));
    }

    private void end(List<Long> holds) {
        List<Long> taken = holds;
        while (!taken.isEmpty()) {
            database.sql()
                    .sql("update hold set ended_at = ? where id = any(?) and ended_at is null")
                    .params(Database.at(clock.instant()), AnyOf.numbers(taken))
                    .update();
            taken = holds("taken_from = any(?)", taken);
        }
    }

    private List<Long> holds(String which, List<Long> of) {
        return database.sql()
                .sql("select id from hold where " + which)
                .param(AnyOf.numbers(of))
                .query(Long.class)
                .list();
    }

    /** The merge in force of the account that a hold on a whole account is on. */
    private Optional<Long> mergeOf(long hold) {
        return database.sql()
                .sql("select a.id from hold h join debtor_alias a on a.creditor = h.creditor and a.source = h.source"
                        + " and a.debtor = h.debtor and a.ended_at is null and a.by_merge is null"
                        + " where h.id = ? and h.item_id is null")
                .param(hold)
                .query(Long.class)
                .optional();
    }

    private long copy(long hold, long merge) {
        return Database.insertedId(database.sql()
                .sql("insert into hold (creditor, source, debtor, " + COPIED + ", alias_id, taken_from, placed_at)"
                        + " select a.creditor, a.into_source, a.into_debtor, h." + COPIED.replace(", ", ", h.")
                        + ", a.id, h.id, cast(? as timestamp with time zone) from hold h, debtor_alias a"
                        + " where h.id = ? and a.id = ?")
                .params(Database.at(clock.instant()), hold, merge));
    }
}
