package io.sollecito.ledger.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The append-only record of everything that happened (law 11). Rows are written in the transaction of what they tell and
 * sealed afterwards: numbered in their order and chained by SHA-256. They hold ids, amounts and reasons, no personal data.
 */
public final class Journal {

    /** One row; {@code subject} is a kind and an id, such as item:17. */
    public record Row(
            long id, String at, String creditor, String event, String subject, String actor, String details) {}

    private static final int SEALED_AT_A_TIME = 5_000;
    private static final String START = "0".repeat(64);
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
        BulkInsert inserts =
                new BulkInsert("journal").moments("at").texts("creditor", "event", "subject", "actor", "details");
        var now = Database.at(clock.instant());
        entries.forEach(entry -> inserts.row(now, creditor, event, entry.subject(), actor, json(entry.details())));
        inserts.run(database);
    }

    /** What is recorded of a subject, oldest first. */
    public List<Row> of(String subject) {
        return rows(database.sql()
                .sql(
                        "select id, at, creditor, event, subject, actor, details from journal where subject = ? order by id")
                .param(subject));
    }

    /** Numbers and chains the rows that are not sealed yet; returns how many. */
    public int seal() {
        int all = 0;
        int some;
        do {
            some = sealSome();
            all += some;
        } while (some == SEALED_AT_A_TIME);
        return all;
    }

    private int sealSome() {
        return database.inTransaction(() -> {
            JdbcClient sql = database.sql();
            String hash = sql.sql("select hash from journal where seal_no is not null order by seal_no desc limit 1")
                    .query(String.class)
                    .optional()
                    .orElse(START);
            long number = sql.sql("select coalesce(max(seal_no), 0) from journal")
                    .query(Long.class)
                    .single();
            List<Row> open = rows(sql.sql("select id, at, creditor, event, subject, actor, details from journal"
                            + " where seal_no is null order by id limit ? for update")
                    .param(SEALED_AT_A_TIME));
            List<Object[]> seals = new ArrayList<>();
            for (Row row : open) {
                hash = chained(hash, row);
                seals.add(new Object[] {++number, hash, row.id()});
            }
            database.jdbc().batchUpdate("update journal set seal_no = ?, hash = ? where id = ?", seals);
            return open.size();
        });
    }

    /** Walks the chain; names the first row whose content no longer fits its hash. */
    public Optional<Long> firstBrokenRow() {
        String[] hash = {START};
        Long[] broken = {null};
        long[] expected = {1};
        database.sql()
                .sql("select id, at, creditor, event, subject, actor, details, seal_no, hash from journal"
                        + " where seal_no is not null order by seal_no")
                .query(rs -> {
                    Row row = new Row(
                            rs.getLong("id"),
                            Database.instant(rs.getObject("at", java.time.OffsetDateTime.class))
                                    .toString(),
                            rs.getString("creditor"),
                            rs.getString("event"),
                            rs.getString("subject"),
                            rs.getString("actor"),
                            rs.getString("details"));
                    hash[0] = chained(hash[0], row);
                    boolean holds = rs.getLong("seal_no") == expected[0]++ && hash[0].equals(rs.getString("hash"));
                    if (!holds && broken[0] == null) {
                        broken[0] = row.id();
                    }
                });
        return Optional.ofNullable(broken[0]);
    }

    private List<Row> rows(JdbcClient.StatementSpec statement) {
        return statement
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        Database.instant(rs.getObject("at", java.time.OffsetDateTime.class))
                                .toString(),
                        rs.getString("creditor"),
                        rs.getString("event"),
                        rs.getString("subject"),
                        rs.getString("actor"),
                        rs.getString("details")))
                .list();
    }

    private static String chained(String previous, Row row) {
        String text = String.join(
                "\n", previous, row.at(), row.creditor(), row.event(), row.subject(), row.actor(), row.details());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String json(Map<String, ?> details) {
        ObjectNode node = JSON.createObjectNode();
        details.forEach((name, value) -> node.put(
                name,
                value instanceof BigDecimal amount ? amount.toPlainString() : value == null ? null : value.toString()));
        return node.toString();
    }
}
