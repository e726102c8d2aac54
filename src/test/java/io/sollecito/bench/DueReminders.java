package io.sollecito.bench;

import io.sollecito.CreditorsForTests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A ledger with as many reminders by e-mail that are due, each to a debtor of its own about two invoices. */
final class DueReminders {

    static final Creditor ACME = CreditorsForTests.ACME_IN_PRINT;

    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-04T11:00:00Z"), ZoneOffset.UTC);

    private static final String DEBTORS = """
            insert into debtor (creditor, source, debtor, name, canonical, hash, export_id)
            select 'ACME-IT', 'sap', 'D' || n, 'Rossi ' || n, '{"kind":"debtor","creditor":"ACME-IT","source":"sap",\
            "debtor":"D' || n || '","name":"Rossi ' || n || ' S.r.l.","class":"business","vatId":"IT01234567890",\
            "language":"it","country":"IT","address":{"lines":["Via Roma ' || n || '"],"postCode":"20121",\
            "city":"Milano","country":"IT"},"contacts":[{"role":"accounts-payable","name":"Anna Bianchi",\
            "email":"ap' || n || '@rossi.example"}]}', 'h', 1 from generate_series(1, :many) n""";

    private static final String ITEMS = """
            insert into open_item (creditor, source, item_key, connection, debtor, document_no, printed_no, instalment,
              type, issue_date, due_date, due_date_origin, currency, original_amount, erp_open, in_collection, hash,
              created_export, created_line, changed_export, changed_line)
            select 'ACME-IT', 'sap', 'K' || n, 'erp-acme-sap', 'D' || ((n + 1) / 2), '18' || (10000000 + n), '2026/' || n, 1,
              'INVOICE', date '2026-01-01', date '2026-02-01', 'SOURCE', 'EUR', 100 + n % 900, 100 + n % 900, false, 'h',
              1, n, 1, n
            from generate_series(1, :many * 2) n""";

    private static final String REMINDERS = """
            insert into reminder (id, creditor, source, debtor, plan, step, template, language, currency, total, reference,
              channels, attachments, state, created_at)
            select n, 'ACME-IT', 'sap', 'D' || n, 'standard', 'first', 'first-reminder', 'it', 'EUR',
              200 + (n * 2 - 1) % 900 + n * 2 % 900, 'RF18' || (1000000000 + n), '["email"]', '[]', 'waiting', :at
            from generate_series(1, :many) n""";

    private static final String LINES = """
            insert into reminder_item (reminder_id, item_id, role, advances, step, repeat_no, amount, guard)
            select substr(debtor, 2)::bigint, id, 'overdue', true, 'first', 0, erp_open, true from open_item""";

    private static final String DISPATCHES = """
            insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, created_at,
              state_at)
            select n, 'ACME-IT', 'sap', 'D' || n, 'email', 'ap' || n || '@rossi.example', 'waiting', :at, :at, :at
            from generate_series(1, :many) n""";

    private DueReminders() {}

    static void fill(Database database, int many) {
        Connections connections = new Connections(database, NOON);
        connections.declare(new Connections.Connection("erp-acme-sap", ACME.code(), "erp", "daily", 2, 30));
        connections.factsAsOf("erp-acme-sap", NOON.instant());
        for (String insert : List.of(DEBTORS, ITEMS, REMINDERS, LINES, DISPATCHES)) {
            database.sql()
                    .sql(insert)
                    .param("many", many)
                    .param("at", Database.at(NOON.instant()))
                    .update();
        }
        database.sql().sql("analyze").update();
    }
}
