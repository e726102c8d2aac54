package io.sollecito.intake;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Creditor;
import io.sollecito.model.ReferenceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A ledger with one bank connection, its statements, and items and reminders that they may pay. */
public abstract class StatementLedger {

    protected static final String IBAN = "DE89370400440532013000";
    protected static final Instant NOW = Instant.parse("2026-02-19T06:00:00Z");
    protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    protected static final Creditor ACME = CreditorsForTests.with(
            CreditorsForTests.ACME.letterhead(),
            new Creditor.HowToPay(List.of(CamtFixture.ACCOUNT), null, null, ReferenceKind.RF),
            CreditorsForTests.ACME.people());

    @TempDir
    protected Path folder;

    protected Database ledger;

    protected static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    protected void open(Database database) {
        ledger = database;
        new Connections(ledger, CLOCK)
                .declare(new Connections.Connection("bank-acme", "ACME-IT", "bank", "daily", 2, 30));
        update(
                "insert into export (id, connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                        + " received_at, state) values (1000, 'erp', 'ACME-IT', 'sap', 'openItem', 'snapshot', 'f', 'h', ?,"
                        + " timestamp with time zone '2026-02-17 05:00:00+00', 'applied')",
                OffsetDateTime.parse("2026-02-17T05:00:00Z"));
    }

    protected void export(long id, String asOf) {
        update(
                "insert into export (id, connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                        + " received_at, state) values (?, 'erp', 'ACME-IT', 'sap', 'openItem', 'snapshot', 'f', ?, ?, ?,"
                        + " 'applied')",
                id,
                "h" + id,
                OffsetDateTime.parse(asOf),
                OffsetDateTime.parse(asOf));
    }

    protected StatementIntake intake() {
        return new StatementIntake(new Statements(ledger, CLOCK), folder.resolve("kept"), CLOCK);
    }

    protected static CamtFixture february() {
        return CamtFixture.statement()
                .from("2026-02-01")
                .opening("500.00")
                .on("2026-02-03")
                .payment("100.00", "B1", "Rossi", IBAN, "b")
                .on("2026-02-10")
                .payment("-100.00", "B2", "Rent", IBAN, "c")
                .on("2026-02-12")
                .payment("100.00", "B3", "Rossi", IBAN, "d")
                .on("2026-02-26");
    }

    protected StatementIntake.Taken take(CamtFixture statement) {
        return take(statement, NOW);
    }

    protected StatementIntake.Taken take(CamtFixture statement, Instant remoteTime) {
        try {
            return intake().take("bank-acme", ACME, statement.file(folder), "statement.xml", remoteTime);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same as a camt.054. */
    protected StatementIntake.Taken notify(CamtFixture statement) {
        return take(
                statement
                        .withoutBalances()
                        .xml()
                        .replace("camt.053", "camt.054")
                        .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
                        .replace("<Stmt>", "<Ntfctn>")
                        .replace("</Stmt>", "</Ntfctn>"),
                "credits.xml");
    }

    protected StatementIntake.Taken take(String content, String name) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "file", null), content);
            return intake().take("bank-acme", ACME, file, name, NOW);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    protected long item(String number, String debtor, String open) {
        return item(number, debtor, open, number);
    }

    protected long item(String number, String debtor, String open, String key) {
        update(
                "insert into open_item (creditor, source, item_key, connection, debtor, document_no, printed_no, instalment,"
                        + " type, due_date, due_date_origin, currency, original_amount, erp_open, in_collection, hash,"
                        + " created_export, created_line, changed_export, changed_line) values ('ACME-IT', 'sap', ?,"
                        + " 'erp', ?, ?, ?, 1, 'INVOICE', date '2026-02-14', 'SOURCE', 'EUR', ?, ?, false, 'h',"
                        + " 1000, 1, 1000, 1)",
                key,
                debtor,
                number,
                number,
                new BigDecimal(open),
                new BigDecimal(open));
        return number("select id from open_item where item_key = ?", key);
    }

    protected long paymentItem(String key, String debtor, String amount, long export) {
        long item = item(key, debtor, amount);
        update("update open_item set type = 'PAYMENT_ON_ACCOUNT', created_export = ? where id = ?", export, item);
        return item;
    }

    protected long closedByErp(long item, String amount) {
        update("update open_item set settled_cause = 'unknown' where id = ?", item);
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open, cause) values (?, 1000,"
                        + " timestamp with time zone '2026-02-17 05:00:00+00', 'settled', ?, 0, 'unknown')",
                item,
                new BigDecimal(amount));
        return number("select max(id) from item_change where item_id = ?", item);
    }

    protected void learned(String debtor) {
        update(
                "insert into debtor_iban (creditor, iban, source, debtor, origin) values ('ACME-IT', '" + IBAN
                        + "', 'sap', ?, 'master')",
                debtor);
    }

    protected long reminder(String reference, long item, String amount) {
        update(
                "insert into reminder (creditor, source, debtor, plan, step, template, language, currency, total, reference,"
                        + " channels, attachments, state, created_at) values ('ACME-IT', 'sap', '7', 'standard', 'first', 't',"
                        + " 'it', 'EUR', ?, ?, '[]', '[]', 'waiting', timestamp with time zone '2026-02-18 00:00:00+00')",
                new BigDecimal(amount),
                reference);
        long id = number("select id from reminder where reference = ?", reference);
        update(
                "insert into reminder_item (reminder_id, item_id, role, advances, step, amount, guard)"
                        + " values (?, ?, 'overdue', true, 'first', ?, true)",
                id,
                item,
                new BigDecimal(amount));
        update(
                "insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, created_at, state_at)"
                        + " select id, creditor, source, debtor, 'email', 'x@rossi.example', 'waiting', created_at, created_at, created_at"
                        + " from reminder where id = ?",
                id);
        return id;
    }

    protected BigDecimal open(long item) {
        return ledger.sql()
                .sql("select open_amount from item_effective where id = ?")
                .param(item)
                .query(BigDecimal.class)
                .single();
    }

    protected List<String> events() {
        return ledger.sql().sql("select event from journal").query(String.class).list();
    }

    protected String text(String sql, Object parameter) {
        return ledger.sql().sql(sql).param(parameter).query(String.class).single();
    }

    protected long number(String sql, Object parameter) {
        return ledger.sql().sql(sql).param(parameter).query(Long.class).single();
    }

    protected void update(String sql, Object... parameters) {
        ledger.sql().sql(sql).params(parameters).update();
    }
}
