package io.sollecito.cli;

import io.sollecito.CreditorsForTests;
import io.sollecito.ledger.database.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What a call of {@code hub} on a ledger came to, with the shipped routes, mappings and reminders. */
record Ran(int status, String printed) {

    /** Of ACME-IT's ledger at that time. */
    static Ran on(Database database, Clock clock, String... arguments) {
        LedgerTools tools = new LedgerTools(
                database,
                clock,
                List.of(CreditorsForTests.ACME),
                new LedgerTools.Folders(
                        Path.of("routes"), Path.of("mappings"), Path.of("reminders"), Path.of("target")));
        StringWriter printed = new StringWriter();
        int status = Hub.commandLine(() -> tools, Caller.local(), Path.of(""))
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(arguments);
        return new Ran(status, printed.toString().replace(System.lineSeparator(), "\n"));
    }
}
