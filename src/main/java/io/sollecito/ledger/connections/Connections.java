package io.sollecito.ledger.connections;

import io.sollecito.ledger.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each connection owes, how it fares and how far it has read. */
public final class Connections {

    /** One configured endpoint. {@code kind}: erp, bank or channel; {@code expects}: daily, movements or none. */
    public record Connection(
            String name, String creditor, String kind, String expects, int limitDays, int limitClosings) {}

    /** How a connection fares; times are null until the first success or failure, {@code lastPollMillis} until a poll. */
    public record Health(
            Connection connection,
            Instant lastPoll,
            Instant lastSuccess,
            Instant factsAsOf,
            int failures,
            Instant nextAttempt,
            String lastError,
            Long lastPollMillis) {}

    /**
     * What a connection brought so far.
     *
     * @param deliveries exports or statement files that were taken
     * @param records read from them: an ERP's records, a bank's new entries
     */
    public record Brought(long deliveries, long records) {
        public static final Brought NOTHING = new Brought(0, 0);
    }

    private final Database database;
    private final Clock clock;

    public Connections(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a connection known, or updates what it owes; two nodes may do so at the same time. */
    public void declare(Connection connection) {
        database.sql()
                .sql("insert into connection (name, creditor, kind, expects, limit_days, limit_closings, declared_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        connection.name(),
                        connection.creditor(),
                        connection.kind(),
                        connection.expects(),
                        connection.limitDays(),
                        connection.limitClosings(),
                        Database.at(clock.instant()))
                .update();
        database.sql()
                .sql("update connection set creditor = ?, kind = ?, expects = ?, limit_days = ?, limit_closings = ?"
                        + " where name = ?")
                .params(
                        connection.creditor(),
                        connection.kind(),
                        connection.expects(),
                        connection.limitDays(),
                        connection.limitClosings(),
                        connection.name())
                .update();
    }

    public Connection get(String name) {
        return database.sql()
                .sql("select name, creditor, kind, expects, limit_days, limit_closings from connection where name = ?")
                .param(name)
                .query((rs, n) -> connection(rs))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("connection " + name + " is not declared"));
    }

    /** A poll ended well; {@code empty} when it found nothing, which is a fact for a connection that expects movements. */
    public void pollSucceeded(String name, boolean empty) {
        database.inTransaction(() -> recordSuccess(name, empty));
    }

    private void recordSuccess(String name, boolean empty) {
        OffsetDateTime now = Database.at(clock.instant());
        database.sql()
                .sql(
                        "update connection set last_poll_at = ?, last_success_at = ?, failures = 0, next_attempt_at = null,"
                                + " last_error = null where name = ?")
                .params(now, now, name)
                .update();
        if (empty && get(name).expects().equals("movements") && !waits(name)) {
            factsAsOf(name, clock.instant());
        }
    }

    /** Whether the newest input of the connection waits for a person: what it says is not in the facts (law 8). */
    private boolean waits(String name) {
        return Stream.of(
                        "select state from export where connection = ? order by id desc limit 1",
                        "select state from bank_statement where connection = ? order by id desc limit 1")
                .flatMap(newest -> database.sql().sql(newest).param(name).query(String.class).list().stream())
                .anyMatch(List.of("held", "unreadable", "quarantined")::contains);
    }

    /** How long a poll took, however it ended, in milliseconds. */
    public void pollTook(String name, long millis) {
        database.sql()
                .sql("update connection set poll_millis = ? where name = ?")
                .params(millis, name)
                .update();
    }

    /** A poll failed; {@code nextAttempt} is when it is tried again. */
    public void pollFailed(String name, String error, Instant nextAttempt) {
        database.sql()
                .sql(
                        "update connection set last_poll_at = ?, failures = failures + 1, next_attempt_at = ?, last_error = ?"
                                + " where name = ?")
                .params(Database.at(clock.instant()), Database.at(nextAttempt), error, name)
                .update();
    }

    /**
     * Facts were applied (or proved unchanged) as of that moment; an earlier one than known changes nothing, and one that
     * lies ahead counts as of now.
     */
    public void factsAsOf(String name, Instant said) {
        Instant now = clock.instant();
        Instant asOf = said.isAfter(now) ? now : said;
        database.sql()
                .sql(
                        "update connection set facts_as_of = ? where name = ? and (facts_as_of is null or facts_as_of < ?)")
                .params(Database.at(asOf), name, Database.at(asOf))
                .update();
    }

    /** How far a delta connection has read, as its source writes it. */
    public Optional<String> watermark(String name) {
        return database.sql()
                .sql("select watermark from connection where name = ? and watermark is not null")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Moves the watermark, once what was read up to it is applied: a crash between the two only reads it again. */
    public void moveWatermark(String name, String watermark) {
        database.sql()
                .sql("update connection set watermark = ? where name = ?")
                .params(watermark, name)
                .update();
    }

    /**
     * Moves the watermark from where it was found to be: somebody else may have moved it meanwhile, and that then stands.
     *
     * @param from null when there was none
     */
    public void moveWatermark(String name, String from, String to) {
        database.inTransaction(() -> {
            database.sql()
                    .sql("update connection set watermark = ? where name = ? and coalesce(watermark, '') = ?")
                    .params(to, name, from == null ? "" : from)
                    .update();
        });
    }

    public Health healthOf(String name) {
        return health().stream()
                .filter(health -> health.connection().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("connection " + name + " is not declared"));
    }

    public List<Health> health() {
        return database.sql()
                .sql("select * from connection order by name")
                .query((rs, n) -> new Health(
                        connection(rs),
                        Database.instant(rs.getObject("last_poll_at", OffsetDateTime.class)),
                        Database.instant(rs.getObject("last_success_at", OffsetDateTime.class)),
                        Database.instant(rs.getObject("facts_as_of", OffsetDateTime.class)),
                        rs.getInt("failures"),
                        Database.instant(rs.getObject("next_attempt_at", OffsetDateTime.class)),
                        rs.getString("last_error"),
                        rs.getObject("poll_millis", Long.class)))
                .list();
    }

    /** By connection; one that brought nothing is not in it. */
    public Map<String, Brought> brought() {
        Map<String, Brought> brought = new HashMap<>();
        database.sql()
                .sql("select connection, count(*) as deliveries, sum(records_read) as records from export"
                        + " where state in ('applied', 'unchanged') and delivers <> 'replay' group by connection"
                        + " union all"
                        + " select s.connection, count(distinct s.content_hash), count(e.id) from bank_statement s"
                        + " left join bank_entry e on e.statement_id = s.id where s.state = 'applied'"
                        + " group by s.connection")
                .query((rs, n) -> brought.put(
                        rs.getString("connection"), new Brought(rs.getLong("deliveries"), rs.getLong("records"))))
                .list();
        return brought;
    }

    private static Connection connection(ResultSet rs) throws SQLException {
        return new Connection(
                rs.getString("name"),
                rs.getString("creditor"),
                rs.getString("kind"),
                rs.getString("expects"),
                rs.getInt("limit_days"),
                rs.getInt("limit_closings"));
    }
}
