package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.cases.CommitCutter.Cut;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.ledger.outbox.SendPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Case 14: PostgreSQL stops hard, or the connection is cut during COMMIT")
class DatabaseGoneTest {

    private static final int ROWS = 50;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void intake_resumes_by_itself_and_loses_no_acknowledged_commit() throws Exception {
        Random random = Runs.seeded("PostgreSQL killed");
        int kills = Runs.isLong() ? 20 : 2;
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        for (int day = 0; day < 60 * kills; day++) {
            Exported.write(inbox, day, ROWS);
        }
        try (KilledPostgres server = new KilledPostgres(folder.resolve("pg"));
                HikariDataSource source = LedgerOfNodes.open(server.url(), "postgres")) {
            Database database = Database.open(source);
            ImportingNode node = new ImportingNode(database, inbox, folder);
            Thread poller = new Thread(() -> takeAll(node), "poller");
            poller.start();
            for (int kill = 0; kill < kills; kill++) {
                int before = acknowledged.size();
                while (acknowledged.size() < before + 5 && poller.isAlive()) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextInt(100));
                server.kill();
                Thread.sleep(random.nextInt(200));
                server.restart();
            }
            poller.join(Duration.ofMinutes(5).toMillis());
            assertThat(failures.get()).as("the database was gone in the middle").isPositive();
            assertThat(acknowledged).hasSize(60 * kills);
            holds(database, 60 * kills);
        }
    }

    @Test
    void the_outcome_of_a_cut_commit_is_read_again_by_its_key() throws Exception {
        Random random = Runs.seeded("COMMIT cut at an import");
        int files = Runs.isLong() ? 200 : 20;
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        for (int day = 0; day < files; day++) {
            Exported.write(inbox, day, ROWS);
        }
        URI direct = URI.create(LedgerOfNodes.postgres().url().substring("jdbc:".length()));
        try (CommitCutter cutter = new CommitCutter(direct.getPort());
                HikariDataSource source = through(cutter, direct)) {
            Database database = Database.open(source);
            ImportingNode node = new ImportingNode(database, inbox, folder);
            for (Path file : node.files()) {
                cutter.arm(Cut.values()[random.nextInt(2)]);
                take(node, file);
                assertThat(cutter.disarm()).as("still armed").isFalse();
                assertThat(take(node, file)).isTrue();
            }
            assertThat(failures.get()).isEqualTo(files);
            holds(database, files);
        }
    }

    @Test
    void a_mail_whose_commit_was_cut_is_not_sent_twice() throws Exception {
        Random random = Runs.seeded("COMMIT cut at sending");
        int cuts = Runs.isLong() ? 200 : 20;
        OutboxForTests.MovedClock clock = new OutboxForTests.MovedClock();
        URI direct = URI.create(LedgerOfNodes.postgres().url().substring("jdbc:".length()));
        try (WatchedSmtpServer smtp = new WatchedSmtpServer();
                CommitCutter cutter = new CommitCutter(direct.getPort());
                HikariDataSource source = through(cutter, direct)) {
            Database database = Database.open(source);
            OutboxForTests hub = new OutboxForTests(database);
            for (int debtor = 0; debtor < 2 * cuts; debtor++) {
                hub.item("D" + debtor, "D" + debtor + "-1", "100.00");
            }
            try (RemindingNode node = new RemindingNode(database, smtp.port(), clock, SendPolicy.DEFAULT, "node")) {
                node.plan();
                for (int cut = 0; cut < cuts; cut++) {
                    smtp.watch(stage -> {
                        if (random.nextInt(12) == 0) {
                            cutter.arm(Cut.values()[random.nextInt(2)]);
                        }
                    });
                    dispatch(node);
                    clock.forward(Duration.ofMinutes(16));
                }
                smtp.watch(stage -> {});
                cutter.disarm();
                dispatch(node);
                clock.forward(Duration.ofMinutes(16));
                dispatch(node);
            }
            assertThat(smtp.accepted()).doesNotHaveDuplicates();
            assertThat(database.sql()
                            .sql("select distinct state from dispatch")
                            .query(String.class)
                            .list())
                    .isSubsetOf("sent", "uncertain");
            assertThat(hub.single(Integer.class, "select count(*) from dispatch"))
                    .isEqualTo(2 * cuts);
            assertThat(hub.single(Integer.class, "select count(*) from dispatch where state = 'sent'"))
                    .isLessThanOrEqualTo(smtp.accepted().size());
            assertThat(new LawChecks(database, new Journal(database, clock)).violations())
                    .isEmpty();
        }
    }

    private void dispatch(RemindingNode node) {
        try {
            node.dispatch();
        } catch (RuntimeException cut) {
            failures.incrementAndGet();
        }
    }

    /** As a poller does: what fails is tried again by the next poll. */
    private void takeAll(ImportingNode node) {
        try {
            for (Path file : node.files()) {
                while (!take(node, file)) {
                    Thread.sleep(50);
                }
                acknowledged.add(file.getFileName().toString());
            }
        } catch (IOException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private boolean take(ImportingNode node, Path file) throws IOException {
        try {
            node.take(file);
            return true;
        } catch (RuntimeException gone) {
            failures.incrementAndGet();
            return false;
        }
    }

    /** Without statements kept by the server, every COMMIT goes over the line by its name. */
    private static HikariDataSource through(CommitCutter cutter, URI direct) {
        return LedgerOfNodes.open(
                "jdbc:postgresql://localhost:" + cutter.port() + direct.getPath()
                        + "?prepareThreshold=0&sslmode=disable&gssEncMode=disable",
                "postgres");
    }

    private static void holds(Database database, int files) {
        assertThat(new LawChecks(database, new Journal(database, Clock.systemUTC())).violations())
                .isEmpty();
        assertThat(database.sql()
                        .sql("select file_name from export where state = 'applied' and records_applied = ?")
                        .param(ROWS)
                        .query(String.class)
                        .list())
                .hasSize(files)
                .doesNotHaveDuplicates();
        assertThat(database.sql()
                        .sql("select count(*) from open_item")
                        .query(Integer.class)
                        .single())
                .isEqualTo(files * ROWS);
    }
}
