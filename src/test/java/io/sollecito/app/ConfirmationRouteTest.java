package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.intake.ConfirmationAdapter;
import io.sollecito.intake.ConfirmationIntake;
import io.sollecito.ledger.payments.Confirmations;
import io.sollecito.model.CreditorReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The payment provider's route template as shipped, polling a real SFTP server. */
class ConfirmationRouteTest {

    private static final String INSTANCE = """
            - templatedRoute:
                routeTemplateRef: payment-confirmations-sftp
                routeId: paylink-acme
                parameters:
                  - {name: creditor, value: ACME-IT}
                  - {name: provider, value: paylink}
                  - {name: payoutName, value: "L'Oro, Paylink S.A."}
                  - {name: host, value: "{{paylink.host}}"}
                  - {name: port, value: "{{paylink.port}}"}
                  - {name: user, value: "{{paylink.user}}"}
                  - {name: password, value: "{{paylink.password}}"}
                  - {name: knownHosts, value: "{{paylink.known-hosts}}"}
                  - {name: folder, value: print/out}
            """;

    @TempDir
    private Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final Agenda agenda = new Agenda(hub.clock);

    @Test
    void a_confirmation_file_pays_its_items_and_is_put_aside() throws Exception {
        long item = hub.item("4711", "1042", "100.00");
        String reference = CreditorReference.ofReminder(77);
        long dispatch = hub.dispatch(hub.reminder("4711", "first", item), "email", "a@rossi.example");
        hub.exec("update reminder set reference = ?", reference);
        try (SftpWorld sftp = SftpWorld.start(folder.resolve("sftp"));
                CamelContext context = context(sftp)) {
            Path out = sftp.folder(SftpWorld.PRINT_OUT);
            Files.writeString(
                    out.resolve("confirmations-1.csv"),
                    "reference;amount;currency;paidAt;providerId\n" + reference
                            + ";100.00;EUR;2026-03-02T08:30:00+01:00;pay_1\n");
            Files.writeString(out.resolve("readme.txt"), "no confirmation");

            hub.clock.forward(Duration.ofMinutes(15));
            agenda.tick(Runnable::run);

            assertThat(hub.state(dispatch)).isEqualTo("cancelled");
            assertThat(hub.single(String.class, "select state from allocation where item_id = ?", item))
                    .isEqualTo("pending");
            assertThat(hub.single(String.class, "select provider || ' ' || name from payout_source where iban is null"))
                    .isEqualTo("paylink L'Oro, Paylink S.A.");
            assertThat(out.resolve(".done/confirmations-1.csv")).exists();
            assertThat(out.resolve("readme.txt")).exists();
            assertThat(hub.connections.health())
                    .filteredOn(health -> health.connection().name().equals("paylink-acme"))
                    .singleElement()
                    .satisfies(health -> assertThat(health.failures()).isZero());
        }
    }

    private CamelContext context(SftpWorld sftp) throws Exception {
        CamelContext context = PollingForTests.context(agenda, hub.connections, hub.clock);
        context.getRegistry()
                .bind(
                        "confirmationAdapter",
                        new ConfirmationAdapter(
                                new ConfirmationIntake(
                                        new Confirmations(hub.database, hub.clock), folder.resolve("kept"), hub.clock),
                                code -> OutboxForTests.ACME));
        Path instance = folder.resolve("paylink-acme.camel.yaml");
        Files.writeString(instance, INSTANCE);
        RoutesForTests.start(
                context,
                new String[] {"templates/payment-confirmations-sftp.camel.yaml", "file:" + instance},
                "sollecito.work",
                folder.resolve("work").toString(),
                "sftp.settle",
                "100",
                "paylink.host",
                sftp.host(),
                "paylink.port",
                Integer.toString(sftp.port()),
                "paylink.user",
                SftpWorld.USER,
                "paylink.password",
                SftpWorld.PASSWORD,
                "paylink.known-hosts",
                sftp.knownHosts().toString());
        return context;
    }
}
