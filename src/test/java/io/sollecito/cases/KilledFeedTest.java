package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.KafkaBroker;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.events.Arrived;
import io.sollecito.delivery.events.JournalRoute;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** kill -9 between a broker's acknowledgement and the watermark, before a real broker. */
class KilledFeedTest {

    private static final int EVENTS = 60;
    private static final int DEBTORS = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void killed_before_the_watermark_events_come_twice_under_one_id_and_none_is_lost(LedgerOfNodes ledger)
            throws Exception {
        Random random = Runs.seeded("kill -9 of a feed");
        List<Long> ids = fill(ledger);
        try (KafkaBroker broker = new KafkaBroker(folder.resolve("kafka")).start()) {
            try (ChildJvm node = start(ledger, broker, 2 + random.nextInt(EVENTS / DEBTORS))) {
                node.await("waiting");
                node.kill();
            }
            try (ChildJvm node = start(ledger, broker, 0)) {
                assertThat(node.await("done")).isEqualTo("done " + EVENTS);
            }
            Arrived arrived = Arrived.of(broker.records(JournalRoute.TOPIC));
            assertThat(arrived.ids()).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(arrived.times().values()).contains(2);
            assertThat(arrived.differing()).isEmpty();
            assertThat(arrived.outOfOrder()).isEmpty();
        }
        try (HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            Journal journal = new Journal(database, Clock.systemUTC());
            assertThat(journal.firstBroken()).isEmpty();
            assertThat(new LawChecks(database, journal).violations()).isEmpty();
        }
    }

    private static ChildJvm start(LedgerOfNodes ledger, KafkaBroker broker, int wave) {
        return ChildJvm.start(FeedingNode.class, ledger.url(), ledger.user(), broker.address(), Integer.toString(wave));
    }

    /** Returns the journal's ids. */
    private static List<Long> fill(LedgerOfNodes ledger) {
        try (HikariDataSource source = ledger.open()) {
            OutboxForTests hub = new OutboxForTests(Database.open(source));
            hub.connections.declare(new Connection(FeedingNode.ROUTE, "ACME-IT", "channel", "none", 0, 0));
            IntStream.range(0, EVENTS).forEach(n -> {
                long item = hub.item("D" + n % DEBTORS, "R" + n, "100.00");
                hub.journal.append("ACME-IT", "item-frozen", "item:" + item, "run", Map.of("line", n));
            });
            hub.journal.seal();
            return hub.database
                    .sql()
                    .sql("select id from journal")
                    .query(Long.class)
                    .list();
        }
    }
}
