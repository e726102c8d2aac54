package io.sollecito.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs the commands on files once on the shipped samples, so that the archive of classes that Java writes when this process
 * ends holds what they need. Prints nothing; its working folder is the root of the house.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    private static final String EXPORT = "samples/acme-it/FBL5N_OPOS_20260302.csv";

    @Override
    public Integer call() throws IOException {
        Path items = Files.createTempFile("hub-warm-up-", ".jsonl");
        try {
            Files.writeString(items, run("map", "mappings/sap-fbl5n.yaml", EXPORT, "--json", "--creditor", "ACME-IT"));
            run(
                    "plan",
                    "--open-items",
                    items.toString(),
                    "--plan",
                    "reminders/plans/standard-it.yaml",
                    "--as-of",
                    "2026-03-02",
                    "--json");
            run("simulate", "--from", "2026-03-02", "--to", "2026-03-31", "--open-items", items.toString());
            run("statement", EXPORT, "--json");
            run("match", "--open-items", items.toString(), EXPORT, "--json");
            run("check", "--json");
            return 0;
        } finally {
            Files.delete(items);
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine hub = Hub.commandLine();
        hub.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
        return out.toString();
    }
}
