package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sollecito.delivery.writeback.WritebackLayouts;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.PaymentDecider;
import io.sollecito.ledger.payments.PaymentDecider.Decided;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackFile;
import io.sollecito.ledger.writeback.Writebacks;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An ERP that imports what the hub writes back, and the hub beside it. Every invoice is of 100.00. */
final class PostingErp {

    static final String ROUTE = "writeback-acme";
    static final BigDecimal AMOUNT = new BigDecimal("100.00");
    private static final String IBAN = "IT60X0542811101000000123456";

    final Desk desk;
    final Writebacks writebacks;
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private final Function<WritebackBatch, WritebackFile> writer =
            WritebackLayouts.load(Path.of("config/writeback")).writer("generic");
    private final Map<String, BigDecimal> open = new LinkedHashMap<>();
    private final Map<String, WritebackFile> imported = new LinkedHashMap<>();
    private int day = 1;
    private int entries;

    PostingErp(Database database) {
        desk = new Desk(database);
        writebacks = new Writebacks(database, clock, desk.journal);
        desk.connections.declare(new Connections.Connection("bank-acme", Desk.ACME, "bank", "daily", 2, 30));
        desk.connections.declare(new Connections.Connection(ROUTE, Desk.ACME, "channel", "none", 0, 0));
    }

    /** Exports these invoices, wholly open. */
    PostingErp with(String... keys) {
        for (String key : keys) {
            open.put(key, AMOUNT);
        }
        export();
        return this;
    }

    BigDecimal open(String key) {
        return open.get(key);
    }

    /** Books by itself, as a clerk does. */
    void book(String key, BigDecimal amount) {
        open.merge(key, amount.negate(), BigDecimal::add);
    }

    void export() {
        day++;
        desk.snapshot(
                day,
                open.entrySet().stream()
                        .map(item -> Desk.item(
                                item.getKey(),
                                "D" + item.getKey(),
                                DocumentType.INVOICE,
                                "100.00",
                                item.getValue().toPlainString(),
                                null))
                        .toArray(Outcome[]::new));
    }

    /** The bank shows money for an invoice; returns the allocation. */
    long pay(String key, boolean confirmed) {
        long item = desk.find(key).id();
        statement(
                AMOUNT,
                (payments, facts) -> List.of(new Decided(
                        "allocated",
                        BigDecimal.ZERO,
                        List.of(),
                        List.of(new Part(item, AMOUNT, "principal", confirmed)),
                        List.of(),
                        null,
                        null)));
        return number("select max(id) from allocation");
    }

    /** The bank takes the money back that an allocation is of. */
    void giveBack(long allocation) {
        long payment = number("select payment_id from allocation where id = " + allocation);
        statement(
                AMOUNT.negate(),
                (payments, facts) -> List.of(
                        new Decided("returned", BigDecimal.ZERO, List.of(), List.of(), List.of(), payment, null)));
    }

    private void statement(BigDecimal amount, PaymentDecider decider) {
        day++;
        LocalDate booked = LocalDate.ofInstant(Desk.day(day), ZoneOffset.UTC);
        String reference = "B" + ++entries;
        Statement.Payment payment = new Statement.Payment(amount, "EUR", reference, null, "=2+5 invoice", null, null);
        new Statements(desk.database, clock)
                .take(
                        new Statements.Origin("bank-acme", "statement.xml", reference),
                        StatementLedger.ACME,
                        new Statement(
                                IBAN,
                                reference,
                                "EUR",
                                booked,
                                null,
                                booked,
                                null,
                                null,
                                List.of(new Statement.Entry(
                                        booked, booked, amount, "EUR", false, reference, List.of(payment)))),
                        decider);
    }

    /** Returns how many batches were made. */
    int collect() {
        return collect("hub");
    }

    int collect(String posting) {
        return writebacks.collect(ROUTE, StatementLedger.ACME, "sap", posting, writer);
    }

    /** The disk is full, or the hub is killed before the transaction ends. */
    void collectAndCrash() {
        try {
            writebacks.collect(ROUTE, StatementLedger.ACME, "sap", "hub", batch -> {
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException killed) {
            // as it would be after a restart
        }
    }

    List<WritebackFile> unsent() {
        return writebacks.unsent(Desk.ACME, "sap");
    }

    /** Sends all that is due; the ERP imports a file whose name it does not know, and the same name is the same file. */
    void send(boolean killedBeforeItIsRecorded) {
        for (WritebackFile file : unsent()) {
            WritebackFile before = imported.putIfAbsent(file.name(), file);
            if (before == null) {
                rows(file).stream()
                        .filter(row -> !row.getField("record").equals("total"))
                        .forEach(row -> book(row.getField("document"), new BigDecimal(row.getField("amount"))));
            } else {
                assertThat(file).isEqualTo(before);
            }
            if (!killedBeforeItIsRecorded) {
                writebacks.sent(file.batch());
            }
        }
    }

    Collection<WritebackFile> imported() {
        return imported.values();
    }

    static List<NamedCsvRecord> rows(WritebackFile file) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file.content()).forEach(rows::add);
        return rows;
    }

    long number(String query) {
        return desk.database.sql().sql(query).query(Long.class).single();
    }
}
