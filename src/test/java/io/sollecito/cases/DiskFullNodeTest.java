package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Case 16: the disk of an embedded ledger is full")
class DiskFullNodeTest {

    private static final int ROWS = 400;
    private static final int FILES = 16;

    /** No file may grow beyond this, in kilobytes: to the writer a full disk. */
    private static final int FULL_AT = 2500;

    @TempDir
    private Path folder;

    @Test
    void a_ledger_that_could_not_grow_is_whole_and_resumes_once_there_is_room() throws Exception {
        LedgerOfNodes ledger = LedgerOfNodes.h2();
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path work = Files.createDirectory(folder.resolve("work"));
        for (int day = 0; day < FILES; day++) {
            Exported.write(inbox, day, ROWS);
        }
        Files.createFile(inbox.resolve("end"));
        List<String> acknowledged;
        try (ChildJvm node = ChildJvm.underLimit(
                FULL_AT, ImportingNode.class, ledger.url(), ledger.user(), inbox.toString(), work.toString())) {
            assertThat(node.exitStatus()).isNotZero();
            acknowledged = names(node);
            assertThat(acknowledged).isNotEmpty().hasSizeLessThan(FILES);
        }
        holds(ledger, acknowledged);

        try (ChildJvm node =
                ChildJvm.start(ImportingNode.class, ledger.url(), ledger.user(), inbox.toString(), work.toString())) {
            assertThat(node.exitStatus()).as(String.join("\n", node.said())).isZero();
            assertThat(names(node)).hasSize(FILES - acknowledged.size());
        }
        assertThat(holds(ledger, acknowledged)).isEqualTo((long) FILES * ROWS);
    }

    private static List<String> names(ChildJvm node) {
        return node.said().stream()
                .filter(line -> line.startsWith("taken "))
                .map(line -> line.substring("taken ".length()))
                .toList();
    }

    private static long holds(LedgerOfNodes ledger, List<String> acknowledged) {
        try (HikariDataSource source = ledger.open()) {
            Database database = Database.open(source);
            assertThat(new LawChecks(database, new Journal(database, Clock.systemUTC())).violations())
                    .isEmpty();
            assertThat(database.sql()
                            .sql("select file_name from export where state = 'applied' and records_applied = ?")
                            .param(ROWS)
                            .query(String.class)
                            .list())
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
            return database.sql()
                    .sql("select count(distinct item_key) from open_item")
                    .query(Long.class)
                    .single();
        }
    }
}
