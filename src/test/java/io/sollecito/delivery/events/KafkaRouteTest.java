package io.sollecito.delivery.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.KafkaBroker;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.check.KnownProperties;
import io.sollecito.check.RouteCheck;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.SealedEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's route as shipped, before a real broker. */
class KafkaRouteTest {

    private static final String ROUTE = "journal-acme";

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());

    @TempDir
    private Path folder;

    private KafkaBroker broker;

    @BeforeEach
    void listen() throws Exception {
        broker = new KafkaBroker(folder.resolve("kafka"));
        hub.connections.declare(new Connection(ROUTE, "ACME-IT", "channel", "none", 0, 0));
    }

    @AfterEach
    void hangUp() {
        broker.close();
    }

    @Test
    void events_arrive_under_their_debtors_keys_and_in_their_order_also_after_a_broker_was_down() throws Exception {
        happens(1, 200);
        try (JournalRoute route = JournalRoute.to(broker.address())) {
            EventFeed feed = feed(route);
            assertThat(feed.run(ROUTE)).as("no broker yet").isZero();
            assertThat(hub.connections.healthOf(ROUTE).failures()).isEqualTo(1);

            broker.start();
            assertThat(inTheEnd(feed)).isEqualTo(200);

            broker.stop();
            happens(201, 300);
            assertThat(later(feed)).as("the broker is down").isZero();
            assertThat(hub.connections.healthOf(ROUTE).lastError()).isNotBlank();

            broker.start();
            assertThat(inTheEnd(feed)).isEqualTo(100);
        }
        List<ConsumerRecord<String, String>> records = broker.records(JournalRoute.TOPIC);
        Arrived arrived = Arrived.of(records);
        assertThat(arrived.ids())
                .containsExactlyInAnyOrderElementsOf(hub.database
                        .sql()
                        .sql("select id from journal")
                        .query(Long.class)
                        .list());
        assertThat(arrived.outOfOrder()).isEmpty();
        assertThat(records)
                .extracting(ConsumerRecord::key)
                .contains("ACME-IT/sap/D1")
                .doesNotContainNull();
        assertThat(records).allSatisfy(event -> assertThat(event.headers()).isEmpty());
        assertThat(hub.journal.firstBroken()).isEmpty();
    }

    @Test
    void brokers_whose_name_is_not_known_keep_no_route_from_starting() throws Exception {
        try (JournalRoute route = JournalRoute.to("kafka.nowhere.invalid:9092")) {
            assertThatThrownBy(() -> route.outlet().send("journal-ACME-IT", List.of(new Event("k", "{}"))))
                    .rootCause()
                    .hasMessageContaining("bootstrap");
        }
    }

    @Test
    void the_connection_that_waits_to_be_switched_on_has_no_problem() throws Exception {
        Path routes = folder.resolve("routes");
        Files.createDirectories(routes.resolve("templates"));
        Path template = Path.of("templates/journal-kafka.camel.yaml");
        Files.copy(Path.of("routes").resolve(template), routes.resolve(template));
        JournalRoute.switchOn(routes);
        KnownProperties properties =
                new KnownProperties(List.of("acme.kafka.brokers"), Map.of("acme.kafka.brokers", "kafka:9092")::get);

        assertThat(new RouteCheck(routes, folder, List.of("ACME-IT"), properties).problems())
                .isEmpty();
    }

    private int later(EventFeed feed) {
        hub.clock.forward(Duration.ofHours(1));
        return feed.run(ROUTE);
    }

    /** A broker that has just come up, on a busy machine, may not acknowledge in time at once. */
    private int inTheEnd(EventFeed feed) {
        return IntStream.range(0, 10).map(attempt -> later(feed)).sum();
    }

    private void happens(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(n -> {
            String debtor = "D" + n % 7;
            long item = hub.item(debtor, "R" + n, "100.00");
            hub.journal.append("ACME-IT", "item-settled", "item:" + item, "run", Map.of("cause", "payment"));
        });
        hub.journal.seal();
    }

    private EventFeed feed(JournalRoute route) {
        return new EventFeed(
                new SealedEvents(hub.database),
                hub.connections,
                new Alarms(hub.database, hub.clock, hub.journal),
                route.outlet(),
                hub.clock);
    }
}
