package io.sollecito.ledger.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private static Connections declared(Database database) {
        Connections connections = new Connections(database, Clock.fixed(NOW, ZoneOffset.UTC));
        connections.declare(new Connections.Connection("bank-acme", "ACME-IT", "bank", "movements", 2, 30));
        return connections;
    }

    private static Instant factsAsOf(Connections connections) {
        return connections.health().get(0).factsAsOf();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nodes_that_declare_one_connection_at_the_same_time_all_succeed(Database database) {
        List<CompletableFuture<Void>> nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> declared(database)))
                .limit(8)
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(declared(database).health()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_empty_poll_is_a_fact_for_who_expects_movements(Database database) {
        Connections connections = declared(database);
        connections.pollSucceeded("bank-acme", true);
        assertThat(factsAsOf(connections)).isEqualTo(NOW);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_empty_poll_does_not_make_quarantined_input_fresh(Database database) {
        Connections connections = declared(database);
        database.sql()
                .sql(
                        "insert into bank_statement (connection, creditor, file_name, content_hash, account, state, received_at)"
                                + " values ('bank-acme', 'ACME-IT', 'f', 'h', 'a', 'quarantined', ?)")
                .param(Database.at(NOW))
                .update();
        connections.pollSucceeded("bank-acme", true);
        assertThat(factsAsOf(connections)).isNull();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void facts_that_lie_ahead_count_as_of_now(Database database) {
        Connections connections = declared(database);
        connections.factsAsOf("bank-acme", NOW.plusSeconds(86_400L * 300));
        assertThat(factsAsOf(connections)).isEqualTo(NOW);
    }
}
