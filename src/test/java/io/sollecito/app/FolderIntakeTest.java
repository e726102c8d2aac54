package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.intake.Intake;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.intake.Rematching;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.model.Creditor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder into the ledger: a file may come again at any point, nothing happens twice. */
class FolderIntakeTest {

    private static final String INSTANCE = """
            - templatedRoute:
                routeTemplateRef: erp-folder
                routeId: erp-acme
                parameters:
                  - {name: creditor, value: ACME-IT}
                  - {name: source, value: sap}
                  - {name: mapping, value: sap-fbl5n}
                  - {name: delivers, value: snapshot}
                  - {name: schedule, value: "0 */15 * * * *"}
                  - {name: folder, value: "{{test.folder}}"}
                  - {name: trigger, value: "${file:name}.ok"}
            """;
    private static final String NAME = "FBL5N_OPOS_20260302.csv";
    private static final String ITEMS =
            "Konto;Belegnummer;Referenz;Belegart;Belegdatum;Buchungsdatum;Nettofälligkeit;Betrag in Hauswährung;"
                    + "Hauswährung;Soll/Haben-Kennz.;Ausgleichsdatum\n"
                    + "4711;1800000001;;RV;15.01.2026;15.01.2026;14.02.2026;10,00;EUR;S;\n";

    @TempDir
    private Path root;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final Agenda agenda = new Agenda(hub.clock);
    private ThrowingRunnable whileTaken = () -> {};

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void what_was_taken_but_not_moved_before_a_crash_comes_again_without_effect() throws Exception {
        Path folder = Files.createDirectory(root.resolve("exports"));
        try (CamelContext camel = camel(folder)) {
            deliver(folder, ITEMS);
            poll();
            List<String> once = taken();
            assertThat(once).containsExactly(NAME + " applied");

            Files.move(folder.resolve(".done").resolve(NAME), folder.resolve(NAME));
            Files.move(folder.resolve(".done").resolve(NAME + ".ok"), folder.resolve(NAME + ".ok"));
            poll();

            assertThat(taken()).isEqualTo(once);
            assertThat(hub.single(Long.class, "select count(*) from open_item where document_no = '1800000001'"))
                    .isOne();
            assertThat(folder.resolve(".done").resolve(NAME)).exists();
            assertThat(folder.resolve(NAME)).doesNotExist();
            assertThat(camel.getRoute("erp-acme")).isNotNull();
        }
    }

    @Test
    void a_damaged_file_is_put_aside_and_its_correction_is_taken() throws Exception {
        Path folder = Files.createDirectory(root.resolve("exports"));
        try (CamelContext camel = camel(folder)) {
            deliver(folder, "Kunde;Betrag\n4711;10,00\n");
            poll();
            assertThat(taken()).containsExactly(NAME + " unreadable");
            assertThat(folder.resolve(".error").resolve(NAME + ".problems.txt"))
                    .content()
                    .contains(NAME + " was not taken:\n- ", "'Konto'");

            deliver(folder, ITEMS);
            poll();
            assertThat(taken()).containsExactly(NAME + " unreadable", NAME + " applied");
            assertThat(camel.getRoute("erp-acme")).isNotNull();
        }
    }

    @Test
    void a_file_that_is_replaced_while_it_is_taken_stays_and_is_taken_too() throws Exception {
        Path folder = Files.createDirectory(root.resolve("exports"));
        whileTaken = () -> {
            whileTaken = () -> {};
            deliver(folder, ITEMS.replace("10,00", "12,00"));
        };
        try (CamelContext camel = camel(folder)) {
            deliver(folder, ITEMS);
            poll();
            poll();

            assertThat(taken()).containsExactly(NAME + " applied", NAME + " applied");
            assertThat(hub.single(String.class, "select cast(erp_open as varchar) from open_item"))
                    .startsWith("12");
            assertThat(camel.getRoute("erp-acme")).isNotNull();
        }
    }

    private void deliver(Path folder, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(NAME), content, StandardCharsets.UTF_8);
        Files.setLastModifiedTime(file, FileTime.from(hub.clock.instant().minusSeconds(3600)));
        Files.writeString(folder.resolve(NAME + ".ok"), "");
    }

    private void poll() {
        hub.clock.forward(Duration.ofMinutes(15));
        agenda.tick(Runnable::run);
        assertThat(hub.connections.healthOf("erp-acme").lastError()).isNull();
    }

    private Creditor acme(String code) {
        try {
            whileTaken.run();
            return OutboxForTests.ACME;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> taken() {
        return hub.database
                .sql()
                .sql("select file_name || ' ' || state from export where connection = 'erp-acme' order by id")
                .query(String.class)
                .list();
    }

    private CamelContext camel(Path folder) throws Exception {
        CamelContext context = PollingForTests.context(agenda, hub.connections, hub.clock);
        Exports exports = new Exports(
                hub.database,
                hub.connections,
                hub.journal,
                hub.clock,
                new Rematching(hub.database, code -> OutboxForTests.ACME, hub.clock));
        Intake intake = new Intake(
                exports, new Quarantine(hub.database, exports, hub.journal, hub.clock), root.resolve("kept"));
        context.getRegistry()
                .bind(
                        "intakeAdapter",
                        new IntakeAdapter(intake, hub.connections, Path.of("mappings"), this::acme, hub.clock));
        Path instance = root.resolve("erp-acme.camel.yaml");
        Files.writeString(instance, INSTANCE);
        RoutesForTests.start(
                context,
                new String[] {"templates/erp-folder.camel.yaml", "file:" + instance},
                "sollecito.work",
                root.resolve("work").toString(),
                "sftp.settle",
                "50",
                "test.folder",
                folder.toString());
        return context;
    }
}
