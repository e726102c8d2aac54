package io.sollecito.delivery.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.cli.SchemaForTests;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.connections.Connections.Health;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.SealedEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves by a route of the journal, and when the ledger counts it as handed over. */
class EventFeedTest {

    private static final String ROUTE = "journal-acme";

    /** A ledger whose events go to a broker that takes so many waves before it is gone. */
    private static final class Hub {
        final OutboxForTests ledger;
        final EventFeed feed;
        final List<List<Event>> waves = new ArrayList<>();
        int takes = Integer.MAX_VALUE;

        Hub(Database database) {
            ledger = new OutboxForTests(database);
            ledger.connections.declare(new Connection(ROUTE, "ACME-IT", "channel", "none", 0, 0));
            feed = new EventFeed(
                    new SealedEvents(database),
                    ledger.connections,
                    new Alarms(database, ledger.clock, ledger.journal),
                    this::send,
                    ledger.clock);
        }

        private String send(String route, Object body) throws Exception {
            assertThat(route).isEqualTo("journal-ACME-IT");
            if (waves.size() >= takes) {
                throw new ConnectException("no broker answers");
            }
            waves.add(((List<?>) body).stream().map(Event.class::cast).toList());
            return null;
        }

        void happens(String creditor, String event, String subject, String actor, Map<String, ?> details) {
            ledger.journal.append(creditor, event, subject, actor, details);
        }

        void settled(long... items) {
            Arrays.stream(items)
                    .forEach(item ->
                            happens("ACME-IT", "item-settled", "item:" + item, "run", Map.of("cause", "payment")));
        }

        int run() {
            ledger.journal.seal();
            return feed.run(ROUTE);
        }

        List<Event> events() {
            return waves.stream().flatMap(List::stream).toList();
        }

        Health health() {
            return ledger.connections.healthOf(ROUTE);
        }

        List<String> alarms() {
            return ledger.database
                    .sql()
                    .sql("select message from alarm")
                    .query(String.class)
                    .list();
        }
    }

    static Stream<Hub> hubs() {
        return Stream.of(new Hub(LedgerForTests.h2()), new Hub(LedgerForTests.postgres()));
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void events_are_keyed_by_debtor_and_fit_the_published_schema(Hub hub) throws Exception {
        long item = hub.ledger.item("4711", "R1", "100.00");
        long dispatch = hub.ledger.email("4711");
        long reminder = hub.ledger.single(Long.class, "select reminder_id from dispatch where id = ?", dispatch);
        hub.happens("ACME-IT", "item-settled", "item:" + item, "run", Map.of("cause", "payment"));
        hub.happens("ACME-IT", "reminder-planned", "reminder:" + reminder, "run", Map.of("step", "first"));
        hub.happens("ACME-IT", "dispatch-sent", "dispatch:" + dispatch, "run", Map.of());
        hub.happens("ACME-IT", "debtor-erased", "debtor:ACME-IT/sap/47/11", "anna", Map.of("rows", 3));
        hub.happens("ACME-IT", "payment-decided", "payment:4", "run", Map.of("decision", "candidates"));
        hub.happens("ACME-IT", "alarm-letter-stuck", "batch:ACME-IT-20260302-O1", "run", Map.of("message", "late"));
        hub.happens("ACME-IT", "item-settled", "item:no number", "run", Map.of());

        assertThat(hub.run()).isEqualTo(7);

        assertThat(hub.events())
                .extracting(Event::key)
                .containsExactlyInAnyOrder(
                        "ACME-IT/sap/4711",
                        "ACME-IT/sap/4711",
                        "ACME-IT/sap/4711",
                        "ACME-IT/sap/47/11",
                        "ACME-IT/payment:4",
                        "ACME-IT/batch:ACME-IT-20260302-O1",
                        "ACME-IT/item:no number");
        for (Event event : hub.events()) {
            SchemaForTests.assertFits("event", event.json());
        }
        JsonNode first = json(hub.events().get(0));
        assertThat(first.path("id").asLong())
                .isEqualTo(hub.ledger.single(
                        Long.class,
                        "select id from journal where event = 'item-settled'" + " and subject = 'item:" + item + "'"));
        assertThat(first.path("source").asText()).isEqualTo("sap");
        assertThat(first.path("debtor").asText()).isEqualTo("4711");
        assertThat(first.path("by").asText()).isEqualTo("run");
        assertThat(first.path("details").path("cause").asText()).isEqualTo("payment");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void no_event_names_a_person_or_repeats_what_one_wrote(Hub hub) {
        hub.happens(
                "ACME-IT",
                "export-released",
                "export:1",
                "anna.bianchi",
                Map.of("second", "carlo.verdi", "reason", "Mr Rossi is ill", "export", 1));

        hub.run();

        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(event.json()).doesNotContain("anna", "carlo", "Rossi");
            assertThat(json(event).path("by").asText()).isEqualTo("person");
            assertThat(json(event).path("details").toString()).isEqualTo("{\"export\":\"1\"}");
        });
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void what_a_machine_reported_is_nobodys_decision_and_keeps_its_code(Hub hub) {
        hub.happens("ACME-IT", "dispatch-undelivered", "dispatch:1", "message centre", Map.of("reason", "UNDELIV"));

        hub.run();

        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(json(event).path("by").asText()).isEqualTo("run");
            assertThat(json(event).path("details").path("reason").asText()).isEqualTo("UNDELIV");
        });
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void each_event_leaves_once_when_it_is_sealed_and_only_those_of_the_creditor(Hub hub) {
        hub.settled(1, 2);
        hub.happens("LUMIERE-FR", "item-settled", "item:3", "run", Map.of());
        assertThat(hub.feed.run(ROUTE)).isZero();

        assertThat(hub.run()).isEqualTo(2);
        assertThat(hub.run()).isZero();
        hub.settled(4);
        assertThat(hub.run()).isEqualTo(1);

        assertThat(hub.events())
                .extracting(event -> json(event).path("subject").asText())
                .containsExactly("item:1", "item:2", "item:4");
        assertThat(hub.health().lastSuccess()).isNotNull();
        assertThat(hub.ledger.connections.watermark(ROUTE)).contains("4");
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void no_wave_holds_two_events_of_a_key_and_their_order_is_the_journals(Hub hub) {
        long[] items = new long[2_500];
        Arrays.setAll(items, n -> 1 + n * 7L % 40);
        hub.settled(items);

        assertThat(hub.run()).isEqualTo(items.length);

        assertThat(hub.waves)
                .allSatisfy(wave -> assertThat(wave).extracting(Event::key).doesNotHaveDuplicates());
        assertThat(hub.waves.get(0)).hasSize(1);
        assertInOrder(hub.events());
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void what_was_not_acknowledged_leaves_again_under_the_same_ids(Hub hub) {
        hub.settled(1, 2, 1, 1, 2);
        hub.takes = 2;
        assertThat(hub.run()).isZero();
        assertThat(hub.ledger.connections.watermark(ROUTE)).isEmpty();
        List<Event> before = hub.events();
        assertThat(before).hasSize(3);

        hub.takes = Integer.MAX_VALUE;
        hub.ledger.clock.forward(Duration.ofMinutes(1));
        assertThat(hub.run()).isEqualTo(5);

        List<Event> all = hub.events();
        assertThat(all.subList(3, 8)).containsAll(before);
        assertThat(all.stream().distinct().toList()).hasSize(5);
        assertInOrder(all.stream().distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void a_broker_that_is_down_is_asked_after_growing_pauses_and_alarmed_about_once(Hub hub) {
        hub.takes = 0;
        hub.settled(1);
        List<Long> pauses = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            hub.run();
            pauses.add(Duration.between(hub.ledger.clock.instant(), hub.health().nextAttempt())
                    .toMinutes());
            hub.takes = 1;
            assertThat(hub.run()).as("while it pauses").isZero();
            hub.takes = 0;
            hub.ledger.clock.forward(
                    Duration.between(hub.ledger.clock.instant(), hub.health().nextAttempt()));
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(hub.health().lastError()).isEqualTo("no broker answers");
        assertThat(hub.alarms())
                .containsExactly("the journal's events wait: journal-acme does not take them: no broker answers");

        hub.takes = Integer.MAX_VALUE;
        assertThat(hub.run()).as("the alarm is an event too").isEqualTo(2);
        assertThat(hub.health().failures()).isZero();
        assertThat(hub.ledger.journal.firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void a_second_outage_is_a_second_alarm(Hub hub) {
        for (int outage = 1; outage <= 2; outage++) {
            hub.settled(outage);
            hub.takes = 0;
            for (int attempt = 0; attempt < 4; attempt++) {
                hub.run();
                hub.ledger.clock.forward(Duration.ofHours(1));
            }
            hub.takes = Integer.MAX_VALUE;
            hub.run();
        }
        assertThat(hub.alarms()).hasSize(2);
    }

    private static void assertInOrder(List<Event> events) {
        Map<String, Long> last = new HashMap<>();
        for (Event event : events) {
            long sealNo = json(event).path("sealNo").asLong();
            assertThat(sealNo).isGreaterThan(last.getOrDefault(event.key(), 0L));
            last.put(event.key(), sealNo);
        }
    }

    private static JsonNode json(Event event) {
        try {
            return new ObjectMapper().readTree(event.json());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
