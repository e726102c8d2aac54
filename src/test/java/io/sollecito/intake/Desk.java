package io.sollecito.intake;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.ItemsForTests;
import io.sollecito.ledger.ItemsForTests.StoredItem;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.Totals;
import io.sollecito.ledger.payments.Payments;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Unreadable;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A creditor with one connection, whose exports and payments a test writes line by line; day n is the n-th of January. */
final class Desk {

    static final String ACME = "ACME-IT";
    static final Intake.Origin SNAPSHOT = new Intake.Origin("erp-acme-sap", ACME, "sap", "openItem", "snapshot");
    static final Intake.Origin DELTA = new Intake.Origin("erp-acme-sap", ACME, "sap", "openItem", "delta");
    static final Intake.Origin DEBTORS = new Intake.Origin("erp-acme-sap", ACME, "sap", "debtor", "snapshot");

    final Database database;
    final Connections connections;
    final Exports exports;
    final Quarantine quarantine;
    final Intake intake;
    final ItemsForTests items;
    final Totals totals;
    final Journal journal;
    final Payments payments;
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private final Path folder;
    private int entries;

    Desk(Database database) {
        try {
            folder = Files.createTempDirectory("intake");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.database = database;
        connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme-sap", ACME, "erp", "daily", 2, 30));
        journal = new Journal(database, clock);
        exports = new Exports(
                database, connections, journal, clock, new Rematching(database, code -> StatementLedger.ACME, clock));
        quarantine = new Quarantine(database, exports, journal, clock);
        intake = new Intake(exports, quarantine, folder.resolve("kept"));
        items = new ItemsForTests(database);
        totals = new Totals(database);
        payments = new Payments(database, clock, Map.of());
    }

    static Instant day(int n) {
        return LocalDate.of(2026, 1, 1).plusDays(n - 1).atTime(6, 30).toInstant(ZoneOffset.UTC);
    }

    /** Takes a snapshot as of that day; its bytes are what its records say. */
    Taken snapshot(int day, Outcome... records) {
        return take(SNAPSHOT, day, Arrays.asList(records));
    }

    /** Takes a statement of the creditor's bank. */
    StatementIntake.Taken statement(CamtFixture statement) {
        connections.declare(new Connections.Connection("bank-acme", ACME, "bank", "daily", 2, 30));
        try {
            return new StatementIntake(new Statements(database, clock), folder.resolve("kept"), clock)
                    .take("bank-acme", StatementLedger.ACME, statement.file(folder), "statement.xml", day(28));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Taken delta(int day, Outcome... records) {
        return take(DELTA, day, Arrays.asList(records));
    }

    Taken take(Intake.Origin origin, int day, List<Outcome> records) {
        return takeFile(origin, day, records.toString(), sink -> records.forEach(sink));
    }

    Taken takeFile(Intake.Origin origin, int day, String bytes, RecordSource records) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "export", ".csv"), bytes);
            return intake.takeFile(origin, file, "fbl5n.csv", day(day), records);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static RecordSource unreadable() {
        return sink -> {
            throw new Unreadable(Problem.of("fbl5n.csv", "column Betrag is missing", "export it again"));
        };
    }

    static Outcome invoice(String key, String open) {
        return item(key, "D1", DocumentType.INVOICE, open, open, null);
    }

    static Outcome invoice(String key, String debtor, String open) {
        return item(key, debtor, DocumentType.INVOICE, open, open, null);
    }

    static Outcome credit(String key, String open) {
        return item(key, "D1", DocumentType.CREDIT_NOTE, open, open, null);
    }

    static Outcome paymentItem(String key, String open) {
        return item(key, "D1", DocumentType.PAYMENT_ON_ACCOUNT, open, open, null);
    }

    /** An invoice that the bank collects. */
    static Outcome collected(String key, String open) {
        return item(key, "D1", DocumentType.INVOICE, open, open, null, "2026-01-31", null, true);
    }

    /** An invoice that is paid by that means, presented to the bank or not. */
    static Outcome invoiceBy(String means, String key, String open, String due, boolean presented) {
        return item(key, "D1", DocumentType.INVOICE, "1000", open, null, due, means, presented);
    }

    static Outcome item(String key, String debtor, DocumentType type, String original, String open, String replaces) {
        return item(key, debtor, type, original, open, replaces, "2026-01-31", null, false);
    }

    private static Outcome item(
            String key,
            String debtor,
            DocumentType type,
            String original,
            String open,
            String replaces,
            String due,
            String means,
            boolean inCollection) {
        OpenItem item = new OpenItem(
                ACME,
                "sap",
                key,
                debtor,
                key,
                null,
                1,
                type,
                LocalDate.of(2026, 1, 1),
                LocalDate.parse(due),
                DueDateOrigin.SOURCE,
                "EUR",
                new BigDecimal(original),
                new BigDecimal(open),
                null,
                means,
                inCollection,
                null,
                null,
                null,
                replaces,
                null,
                2);
        return new Outcome.Mapped(item, 2, true);
    }

    static Outcome broken(String key) {
        Problem problem = new Problem("fbl5n.csv", 7, 12, "'1.19O,00' is no amount", null, "Correct the record.");
        return new Outcome.Quarantined(problem, "openAmount", "1.19O,00", key, key + ";1.19O,00");
    }

    StoredItem find(String key) {
        return items.find(ACME, "sap", key).orElseThrow();
    }

    /** The effective open amount, without trailing zeros. */
    String effective(String key) {
        return plain(find(key).effective());
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** What waits in quarantine, oldest first. */
    List<Quarantine.Entry> waiting() {
        return quarantined("state = 'waiting'");
    }

    List<Quarantine.Entry> quarantined(String condition) {
        return database
                .sql()
                .sql("select id from quarantine where " + condition + " order by id")
                .query(Long.class)
                .list()
                .stream()
                .map(id -> quarantine.find(id).orElseThrow())
                .toList();
    }

    List<String> history(String key) {
        List<String> told = new ArrayList<>();
        items.history(find(key).id())
                .forEach(change ->
                        told.add(change.cause() == null ? change.what() : change.what() + " " + change.cause()));
        return told;
    }

    /** A payment that the bank shows on that day, wholly allocated to one item; returns the allocation's id. */
    long allocate(int day, String key, String amount) {
        long payment = payment(day, amount, null);
        return allocate(day, payment, key, amount);
    }

    long payment(int day, String amount, String endToEndId) {
        String tag = "e" + ++entries;
        long statement =
                insert("insert into bank_statement (connection, creditor, file_name, content_hash, account, state,"
                        + " received_at) values ('bank', 'ACME-IT', 'x', '" + tag
                        + "', 'IT1', 'applied', timestamp '2026-01-01 00:00:00')");
        long entry = insert(
                "insert into bank_entry (statement_id, creditor, account, booking_date, amount, currency, reversal,"
                        + " fingerprint, twin) values (" + statement + ", 'ACME-IT', 'IT1', date '2026-01-01', "
                        + amount
                        + ", 'EUR', false, '" + tag + "', 1)");
        return insert(
                "insert into payment (entry_id, creditor, seq, booking_date, amount, currency, end_to_end_id, decision,"
                        + " decided_by, unallocated, decided_at) values (" + entry
                        + ", 'ACME-IT', 1, date '2026-01-01', " + amount
                        + ", 'EUR', " + (endToEndId == null ? "null" : "'" + endToEndId + "'")
                        + ", 'allocated', 'run', 0, timestamp '2026-01-01 00:00:00')");
    }

    long allocate(int day, long payment, String key, String amount) {
        return insert(
                "insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                        + " values (" + payment + ", " + find(key).id() + ", " + amount
                        + ", 'principal', 'pending', timestamp '"
                        + since(day) + "', timestamp '" + since(day) + "', 'run', timestamp '" + since(day) + "')");
    }

    /** The bank takes the money back on that day. */
    void giveBack(int day, long allocation) {
        database.sql()
                .sql("update allocation set state = 'reversal-pending', since = ? where id = ?")
                .params(day(day).plusSeconds(3600).atOffset(ZoneOffset.UTC), allocation)
                .update();
    }

    String state(long allocation) {
        return database.sql()
                .sql("select state from allocation where id = ?")
                .param(allocation)
                .query(String.class)
                .single();
    }

    /** An hour after that day's export. */
    private static String since(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day - 1) + " 07:30:00+00";
    }

    private long insert(String statement) {
        var key = new org.springframework.jdbc.support.GeneratedKeyHolder();
        database.sql()
                .sql(statement.replace("timestamp '", "timestamp with time zone '"))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }
}
