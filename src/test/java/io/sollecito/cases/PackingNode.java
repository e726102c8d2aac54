package io.sollecito.cases;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.ledger.outbox.SendPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A node that packs the letters that are due and uploads them over the shipped route, and says {@code done}. */
final class PackingNode {

    private PackingNode() {}

    /** Arguments: the ledger's URL and user, the SFTP port, its known hosts, the folder of profiles, the moment. */
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(arguments[5])));
        try (HikariDataSource source = LedgerOfNodes.open(arguments[0], arguments[1]);
                CamelContext context = RoutesForTests.started(
                        new String[] {"templates/print-sftp.camel.yaml", "print-acme.camel.yaml"},
                        "acme.print.host",
                        "127.0.0.1",
                        "acme.print.port",
                        arguments[2],
                        "acme.print.user",
                        "acme",
                        "acme.print.password",
                        "p&ss#w%rd",
                        "acme.print.known-hosts",
                        arguments[3])) {
            Database database = Database.open(source);
            Journal journal = new Journal(database, clock);
            new OutboxRecovery(database, clock, journal, Map.of("ACME-IT", OutboxForTests.ACME)).expireLeases();
            WordsForTests words = new WordsForTests();
            words.pdf = page();
            PrintRun run = new PrintRun(
                    new Outbox(
                            database,
                            clock,
                            journal,
                            new Connections(database, clock),
                            Map.of("ACME-IT", OutboxForTests.ACME),
                            SendPolicy.PRINT,
                            dispatch -> false),
                    new DispatchContents(database),
                    new LetterBatches(database, clock, journal),
                    words,
                    new OutletAdapter(context.createProducerTemplate()),
                    PrintProfiles.load(Path.of(arguments[4])),
                    "node-" + ProcessHandle.current().pid());
            System.out.println("started");
            run.run(OutboxForTests.ACME, clock.instant());
            System.out.println("done");
        }
    }

    private static byte[] page() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
