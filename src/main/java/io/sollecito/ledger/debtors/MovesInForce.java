package io.sollecito.ledger.debtors;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.PlanMoves.Placed;
import io.sollecito.model.PlanMove;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which debtors a person has put under another plan. */
public final class MovesInForce {

    private static final String IN_FORCE = "select * from plan_move where creditor = ? and ended_at is null";

    private final Database database;

    public MovesInForce(Database database) {
        this.database = database;
    }

    /** Those of a creditor, the oldest first. */
    List<Placed> of(String creditor) {
        return database.sql()
                .sql(IN_FORCE + " order by id")
                .param(creditor)
                .query((rs, n) -> placed(rs))
                .list();
    }

    /** Those of some debtors that count on a day. */
    public Map<DebtorAccount, PlanMove> on(LocalDate day, String creditor, Collection<DebtorAccount> accounts) {
        Map<DebtorAccount, PlanMove> moves = new HashMap<>();
        database.sql()
                .sql(IN_FORCE + " and source = any(?) and debtor = any(?) order by id")
                .params(
                        creditor,
                        AnyOf.texts(accounts.stream().map(DebtorAccount::source)),
                        AnyOf.texts(accounts.stream().map(DebtorAccount::debtor)))
                .query(rs -> {
                    Placed placed = placed(rs);
                    if (placed.move().countsOn(day)) {
                        moves.put(placed.account(), placed.move());
                    }
                });
        return moves;
    }

    private static Placed placed(ResultSet rs) throws SQLException {
        return new Placed(
                rs.getLong("id"),
                rs.getString("creditor"),
                DebtorAccount.of(rs),
                new PlanMove(
                        rs.getString("plan"),
                        rs.getObject("starts_on", LocalDate.class),
                        rs.getObject("ends_on", LocalDate.class),
                        rs.getString("owner"),
                        rs.getString("reason")));
    }
}
