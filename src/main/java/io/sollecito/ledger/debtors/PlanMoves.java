package io.sollecito.ledger.debtors;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.PlanMove;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Debtors whom a person has put under another plan until a day (law 13). A debtor is under one at a time. */
public final class PlanMoves {

    /** A move with whom it is about. */
    public record Placed(long id, String creditor, DebtorAccount account, PlanMove move) {}

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final MovesInForce inForce;

    public PlanMoves(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.inForce = new MovesInForce(database);
    }

    /**
     * Puts a debtor under a plan; a move of his that is in force ends.
     *
     * @return the move's id
     * @throws Refused when it would have ended before it began, or says neither who nor why
     */
    public long place(String creditor, DebtorAccount account, PlanMove move) {
        if (move.until().isBefore(move.from())) {
            throw new Refused("the move would have ended on " + move.until() + "; it is " + move.from());
        }
        if (move.reason().isBlank() || move.owner().isBlank()) {
            throw new Refused("a move has a reason and an owner");
        }
        return database.inTransaction(() -> {
            of(creditor).stream()
                    .filter(placed -> placed.account().equals(account))
                    .forEach(placed -> end(placed, move.owner(), "moved to plan " + move.plan()));
            long id = Database.insertedId(database.sql()
                    .sql("insert into plan_move (creditor, source, debtor, plan, reason, owner, starts_on, ends_on)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            creditor,
                            account.source(),
                            account.debtor(),
                            move.plan(),
                            move.reason(),
                            move.owner(),
                            move.from(),
                            move.until()));
            journal.append(
                    creditor,
                    "debtor-moved",
                    subject(creditor, account),
                    move.owner(),
                    Map.of("move", id, "plan", move.plan(), "until", move.until(), "reason", move.reason()));
            return id;
        });
    }

    /** Ends a move at once; false when it has ended before or never was. */
    public boolean end(String creditor, long id, String user, String reason) {
        return database.inTransaction(() -> {
            List<Placed> found =
                    of(creditor).stream().filter(placed -> placed.id() == id).toList();
            found.forEach(placed -> end(placed, user, reason));
            return !found.isEmpty();
        });
    }

    /** Ends those whose last day has passed. Returns how many. */
    public int endPassed(String creditor, LocalDate today) {
        return database.inTransaction(() -> {
            List<Placed> passed = of(creditor).stream()
                    .filter(placed -> placed.move().until().isBefore(today))
                    .toList();
            passed.forEach(placed ->
                    end(placed, "run", "its last day was " + placed.move().until()));
            return passed.size();
        });
    }

    /** The moves of a creditor's debtors that have not ended, the oldest first. */
    public List<Placed> of(String creditor) {
        return inForce.of(creditor);
    }

    private void end(Placed placed, String user, String reason) {
        database.sql()
                .sql("update plan_move set ended_at = ? where id = ?")
                .params(Database.at(clock.instant()), placed.id())
                .update();
        journal.append(
                placed.creditor(),
                "move-ended",
                subject(placed.creditor(), placed.account()),
                user,
                Map.of("move", placed.id(), "plan", placed.move().plan(), "reason", reason));
    }

    private static String subject(String creditor, DebtorAccount account) {
        return "debtor:" + creditor + "/" + account.source() + "/" + account.debtor();
    }
}
