package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.KafkaBroker;
import io.sollecito.delivery.events.Arrived;
import io.sollecito.delivery.events.JournalRoute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub as it runs, with Acme's journal switched on. */
class JournalOutletTest {

    private static final String MORNING = "2026-03-02T09:00:00";
    private static final String NOON = "2026-03-02T12:00:00";

    @TempDir
    private Path folder;

    @Test
    void a_hub_whose_route_is_switched_on_hands_its_journal_over() throws Exception {
        JournalRoute.switchOn(Files.createDirectories(folder.resolve("routes")));
        try (KafkaBroker broker = new KafkaBroker(folder.resolve("kafka")).start();
                SmallHub hub = SmallHub.start(folder, MORNING, JournalRoute.settings(broker.address()))) {
            hub.until(NOON);

            assertThat(hub.health("journal-acme").failures()).isZero();
            List<Long> sealed = hub
                    .rows("select id from journal where creditor = 'ACME-IT' and seal_no is not null order by id")
                    .stream()
                    .map(row -> (Long) row.get("id"))
                    .toList();
            assertThat(sealed).isNotEmpty();
            assertThat(Arrived.of(broker.records(JournalRoute.TOPIC)).ids())
                    .containsExactlyInAnyOrderElementsOf(sealed);
        }
    }

    @Test
    void a_broker_that_is_not_there_harms_nothing_else() throws Exception {
        JournalRoute.switchOn(Files.createDirectories(folder.resolve("routes")));
        try (SmallHub hub = SmallHub.start(folder, MORNING, JournalRoute.settings("127.0.0.1:1"))) {
            hub.until("2026-03-02T10:10:00");

            assertThat(hub.health("journal-acme").failures()).isBetween(3, 6);
            assertThat(hub.rows("select id from alarm where kind = 'events-waiting'"))
                    .hasSize(1);
            assertThat(hub.rows("select id from planning_run")).isNotEmpty();
        }
    }

    @Test
    void in_a_rehearsal_no_event_leaves() throws Exception {
        JournalRoute.switchOn(Files.createDirectories(folder.resolve("routes")));
        List<String> rehearsed = new ArrayList<>(JournalRoute.settings("127.0.0.1:1"));
        rehearsed.add("sollecito.delivery.all-mail-to=me@acme.example");
        try (SmallHub hub = SmallHub.start(folder, MORNING, rehearsed)) {
            hub.until(NOON);

            assertThat(hub.rows("select name from connection where name = 'journal-acme'"))
                    .isEmpty();
        }
    }
}
