package io.sollecito.ledger;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Writes rows into a ledger the way its owners would, for tests of what reads them. One creditor, ACME-IT. */
public final class LedgerRows {

    public static final String CREDITOR = "ACME-IT";

    private final Database database;

    public LedgerRows(Database database) {
        this.database = database;
    }

    public long export(String fileName, String state, Instant receivedAt) {
        return insert(
                "insert into export (connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                        + " received_at, state, reason) values ('erp-acme', 'ACME-IT', 'sap', 'openItem', 'snapshot', ?, ?, ?,"
                        + " ?, ?, ?)",
                fileName,
                fileName,
                Database.at(receivedAt),
                Database.at(receivedAt),
                state,
                state.equals("held") ? "31 % of the items would close" : null);
    }

    public void debtor(String debtor, String name, long export) {
        insertOnly(
                "insert into debtor (creditor, source, debtor, name, canonical, hash, export_id)"
                        + " values ('ACME-IT', 'sap', ?, ?, '{}', 'x', ?)",
                debtor,
                name,
                export);
    }

    /** An item as it was when the export brought it; its line is 2. */
    public long item(long export, String documentNo, String debtor, String type, String amount, String currency) {
        return item(export, documentNo, debtor, type, amount, currency, LocalDate.of(2026, 2, 14));
    }

    public long item(
            long export,
            String documentNo,
            String debtor,
            String type,
            String amount,
            String currency,
            LocalDate dueDate) {
        return insert(
                "insert into open_item (creditor, source, item_key, connection, debtor, document_no, printed_no, instalment,"
                        + " type, issue_date, due_date, due_date_origin, currency, original_amount, erp_open,"
                        + " in_collection, hash, created_export, created_line, changed_export, changed_line) values"
                        + " ('ACME-IT', 'sap', ?, 'erp-acme', ?, ?, ?, 1, ?, ?, ?, 'SOURCE', ?, ?, ?, false, 'x', ?, 2, ?, 2)",
                "1000/" + documentNo,
                debtor,
                documentNo,
                "2026/" + documentNo,
                type,
                LocalDate.of(2026, 1, 15),
                dueDate,
                currency,
                new BigDecimal(amount),
                new BigDecimal(amount),
                export,
                export);
    }

    /** Changes an item's open amount as an export does. {@code what}: changed, settled, reopened. */
    public void change(long item, long export, Instant at, String what, String newOpen, String cause) {
        insertOnly(
                "insert into item_change (item_id, export_id, line_no, at, what, old_open, new_open, cause)"
                        + " select id, cast(? as bigint), 7, ?, ?, erp_open, ?, ? from open_item where id = ?",
                export,
                Database.at(at),
                what,
                new BigDecimal(newOpen),
                cause,
                item);
        database.sql()
                .sql("update open_item set erp_open = ?, settled_cause = ?, settled_at = ? where id = ?")
                .params(
                        new BigDecimal(newOpen),
                        what.equals("settled") ? cause : null,
                        what.equals("settled") ? Database.at(at) : null,
                        item)
                .update();
    }

    public long statement(String fileName, Instant receivedAt, boolean gap) {
        return insert(
                "insert into bank_statement (connection, creditor, file_name, content_hash, account, currency,"
                        + " opening_date, state, gap, received_at)"
                        + " values ('bank-acme', 'ACME-IT', ?, ?, 'IT60X0542811101000000123456', 'EUR', ?, 'applied', ?, ?)",
                fileName,
                fileName,
                LocalDate.of(2026, 3, 6),
                gap,
                Database.at(receivedAt));
    }

    public long payment(
            long statement, String amount, String decision, String unallocated, String who, String remittance) {
        long number = count("bank_entry") + 1;
        long entry = insert(
                "insert into bank_entry (statement_id, creditor, account, booking_date, amount, currency, reversal,"
                        + " bank_reference, fingerprint, twin)"
                        + " values (?, 'ACME-IT', 'IT60', ?, ?, 'EUR', false, ?, ?, 1)",
                statement,
                LocalDate.of(2026, 3, 9),
                new BigDecimal(amount),
                "BANK-" + number,
                "f" + number);
        return insert(
                "insert into payment (entry_id, creditor, seq, booking_date, amount, currency, counterparty_name,"
                        + " remittance, decision, decided_by, unallocated, evidence, decided_at)"
                        + " values (?, 'ACME-IT', 1, ?, ?, 'EUR', ?, ?, ?, 'run', ?, ?, ?)",
                entry,
                LocalDate.of(2026, 3, 9),
                new BigDecimal(amount),
                who,
                remittance,
                decision,
                new BigDecimal(unallocated),
                "[\"number in the remittance\",\"the amounts add up\"]",
                Database.at(Instant.parse("2026-03-09T07:00:00Z")));
    }

    public long allocation(Long payment, long item, String amount, Instant madeAt) {
        return insert(
                "insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                        + " values (cast(? as bigint), ?, ?, 'principal', 'pending', ?, ?, 'run', ?)",
                payment,
                item,
                new BigDecimal(amount),
                Database.at(madeAt),
                Database.at(madeAt),
                Database.at(madeAt));
    }

    public void allocationState(long allocation, String state, Long confirmedBy, Instant at) {
        database.sql()
                .sql("update allocation set state = ?, state_at = ?, confirmed_at = coalesce(confirmed_at,"
                        + " cast(? as timestamp with time zone)), confirmed_by = coalesce(cast(? as bigint),"
                        + " confirmed_by) where id = ?")
                .params(
                        state,
                        Database.at(at),
                        state.equals("confirmed") ? Database.at(at) : null,
                        confirmedBy,
                        allocation)
                .update();
    }

    public void candidate(long payment, int ranking, String score, String evidence, long item, String amount) {
        insertOnly(
                "insert into candidate (payment_id, ranking, score, evidence, item_id, amount, suspends_until)"
                        + " values (?, ?, ?, ?, ?, ?, date '2099-12-31')",
                payment,
                ranking,
                new BigDecimal(score),
                evidence,
                item,
                new BigDecimal(amount));
    }

    public long run(LocalDate day, Instant startedAt) {
        return insert(
                "insert into planning_run (creditor, run_date, started_at) values ('ACME-IT', ?, ?)",
                day,
                Database.at(startedAt));
    }

    public void decision(long run, long item, String outcome, String step, String reason) {
        insertOnly(
                "insert into decision (item_id, run_id, outcome, plan, step, reason)"
                        + " values (?, ?, ?, 'standard', ?, ?)",
                item,
                run,
                outcome,
                step,
                reason);
    }

    public long reminder(long run, long item, String debtor, String step, String state, String amount, Instant at) {
        long number = count("reminder") + 1;
        long reminder = insert(
                "insert into reminder (run_id, creditor, source, debtor, plan, step, template, language, currency, total, reference,"
                        + " channels, attachments, state, created_at)"
                        + " values (?, 'ACME-IT', 'sap', ?, 'standard', ?, ?, 'it', 'EUR', ?, ?, '[\"email\"]', '[]', ?, ?)",
                run,
                debtor,
                step,
                step,
                new BigDecimal(amount),
                "RF18539007547034" + number,
                state,
                Database.at(at));
        insertOnly(
                "insert into reminder_item (reminder_id, item_id, role, advances, step, amount, guard)"
                        + " values (?, ?, 'overdue', true, ?, ?, true)",
                reminder,
                item,
                step,
                new BigDecimal(amount));
        return reminder;
    }

    /** On the item of that reminder, at its step. */
    public long charge(long reminder, String kind, String amount, Instant at) {
        return insert(
                "insert into charge (creditor, source, debtor, reminder_id, item_id, step, kind, currency, amount, basis,"
                        + " created_at) select r.creditor, r.source, r.debtor, r.id, i.item_id, i.step, ?, r.currency, ?,"
                        + " 'as reckoned', ? from reminder r join reminder_item i on i.reminder_id = r.id where r.id = ?",
                kind,
                new BigDecimal(amount),
                Database.at(at),
                reminder);
    }

    public long dispatch(long reminder, String debtor, String channel, String state, String reason, Instant at) {
        return insert(
                "insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, reason,"
                        + " created_at, state_at, message_id, batch_id)"
                        + " values (?, 'ACME-IT', 'sap', ?, ?, 'a@rossi.example', ?, ?, ?, ?, ?, ?, ?)",
                reminder,
                debtor,
                channel,
                state,
                Database.at(at),
                reason,
                Database.at(at),
                Database.at(at),
                "<d" + count("dispatch") + "@acme.example>",
                channel.equals("letter") ? "ACME-20260309-1" : null);
    }

    public void hold(String debtor, Long item, String kind, String reason, String owner, LocalDate starts) {
        insertOnly(
                "insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on, ends_on)"
                        + " values ('ACME-IT', 'sap', ?, cast(? as bigint), ?, ?, ?, ?, ?)",
                debtor,
                item,
                kind,
                reason,
                owner,
                starts,
                starts.plusDays(14));
    }

    public void quarantine(long export, String itemKey, String fileName, long line, String message) {
        insertOnly(
                "insert into quarantine (export_id, creditor, source, item_key, file_name, line_no, column_no, field,"
                        + " message) values (?, 'ACME-IT', 'sap', ?, ?, ?, 12, 'openAmount', ?)",
                export,
                itemKey,
                fileName,
                line,
                message);
    }

    private long count(String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private void insertOnly(String statement, Object... parameters) {
        database.sql().sql(statement).params(parameters).update();
    }

    private long insert(String statement, Object... parameters) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql().sql(statement).params(parameters).update(key, "id");
        return key.getKey().longValue();
    }
}
