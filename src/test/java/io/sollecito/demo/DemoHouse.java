package io.sollecito.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo companies' files as shipped, copied out of the house: what its owner has added there is none of theirs, and a
 * mistake in it stops neither the demo nor the tests.
 */
public final class DemoHouse {

    private static final List<String> FILES = List.of(
            "config/creditors/acme-it.yaml",
            "config/creditors/logo-acme.png",
            "config/creditors/lumiere-fr.yaml",
            "config/creditors/logo-lumiere.png",
            "mappings/sap-fbl5n.yaml",
            "mappings/odoo.yaml",
            "reminders/rates.yaml",
            "reminders/collections.yaml",
            "reminders/disputes.yaml",
            "reminders/plans/default.yaml",
            "reminders/plans/standard-it.yaml",
            "reminders/plans/standard-fr.yaml",
            "routes/bank-acme.camel.yaml",
            "routes/bank-lumiere.camel.yaml",
            "routes/erp-acme-sap.camel.yaml",
            "routes/erp-lumiere-odoo.camel.yaml",
            "routes/mail-acme.camel.yaml",
            "routes/mail-lumiere.camel.yaml",
            "routes/print-acme.camel.yaml",
            "routes/print-lumiere.camel.yaml",
            "routes/print-answers-acme.camel.yaml",
            "routes/print-answers-lumiere.camel.yaml",
            "routes/sms-acme.camel.yaml",
            "routes/sms-lumiere.camel.yaml",
            "routes/sms-receipts-acme.camel.yaml",
            "routes/sms-receipts-lumiere.camel.yaml");
    private static final List<String> FOLDERS = List.of("routes/templates", "reminders/templates");

    private DemoHouse() {}

    /**
     * Copies them into that folder.
     *
     * @return the hub's settings that name it, {@code config/application.yaml} left aside
     */
    public static List<String> in(Path folder) {
        List<String> missing =
                FILES.stream().filter(file -> Files.notExists(Path.of(file))).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the demo companies' files are needed and some are not there: "
                    + String.join(", ", missing) + ". Get them back: git checkout -- " + String.join(" ", missing));
        }
        try {
            for (String file : FILES) {
                copy(Path.of(file), folder.resolve(file));
            }
            for (String from : FOLDERS) {
                try (Stream<Path> files = Files.walk(Path.of(from))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        copy(file, folder.resolve(file));
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return List.of(
                "spring.config.location=classpath:/application.yaml,classpath:/demo-application.yaml",
                "sollecito.routes=" + folder.resolve("routes"),
                "sollecito.mappings=" + folder.resolve("mappings"),
                "sollecito.reminders=" + folder.resolve("reminders"),
                "sollecito.creditors=" + folder.resolve("config/creditors"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
