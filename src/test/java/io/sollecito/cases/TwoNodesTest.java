package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.cases.WatchedSmtpServer.Stage;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.ledger.outbox.SendPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Cases 8 and 9: two nodes on one PostgreSQL")
class TwoNodesTest {

    private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration LEASE = Duration.ofMillis(1500);

    @TempDir
    private Path folder;

    @Test
    void of_the_files_in_one_folder_each_is_taken_once() throws Exception {
        LedgerOfNodes ledger = LedgerOfNodes.postgres();
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path work = Files.createDirectory(folder.resolve("work"));
        int files = Runs.isLong() ? 1000 : 100;
        for (int day = 0; day < files; day++) {
            Exported.write(inbox, day, 2);
        }
        Files.createFile(inbox.resolve("end"));
        try (HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            try (ChildJvm one = importing(ledger, inbox, work);
                    ChildJvm two = importing(ledger, inbox, work)) {
                assertThat(one.exitStatus()).as(String.join("\n", one.said())).isZero();
                assertThat(two.exitStatus()).as(String.join("\n", two.said())).isZero();
            }
            assertThat(count(database, "export where state = 'applied' and records_applied = 2"))
                    .isEqualTo(files);
            assertThat(count(database, "(select distinct content_hash from export) once"))
                    .isEqualTo(files);
            assertThat(count(database, "open_item")).isEqualTo(2L * files);
            assertThat(new LawChecks(database, new Journal(database, Clock.systemUTC())).violations())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DATA", "DOT"})
    void a_node_paused_past_its_lease_is_fenced_off_and_nothing_leaves_twice(Stage paused) throws Exception {
        LedgerOfNodes ledger = LedgerOfNodes.postgres();
        try (WatchedSmtpServer server = new WatchedSmtpServer();
                HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            OutboxForTests hub = new OutboxForTests(database);
            for (int debtor = 0; debtor < 10; debtor++) {
                hub.item("D" + debtor, "D" + debtor + "-1", "100.00");
            }
            AtomicBoolean first = new AtomicBoolean(true);
            try (ChildJvm sleeper = sending(ledger, server, NINE, LEASE)) {
                server.watch(stage -> {
                    if (stage == paused && first.compareAndSet(true, false)) {
                        sleeper.pause();
                    }
                });
                waitUntil(() -> !first.get());
                Thread.sleep(LEASE.toMillis() + 200);
                try (ChildJvm other =
                        sending(ledger, server, NINE.plus(Duration.ofMinutes(1)), SendPolicy.DEFAULT.claimLease())) {
                    other.await("done");
                }
                List<String> before = settled(database);
                sleeper.resume();
                sleeper.await("done");
                assertThat(settled(database)).as("late writes change nothing").containsAll(before);
            }
            assertThat(server.accepted()).doesNotHaveDuplicates();
            long sent = count(database, "dispatch where state = 'sent'");
            long uncertain = count(database, "dispatch where state = 'uncertain'");
            assertThat(sent + uncertain).isEqualTo(10);
            assertThat(uncertain).isLessThanOrEqualTo(paused == Stage.DATA ? 1 : 2);
            assertThat(server.accepted()).hasSizeGreaterThanOrEqualTo((int) sent);
        }
    }

    private static ChildJvm importing(LedgerOfNodes ledger, Path inbox, Path work) {
        return ChildJvm.start(ImportingNode.class, ledger.url(), ledger.user(), inbox.toString(), work.toString());
    }

    private static ChildJvm sending(LedgerOfNodes ledger, WatchedSmtpServer server, Instant now, Duration lease) {
        return ChildJvm.start(
                RemindingNode.class,
                ledger.url(),
                ledger.user(),
                Integer.toString(server.port()),
                now.toString(),
                Long.toString(lease.toMillis()));
    }

    /** What was decided, by whom, at which claim. */
    private static List<String> settled(Database database) {
        return database.sql()
                .sql("select id || ' ' || state || ' ' || claimed_by || ' ' || claim_token || ' ' || state_at"
                        + " from dispatch where state in ('sent', 'uncertain')")
                .query(String.class)
                .list();
    }

    private static long count(Database database, String rows) {
        return database.sql()
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }

    private static void waitUntil(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it does not happen");
            }
            Thread.sleep(10);
        }
    }
}
