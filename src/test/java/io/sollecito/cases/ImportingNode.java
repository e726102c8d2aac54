package io.sollecito.cases;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.DeltasForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.intake.Intake;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.intake.Rematching;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node that takes the files of a folder as a poller does: take, then move aside. It says {@code taken NAME} once the
 * ledger has acknowledged the commit, and {@code done} when the folder is empty and holds a file named end.
 */
final class ImportingNode {

    static final String CONNECTION = "erp-acme-sap";

    private final IntakeAdapter intake;
    private final Path folder;

    ImportingNode(Database database, Path folder, Path work) throws IOException {
        Clock clock = Clock.systemUTC();
        Journal journal = new Journal(database, clock);
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection(CONNECTION, "ACME-IT", "erp", "daily", 2, 30));
        Exports exports = new Exports(
                database, connections, journal, clock, new Rematching(database, code -> OutboxForTests.ACME, clock));
        this.intake = new IntakeAdapter(
                new Intake(exports, new Quarantine(database, exports, journal, clock), work.resolve("kept")),
                connections,
                DeltasForTests.mappings(work),
                code -> OutboxForTests.ACME,
                clock);
        this.folder = folder;
    }

    /** Arguments: the ledger's URL and user, the folder, a folder for what was taken and kept. */
    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource source = LedgerOfNodes.open(arguments[0], arguments[1])) {
            Path folder = Path.of(arguments[2]);
            Path work = Path.of(arguments[3]);
            ImportingNode node = new ImportingNode(Database.open(source), folder, work);
            System.out.println("ready");
            List<Path> files = node.files();
            while (!files.isEmpty() || !Files.exists(folder.resolve("end"))) {
                for (Path file : files) {
                    node.takeAndMove(file, work);
                }
                files = node.files();
            }
            System.out.println("done");
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    void take(Path file) throws IOException {
        intake.takeFile(
                CONNECTION,
                "ACME-IT",
                "sap",
                "sap-fbl5n",
                "",
                file.toFile(),
                file.getFileName().toString(),
                0L);
    }

    private void takeAndMove(Path file, Path work) throws IOException {
        try {
            take(file);
            System.out.println("taken " + file.getFileName());
            Files.move(file, work.resolve(file.getFileName()));
        } catch (NoSuchFileException otherNode) {
            // another node of the same folder moved it
        }
    }
}
