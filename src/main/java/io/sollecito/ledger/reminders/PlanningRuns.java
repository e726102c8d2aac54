package io.sollecito.ledger.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.RunKind;
import io.sollecito.model.RunRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** One row per creditor and day that was planned, and the lock that keeps two runs of one creditor apart. */
public final class PlanningRuns {

    /** A run as recorded; {@code stale} says why nobody was reminded, or is null. */
    public record Recorded(
            long id, LocalDate date, boolean ended, Map<String, Integer> outcomes, String stale, RunKind kind) {}

    /** A run that is under way. */
    public record Begun(long id, RunKind kind) {}

    private static final Logger LOG = LoggerFactory.getLogger(PlanningRuns.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;

    public PlanningRuns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Runs the work while no other run of that creditor can, on any node.
     *
     * @return false, and nothing done, when another run is under way
     * @throws PlanningLock.Lost when the work asks for the lock and does not hold it any more
     */
    public boolean alone(String creditor, Consumer<PlanningLock> work) {
        makeLock(creditor);
        Connection connection = null;
        try {
            connection = database.jdbc().getDataSource().getConnection();
            connection.setAutoCommit(false);
            try {
                PlanningLock lock = new PlanningLock(connection, creditor);
                boolean mine = lock.take();
                if (mine) {
                    work.accept(lock);
                }
                return mine;
            } finally {
                unlock(connection);
            }
        } catch (SQLException failed) {
            throw new SQLErrorCodeSQLExceptionTranslator(database.jdbc().getDataSource())
                    .translate("locking a planning run", null, failed);
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }

    private static void unlock(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            LOG.debug("the lock ended with its connection", gone);
        }
    }

    /** The newest day that was planned. */
    public Optional<Recorded> last(String creditor) {
        return database.sql()
                .sql("select * from planning_run where creditor = ? order by run_date desc limit 1")
                .param(creditor)
                .query((rs, n) -> recorded(rs))
                .optional();
    }

    /** The run of that number. */
    public Optional<Recorded> find(String creditor, long run) {
        return database.sql()
                .sql("select * from planning_run where creditor = ? and id = ?")
                .params(creditor, run)
                .query((rs, n) -> recorded(rs))
                .optional();
    }

    private static Recorded recorded(ResultSet rs) throws SQLException {
        return new Recorded(
                rs.getLong("id"),
                rs.getObject("run_date", LocalDate.class),
                rs.getObject("ended_at") != null,
                counts(rs.getString("outcomes")),
                rs.getString("stale"),
                RunKind.of(rs.getString("kind")));
    }

    /** The run of that day: a new one, or the one that was begun before, which stays of the kind that it was. */
    public Begun begin(String creditor, LocalDate date, RunRules rules) {
        Optional<Begun> begun = find(creditor, date);
        if (begun.isEmpty()) {
            database.sql()
                    .sql("insert into planning_run (creditor, run_date, started_at, kind) values (?, ?, ?, ?)")
                    .params(
                            creditor,
                            date,
                            Database.at(clock.instant()),
                            rules.kind(couldRemind(creditor)).text())
                    .update();
        }
        return begun.orElseGet(() -> find(creditor, date).orElseThrow());
    }

    private long couldRemind(String creditor) {
        return database.sql()
                .sql("select count(*) from planning_run where creditor = ? and ended_at is not null and stale is null")
                .param(creditor)
                .query(Long.class)
                .single();
    }

    /** The run has looked at every item. */
    public void end(long run, Map<PlanOutcome, Integer> outcomes, String stale) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome.text(), count));
        database.sql()
                .sql("update planning_run set ended_at = ?, outcomes = ?, stale = ? where id = ?")
                .params(Database.at(clock.instant()), json(counts), stale, run)
                .update();
    }

    private Optional<Begun> find(String creditor, LocalDate date) {
        return database.sql()
                .sql("select id, kind from planning_run where creditor = ? and run_date = ?")
                .params(creditor, date)
                .query((rs, n) -> new Begun(rs.getLong("id"), RunKind.of(rs.getString("kind"))))
                .optional();
    }

    private void makeLock(String creditor) {
        boolean known = database.sql()
                .sql("select creditor from planning_lock where creditor = ?")
                .param(creditor)
                .query(String.class)
                .optional()
                .isPresent();
        if (!known) {
            try {
                database.sql()
                        .sql("insert into planning_lock (creditor) values (?)")
                        .param(creditor)
                        .update();
            } catch (DuplicateKeyException madeByAnother) {
                return;
            }
        }
    }

    private static Map<String, Integer> counts(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the outcomes of a planning run are not JSON", broken);
        }
    }

    private static String json(Map<String, Integer> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
