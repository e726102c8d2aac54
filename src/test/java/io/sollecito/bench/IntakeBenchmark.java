package io.sollecito.bench;

import io.sollecito.intake.Intake;
import io.sollecito.intake.RecordSource;
import io.sollecito.ledger.Connections;
import io.sollecito.ledger.Database;
import io.sollecito.ledger.Exports;
import io.sollecito.ledger.Journal;
import io.sollecito.ledger.Quarantine;
import io.sollecito.ledger.Taken;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Taking in a first export and the next day's snapshot, against COPY of the same rows into the same table. */
final class IntakeBenchmark implements Benchmark {

    private static final Intake.Origin ORIGIN =
            new Intake.Origin("erp-acme-sap", "ACME-IT", "sap", "openItem", "snapshot");
    private static final Instant MONDAY = Instant.parse("2026-01-05T05:30:00Z");
    private static final int ROUNDS = 3;
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);

    @Override
    public List<Measurement> measure(Supplier<DataSource> databases, int rows) throws Exception {
        double copied = Double.MAX_VALUE;
        double first = Double.MAX_VALUE;
        double next = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            copied = Math.min(copied, copy(databases.get(), rows));
            Intake intake = intake(Database.open(databases.get()));
            first = Math.min(first, take(intake, rows, MONDAY, 0));
            next = Math.min(next, take(intake, rows, MONDAY.plusSeconds(86_400), 1));
        }
        Measurement limit = Measurement.plain("COPY into open_item", rows, copied);
        Measurement firstLoad = Measurement.compared("intake, first load", rows, first, limit, 0.65);
        return List.of(
                limit,
                firstLoad,
                Measurement.compared("intake, next day's snapshot, 2 % changed", rows, next, firstLoad, 3));
    }

    private static Intake intake(Database database) throws Exception {
        Clock clock = Clock.systemUTC();
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme-sap", "ACME-IT", "erp", "daily", 2, 30));
        Journal journal = new Journal(database, clock);
        Exports exports = new Exports(database, connections, journal, clock);
        return new Intake(
                exports, new Quarantine(database, exports, journal, clock), Files.createTempDirectory("kept"));
    }

    private static double take(Intake intake, int rows, Instant asOf, int generation) throws Exception {
        RecordSource records = sink -> {
            for (int i = 0; i < rows; i++) {
                sink.accept(new Outcome.Mapped(item(i, generation), i + 2, true));
            }
        };
        Path file = Files.writeString(Files.createTempFile("export", ".csv"), rows + " rows of " + asOf);
        long start = System.nanoTime();
        Taken taken = intake.takeFile(ORIGIN, file, "fbl5n.csv", asOf, records);
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(file);
        if (!taken.applied()) {
            throw new IllegalStateException("the export was not applied: " + taken);
        }
        return seconds;
    }

    private static double copy(DataSource source, int rows) throws Exception {
        Database.open(source);
        Path text = Files.createTempFile("open-items", ".txt");
        try (BufferedWriter writer = Files.newBufferedWriter(text)) {
            for (int i = 0; i < rows; i++) {
                writer.write(line(item(i, 0), i + 2));
            }
        }
        long start = System.nanoTime();
        try (Connection connection = source.getConnection();
                InputStream in = Files.newInputStream(text)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy open_item (creditor, source, item_key, connection, debtor, document_no, printed_no,"
                                    + " instalment, type, issue_date, due_date, due_date_origin, currency, original_amount,"
                                    + " erp_open, payment_reference, in_collection, discount_until, discount_amount, hash,"
                                    + " created_export, created_line, changed_export, changed_line) from stdin",
                            in,
                            1 << 16);
        } finally {
            Files.delete(text);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String line(OpenItem item, int line) {
        return String.join(
                        "\t",
                        item.creditor(),
                        item.source(),
                        item.itemKey(),
                        "erp-acme-sap",
                        item.debtor(),
                        item.documentNo(),
                        item.printedNo(),
                        "1",
                        item.type().name(),
                        item.issueDate().toString(),
                        item.dueDate().toString(),
                        "SOURCE",
                        "EUR",
                        item.originalAmount().toPlainString(),
                        item.openAmount().toPlainString(),
                        item.paymentReference(),
                        "f",
                        item.discount().until().toString(),
                        item.discount().amount().toPlainString(),
                        "0123456789abcdefghijkl",
                        "1",
                        Integer.toString(line),
                        "1",
                        Integer.toString(line))
                + "\n";
    }

    /** The i-th item; in the next generation every fiftieth is lowered, and every thousandth document is another one. */
    private static OpenItem item(int i, int generation) {
        int number = generation > 0 && i % 1_000 == 7 ? 9_000_000 + i : i;
        String document = "18" + (10_000_000 + number);
        BigDecimal amount = BigDecimal.valueOf(10_000 + number * 37L % 900_000, 2);
        BigDecimal open = generation > 0 && i % 50 == 0 ? amount.subtract(BigDecimal.ONE) : amount;
        LocalDate issued = ISSUED.minusDays(number % 90);
        return new OpenItem(
                "ACME-IT",
                "sap",
                "1000/2026/" + document + "/001",
                "0000" + (100_000 + number % 20_000),
                document,
                "2026/" + number,
                1,
                DocumentType.INVOICE,
                issued,
                issued.plusDays(30),
                DueDateOrigin.SOURCE,
                "EUR",
                amount,
                open,
                "RF" + document,
                null,
                false,
                new io.sollecito.model.Discount(issued.plusDays(10), amount.movePointLeft(2)),
                null,
                null,
                null,
                null,
                i + 2);
    }
}
