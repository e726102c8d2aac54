package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.Health.Row;
import io.sollecito.digest.Health.State;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.journal.SealWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-09T17:00:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_worst_connection_stands_first_with_its_error(Database database) {
        Clock clock = Clock.fixed(NOW, ZoneId.of("UTC"));
        Connections connections = new Connections(database, clock);
        for (String name : List.of("a-fresh", "b-stale", "c-silent", "d-failing")) {
            connections.declare(new Connection(name, "ACME-IT", "erp", "daily", 2, 30));
        }
        connections.declare(new Connection("e-mail", "ACME-IT", "channel", "none", 2, 30));
        connections.declare(new Connection("f-orphan", "GONE", "erp", "daily", 2, 30));
        connections.pollSucceeded("a-fresh", false);
        connections.factsAsOf("a-fresh", Instant.parse("2026-03-06T06:00:00Z"));
        connections.factsAsOf("b-stale", Instant.parse("2026-03-04T06:00:00Z"));
        connections.factsAsOf("f-orphan", Instant.parse("2026-03-06T06:00:00Z"));
        connections.pollFailed("d-failing", "connection refused", Instant.parse("2026-03-09T17:05:00Z"));

        List<Row> rows = new Health(connections, List.of(DigestForTests.acme()), clock).rows();

        assertThat(rows)
                .extracting(Row::connection, Row::state, Row::bankDays)
                .containsExactly(
                        tuple("d-failing", State.FAILING, null),
                        tuple("b-stale", State.STALE, 3),
                        tuple("c-silent", State.SILENT, null),
                        tuple("a-fresh", State.OK, 1),
                        tuple("e-mail", State.OK, null),
                        tuple("f-orphan", State.OK, 1));
        assertThat(Health.text(rows, ZoneId.of("Europe/Rome")))
                .startsWith("""
                        state    connection  last success      facts as of       age               taken
                        failing  d-failing   never             -                 -                 -
                                 1 failed attempt: connection refused; next attempt 2026-03-09 18:05
                        stale    b-stale     never             2026-03-04 07:00  3 of 2 bank days  -
                        """)
                .contains("ok       a-fresh     2026-03-09 18:00  2026-03-06 07:00  1 of 2 bank days  -\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_connection_brought_is_counted_and_how_long_its_last_poll_took(Database database) {
        Clock clock = Clock.fixed(NOW, ZoneId.of("UTC"));
        Connections connections = new Connections(database, clock);
        for (String name : List.of("bank", "erp", "print")) {
            connections.declare(new Connection(name, "ACME-IT", "channel", "none", 2, 30));
        }
        connections.pollTook("erp", 1234);
        List.of("'a', 'applied', 1000", "'b', 'unchanged', 0", "'c', 'applied', 500", "'d', 'unreadable', 7")
                .forEach(export -> database.sql()
                        .sql(
                                "insert into export (content_hash, state, records_read, connection, creditor, source, kind,"
                                        + " delivers, file_name, as_of, received_at) values (" + export
                                        + ", 'erp', 'ACME-IT', 'sap', 'openItem', 'delta', 'x', now(), now())")
                        .update());
        List.of("'a', 'applied'", "'a', 'applied'", "'b', 'applied'", "'c', 'quarantined'")
                .forEach(statement -> database.sql()
                        .sql(
                                "insert into bank_statement (content_hash, state, connection, creditor, account, file_name,"
                                        + " received_at) values (" + statement
                                        + ", 'bank', 'ACME-IT', 'IT', 'x', now())")
                        .update());
        database.sql()
                .sql(
                        "insert into bank_entry (statement_id, creditor, account, booking_date, amount, currency, reversal,"
                                + " fingerprint, twin) select min(id), 'ACME-IT', 'IT', date '2026-03-02', 1, 'EUR', false, 'f', 1"
                                + " from bank_statement where state = 'applied'")
                .update();

        List<Row> rows = new Health(connections, List.of(DigestForTests.acme()), clock).rows();

        assertThat(rows)
                .extracting(
                        Row::connection,
                        row -> row.brought().deliveries(),
                        row -> row.brought().records())
                .containsExactly(tuple("bank", 2L, 1L), tuple("erp", 3L, 1500L), tuple("print", 0L, 0L));
        assertThat(rows).extracting(Row::lastPollMillis).containsExactly(null, 1234L, null);
        assertThat(Health.text(rows, ZoneId.of("UTC")))
                .contains("-                 2 with 1 record\n", "-                 3 with 1,500 records\n");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_journal_that_is_not_sealed_in_time_stands_first(Database database) {
        Clock clock = Clock.fixed(NOW, ZoneId.of("UTC"));
        Connections connections = new Connections(database, clock);
        connections.declare(new Connection("e-mail", "ACME-IT", "channel", "none", 2, 30));
        new Journal(database, Clock.offset(clock, Duration.ofHours(-1)))
                .append("ACME-IT", "item-settled", "item:1", "run", Map.of());
        Health health = new Health(connections, List.of(), clock, () -> SealWatch.late(database, clock.instant()));

        assertThat(health.rows())
                .extracting(Row::connection, Row::state)
                .containsExactly(tuple("journal", State.FAILING), tuple("e-mail", State.OK));
        assertThat(Health.text(health.rows(), ZoneId.of("UTC")))
                .contains("1 failed attempt: 1 row of the journal is not sealed, the oldest of 2026-03-09T16:00:00Z");
        new Journal(database, clock).seal();
        assertThat(health.rows()).extracting(Row::connection).containsExactly("e-mail");
    }
}
