package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Case 4: kill -9 at random points of an import")
class KilledImportTest {

    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = new TreeSet<>();
    private int written;

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void every_row_is_there_once_and_no_acknowledged_commit_is_lost(LedgerOfNodes ledger) throws Exception {
        Random random = Runs.seeded("kill -9 of an import");
        Path work = Files.createDirectory(folder.resolve("work"));
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        for (int kill = 0; kill < Runs.kills() / 2; kill++) {
            write(inbox, 12);
            try (ChildJvm node = node(ledger, inbox, work)) {
                node.await("ready");
                node.await("taken ", random.nextInt(4));
                Thread.sleep(random.nextInt(100));
                node.kill();
                acknowledge(node);
            }
            holds(ledger);
        }
        Files.createFile(inbox.resolve("end"));
        try (ChildJvm node = node(ledger, inbox, work)) {
            assertThat(node.exitStatus()).as(String.join("\n", node.said())).isZero();
            acknowledge(node);
        }
        holds(ledger);
        assertThat(acknowledged).hasSizeGreaterThan(Runs.kills() / 4);
        assertThat(rows(ledger)).isEqualTo((long) written * ROWS);
    }

    private static ChildJvm node(LedgerOfNodes ledger, Path inbox, Path work) {
        return ChildJvm.start(ImportingNode.class, ledger.url(), ledger.user(), inbox.toString(), work.toString());
    }

    /** So many files wait at least. */
    private void write(Path inbox, int waiting) {
        long there = inbox.toFile().list().length;
        for (; there < waiting; there++) {
            Exported.write(inbox, written++, ROWS);
        }
    }

    private void acknowledge(ChildJvm node) {
        node.said().stream()
                .filter(line -> line.startsWith("taken "))
                .forEach(line -> acknowledged.add(line.substring("taken ".length())));
    }

    private void holds(LedgerOfNodes ledger) {
        try (HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            assertThat(new LawChecks(database, new Journal(database, Clock.systemUTC())).violations())
                    .isEmpty();
            assertThat(database.sql()
                            .sql("select file_name from export where state = 'applied' and records_applied = ?")
                            .param(ROWS)
                            .query(String.class)
                            .list())
                    .as("whole files, each applied once")
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
            assertThat(database.sql()
                            .sql("select count(*) from export e where e.records_applied <>"
                                    + " (select count(*) from open_item i where i.created_export = e.id)")
                            .query(Long.class)
                            .single())
                    .as("exports whose rows are not all there")
                    .isZero();
        }
    }

    private static long rows(LedgerOfNodes ledger) {
        try (HikariDataSource source = ledger.open()) {
            return Database.open(source)
                    .sql()
                    .sql("select count(distinct item_key) from open_item")
                    .query(Long.class)
                    .single();
        }
    }
}
