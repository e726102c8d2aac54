package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.demo.servers.PrintHouse;
import io.sollecito.demo.servers.PrintHouse.Letter;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Channels, check 1: kill -9 while a batch is uploaded")
class KilledUploadTest {

    /** Longer than both leases of letters. */
    private static final Duration RESTART = Duration.ofMinutes(61);

    private static final int LETTERS_A_ROUND = 3;

    /** Four files are opened, written, closed and renamed: a step more or less decides what has arrived. */
    private static final int STEPS = 20;

    @TempDir
    Path folder;

    private final LedgerOfNodes ledger = LedgerOfNodes.h2();
    private final List<Letter> printed = new ArrayList<>();
    private io.sollecito.delivery.print.PrintHouse server;
    private PrintHouse house;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private int letters;

    @BeforeEach
    void open() throws Exception {
        server = new io.sollecito.delivery.print.PrintHouse(folder);
        house = new PrintHouse(server.in(), server.out(), folder.resolve("house"), Clock.fixed(now, ZoneOffset.UTC));
        Files.copy(
                Path.of("config/print/stampa-nord.yaml"),
                Files.createDirectories(folder.resolve("profiles")).resolve("stampa-nord.yaml"));
        with(OutboxForTests::new);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_sender_killed_in_the_middle_of_an_upload_leaves_no_trigger_and_sending_again_makes_no_second_letter()
            throws Exception {
        Random random = Runs.seeded("kill -9 of an uploader");
        int kills = Runs.kills() / 5;
        for (int kill = 0; kill < kills; kill++) {
            moreLetters();
            killedAfter(1 + random.nextInt(STEPS));
            everyTriggerHasItsWholePayload();
            printed.addAll(house.work());
        }
        moreLetters();
        try (ChildJvm node = start()) {
            node.await("done");
        }
        everyTriggerHasItsWholePayload();
        printed.addAll(house.work());

        assertThat(printed).extracting(Letter::letterId).doesNotHaveDuplicates();
        answered();
        assertThat(dispatches("sent"))
                .as("those that the print house has")
                .containsExactlyInAnyOrderElementsOf(
                        printed.stream().map(Letter::letterId).toList());
        List<String> uncertain = dispatches("uncertain");
        assertThat(uncertain).as("at most one batch a kill").hasSizeLessThanOrEqualTo(letters - printed.size());
        assertThat(printed.size() + uncertain.size()).as("none is forgotten").isEqualTo(letters);
    }

    private void killedAfter(int steps) throws Exception {
        AtomicInteger left = new AtomicInteger(steps);
        try (ChildJvm node = start()) {
            server.watch(() -> {
                if (left.decrementAndGet() == 0) {
                    node.kill();
                }
            });
            while (node.isAlive()) {
                Thread.sleep(20);
            }
            assertThat(node.said()).as("it began").contains("started");
        } finally {
            server.watch(() -> {});
        }
        now = now.plus(RESTART);
    }

    private ChildJvm start() throws Exception {
        return ChildJvm.start(
                PackingNode.class,
                ledger.url(),
                ledger.user(),
                Integer.toString(server.port()),
                server.knownHosts().toString(),
                folder.resolve("profiles").toString(),
                now.toString());
    }

    private void moreLetters() {
        with(database -> {
            OutboxForTests hub = OutboxForTests.on(database, now);
            hub.connections.factsAsOf("erp-acme-sap", now);
            for (int i = 0; i < LETTERS_A_ROUND; i++) {
                String debtor = "D" + ++letters;
                long item = hub.item(debtor, debtor + "-1", "100.00");
                hub.dispatch(hub.reminder(debtor, "second", item), "letter", "Debtor " + debtor + "\nVia Roma 1");
            }
        });
    }

    private void everyTriggerHasItsWholePayload() throws IOException {
        for (Path trigger : files(server.in(), ".done")) {
            List<String> sums = Files.readAllLines(trigger);
            assertThat(sums).hasSize(3);
            for (String line : sums) {
                String[] sum = line.split("  ");
                assertThat(Sha256.hex(Files.readAllBytes(server.in().resolve(sum[1]))))
                        .as(sum[1])
                        .isEqualTo(sum[0]);
            }
        }
    }

    /** Takes the print house's acknowledgements, all of them good ones. */
    private void answered() throws IOException {
        List<Path> answers = files(server.out(), ".ack.json");
        with(database -> {
            PrintForTests print = new PrintForTests(OutboxForTests.on(database, now));
            for (Path answer : answers) {
                try {
                    byte[] bytes = Files.readAllBytes(answer);
                    assertThat(new ObjectMapper().readTree(bytes).path("result").asText())
                            .isEqualTo("ACCEPTED");
                    print.answers.acknowledgement(
                            "ACME-IT", answer.getFileName().toString(), bytes);
                } catch (Exception unreadable) {
                    throw new AssertionError(unreadable);
                }
            }
        });
    }

    private List<String> dispatches(String state) {
        List<String> found = new ArrayList<>();
        with(database -> found.addAll(database.sql()
                .sql("select 'ACME-IT-' || id from dispatch where state = ?")
                .param(state)
                .query(String.class)
                .list()));
        return found;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private void with(Consumer<Database> work) {
        try (HikariDataSource source = ledger.open()) {
            work.accept(Database.open(source));
        }
    }
}
