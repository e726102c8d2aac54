package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.digest.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Case 16: a disk that is nearly full pauses the pollers (DiskFullNodeTest: what was full is whole)")
class DiskFullTest {

    private static final long LEAST = 200L << 20;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final Agenda agenda = new Agenda(hub.clock);
    private final AtomicLong free = new AtomicLong(LEAST);
    private final AtomicInteger taken = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void nothing_is_polled_and_health_says_why_until_there_is_room_again() throws Exception {
        try (CamelContext context = context()) {
            java.nio.file.Files.writeString(folder.resolve("a.csv"), "a");
            free.set(3L << 20);
            pollAfter(Duration.ofHours(24));
            assertThat(taken).hasValue(0);
            assertThat(folder.resolve("a.csv")).exists();
            assertThat(health().state()).isEqualTo(Health.State.FAILING);
            assertThat(health().lastError())
                    .isEqualTo("only 3 MB are free for " + folder + ", the least is 200 MB:"
                            + " nothing is taken until there is room");

            free.set(LEAST);
            pollAfter(Duration.ofMinutes(1));
            assertThat(taken).hasValue(1);
            assertThat(health().state()).isNotEqualTo(Health.State.FAILING);
        }
    }

    private void pollAfter(Duration pause) {
        hub.clock.forward(pause);
        agenda.tick(Runnable::run);
    }

    private Health.Row health() {
        return new Health(hub.connections, List.of(OutboxForTests.ACME), hub.clock)
                .rows().stream()
                        .filter(row -> row.connection().equals("erp-folder"))
                        .findFirst()
                        .orElseThrow();
    }

    private CamelContext context() throws Exception {
        FreeSpace space = new FreeSpace(List.of(folder), LEAST, disk -> free.get());
        CamelContext context = PollingForTests.context(
                agenda, hub.connections, new PollOutcomes(hub.connections, agenda, space, hub.clock));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?pollStrategy=#pollOutcomes&scheduler=#hubScheduler"
                                + "&scheduler.cron=RAW(0 30 6 * * *)&scheduler.creditor=ACME-IT&scheduler.kind=erp"
                                + "&scheduler.expects=movements")
                        .routeId("erp-folder")
                        .process(exchange -> taken.incrementAndGet());
            }
        });
        context.start();
        return context;
    }
}
