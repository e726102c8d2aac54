package io.sollecito.bench;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import java.util.List;
import java.util.Locale;

/**
 * Open items of a fifth as many debtors. Of three in five debtors an account is known; every twentieth has a reminder that
 * waits to leave.
 */
record LargeLedger(int items) {

    static final int ITEMS_PER_DEBTOR = 5;

    private static final String DEBTORS = """
            insert into debtor (creditor, source, debtor, name, canonical, hash, export_id)
            select 'ACME-IT', 'sap', 'D' || n, 'Ditta Rossi ' || n || ' S.r.l.', '{}', 'h', 1
            from generate_series(1, :debtors) n""";

    private static final String ACCOUNTS = """
            insert into debtor_iban (creditor, iban, source, debtor, origin, times, last_seen)
            select 'ACME-IT', 'IT60X' || lpad(n::text, 22, '0'), 'sap', 'D' || n, 'learned', 3, date '2026-02-01'
            from generate_series(1, :debtors) n where n % 5 < 3""";

    private static final String ITEMS = """
            insert into open_item (creditor, source, item_key, connection, debtor, document_no, printed_no, instalment,
              type, issue_date, due_date, due_date_origin, currency, original_amount, erp_open, in_collection, hash,
              created_export, created_line, changed_export, changed_line)
            select 'ACME-IT', 'sap', 'K' || n, 'erp-acme-sap', 'D' || (n + 4) / 5, '18' || (10000000 + n), '2026/' || n, 1,
              'INVOICE', date '2026-01-01', date '2026-02-01', 'SOURCE', 'EUR', (2000 + n::bigint * 7919 % 500009) * 0.01,
              (2000 + n::bigint * 7919 % 500009) * 0.01, false, 'h', 1, n, 1, n
            from generate_series(1, :items) n""";

    private static final String REMINDERS = """
            insert into reminder (id, creditor, source, debtor, plan, step, template, language, currency, total, reference,
              channels, attachments, state, created_at)
            select n, 'ACME-IT', 'sap', 'D' || n * 20, 'standard', 'first', 'first-reminder', 'it', 'EUR', 1000,
              'RF18' || (1000000000 + n), '["email"]', '[]', 'waiting', :at
            from generate_series(1, :debtors / 20) n""";

    private static final String LINES = """
            insert into reminder_item (reminder_id, item_id, role, advances, step, repeat_no, amount, guard)
            select r.id, i.id, 'overdue', true, 'first', 0, i.erp_open, true from reminder r
            join open_item i on i.debtor = r.debtor""";

    private static final String DISPATCHES = """
            insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, created_at,
              state_at)
            select id, creditor, source, debtor, 'email', 'ap@rossi.example', 'waiting', :at, :at, :at from reminder""";

    void fill(Database database) {
        Connections connections = new Connections(database, DueReminders.NOON);
        connections.declare(
                new Connections.Connection("erp-acme-sap", DueReminders.ACME.code(), "erp", "daily", 2, 30));
        connections.factsAsOf("erp-acme-sap", DueReminders.NOON.instant());
        for (String insert : List.of(DEBTORS, ACCOUNTS, ITEMS, REMINDERS, LINES, DISPATCHES)) {
            database.sql()
                    .sql(insert)
                    .param("debtors", items / ITEMS_PER_DEBTOR)
                    .param("items", items)
                    .param("at", Database.at(DueReminders.NOON.instant()))
                    .update();
        }
        database.sql().sql("analyze").update();
    }

    /** Of item n, from 20.00 to 5,020.08: of a million items two have the same. */
    static String amount(int item) {
        long cents = 2_000 + item * 7_919L % 500_009;
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    static int debtorOf(int item) {
        return (item + ITEMS_PER_DEBTOR - 1) / ITEMS_PER_DEBTOR;
    }

    /** The account that the debtor pays from; null when the statement does not show it. */
    static String accountOf(int debtor) {
        return debtor % 10 == 0 ? null : "IT60X" + String.format(Locale.ROOT, "%022d", debtor);
    }
}
