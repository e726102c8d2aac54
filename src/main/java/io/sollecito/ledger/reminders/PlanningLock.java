package io.sollecito.ledger.reminders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The right to plan for one creditor: a locked row on a connection of its own, which ends with the process that holds it.
 * The database also ends it for a process that is silent for long, so who holds it says so again with all that it commits.
 */
public final class PlanningLock {

    /** Another run may be under way by now; nothing more was committed by this one. */
    public static final class Lost extends RuntimeException {
        private Lost(String creditor, SQLException cause) {
            super("the run's lock of " + creditor + " was lost, as that of a node is that was paused for long", cause);
        }
    }

    private final Connection connection;
    private final String creditor;

    PlanningLock(Connection connection, String creditor) {
        this.connection = connection;
        this.creditor = creditor;
    }

    boolean take() throws SQLException {
        return lock("select creditor from planning_lock where creditor = ? for update skip locked");
    }

    /** @throws Lost when it is not held any more */
    public void stillHeld() {
        try {
            lock("select creditor from planning_lock where creditor = ? for update");
        } catch (SQLException gone) {
            throw new Lost(creditor, gone);
        }
    }

    private boolean lock(String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, creditor);
            return lock.executeQuery().next();
        }
    }
}
