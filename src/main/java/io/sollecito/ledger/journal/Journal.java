package io.sollecito.ledger.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The append-only record of everything that happened (law 11). Rows are written in the transaction of what they tell and
 * sealed afterwards: numbered in their order and chained by SHA-256. They hold ids, amounts and reasons, no personal data.
 */
public final class Journal {

    /** One row; {@code subject} is a kind and an id, such as item:17. */
    public record Row(long id, String at, String creditor, String event, String subject, String actor, String details) {

        static final String COLUMNS = "id, at, creditor, event, subject, actor, details";

        static Row of(ResultSet rs) throws SQLException {
            return new Row(
                    rs.getLong("id"),
                    Database.instant(rs.getObject("at", OffsetDateTime.class)).toString(),
                    rs.getString("creditor"),
                    rs.getString("event"),
                    rs.getString("subject"),
                    rs.getString("actor"),
                    rs.getString("details"));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Clock clock;

    public Journal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Appends a row, in the transaction under way.
     *
     * @param actor run, or the name of the person who decided
     * @param details ids, amounts, dates, reasons: values are written as text
     */
    public void append(String creditor, String event, String subject, String actor, Map<String, ?> details) {
        database.sql()
                .sql("insert into journal (at, creditor, event, subject, actor, details) values (?, ?, ?, ?, ?, ?)")
                .params(Database.at(clock.instant()), creditor, event, subject, actor, json(details))
                .update();
    }

    /** One of many rows that {@link #appendAll} writes. */
    public record Entry(String subject, Map<String, ?> details) {}

    /** Appends rows of one event by one statement, in the transaction under way. */
    public void appendAll(String creditor, String event, String actor, List<Entry> entries) {
        JournalRows rows = new JournalRows(database, clock.instant(), creditor);
        entries.forEach(entry -> rows.add(event, entry.subject(), actor, entry.details()));
        rows.write();
    }

    /** What is recorded of a subject, oldest first. */
    public List<Row> of(String subject) {
        return database.sql()
                .sql("select " + Row.COLUMNS + " from journal where subject = ? order by id")
                .param(subject)
                .query((rs, n) -> Row.of(rs))
                .list();
    }

    /** Numbers and chains the rows that are not sealed yet; returns how many. */
    public int seal() {
        return new JournalChain(database).seal();
    }

    /** Walks the chain; names the first row that is not as it was sealed. */
    public Optional<BrokenSeal> firstBroken() {
        return new JournalChain(database).firstBroken();
    }

    static String json(Map<String, ?> details) {
        ObjectNode node = JSON.createObjectNode();
        details.forEach((name, value) -> node.put(
                name,
                value instanceof BigDecimal amount ? amount.toPlainString() : value == null ? null : value.toString()));
        return node.toString();
    }
}
