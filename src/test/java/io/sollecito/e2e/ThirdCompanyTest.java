package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.demo.DemoHouse;
import io.sollecito.demo.servers.SftpWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third company on an ERP that is known already needs who it is and one route file: no mapping, no plan, no Java. */
class ThirdCompanyTest {

    private static final String CREDITOR = """
            creditor: NORD-DE
            name: Nordlicht Handels GmbH
            country: DE
            zone: Europe/Berlin
            baseCurrency: EUR
            language: de
            address: {lines: [Elbchaussee 7], postCode: "22765", city: Hamburg, country: DE}
            vatId: DE123456788
            accounts: [DE89370400440532013000]
            bic: COBADEFFXXX
            signatory: {firstName: Jan, lastName: Petersen, email: j.petersen@nordlicht.example, phone: "+49 40 5550 142"}
            disputeContact: "Kundendienst, +49 40 5550 199"
            legalFooter: "Nordlicht Handels GmbH, Amtsgericht Hamburg HRB 12345"
            senderEmail: mahnung@nordlicht.example
            smsSender: Nordlicht
            financeEmails: [finanzen@nordlicht.example]
            """;
    private static final String ROUTE = """
            - templatedRoute:
                routeTemplateRef: erp-sftp
                routeId: erp-nord-sap
                parameters:
                  - {name: creditor, value: NORD-DE}
                  - {name: source, value: sap}
                  - {name: mapping, value: sap-fbl5n}
                  - {name: schedule, value: "0 30 6 * * MON-FRI"}
                  - {name: host, value: "{{nord.sap.host}}"}
                  - {name: port, value: "{{nord.sap.port}}"}
                  - {name: user, value: "{{nord.sap.user}}"}
                  - {name: password, value: "{{nord.sap.password}}"}
                  - {name: knownHosts, value: "{{nord.sap.known-hosts}}"}
                  - {name: folder, value: nord/export}
                  - {name: files, value: "FBL5N_*.csv"}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_route_file_more_and_its_items_are_taken_in_and_planned() throws Exception {
        DemoHouse.in(folder.resolve("shipped"));
        Path creditors = Files.createDirectories(folder.resolve("creditors"));
        SmallHub.copy(folder.resolve("shipped/config/creditors"), creditors);
        Files.writeString(creditors.resolve("nord-de.yaml"), CREDITOR);
        Path routes = Files.createDirectories(folder.resolve("routes"));
        SmallHub.copy(folder.resolve("shipped/routes"), routes);
        Files.writeString(routes.resolve("erp-nord-sap.camel.yaml"), ROUTE);
        try (SftpWorld sftp = SftpWorld.start(folder.resolve("sftp"));
                SmallHub hub = SmallHub.start(folder, "2026-03-02T06:00", settings(creditors, sftp))) {
            deliver(sftp);

            hub.until("2026-03-02T07:05");

            assertThat(hub.health("erp-nord-sap").failures()).isZero();
            assertThat(hub.rows(
                            "select source, debtor, document_no, erp_open from open_item where creditor = 'NORD-DE'"))
                    .hasSize(3)
                    .allSatisfy(item ->
                            assertThat(item).containsEntry("source", "sap").containsEntry("debtor", "0000200001"));
            assertThat(hub.rows("select name from debtor where creditor = 'NORD-DE'"))
                    .extracting(debtor -> debtor.get("name"))
                    .containsExactly("Käse & Söhne GmbH");
            assertThat(hub.rows("select r.plan, r.step, r.language, r.total, d.channel, d.recipient from reminder r"
                            + " join dispatch d on d.reminder_id = r.id where r.creditor = 'NORD-DE'"))
                    .singleElement()
                    .satisfies(reminder -> assertThat(reminder)
                            .containsEntry("plan", "default")
                            .containsEntry("step", "first")
                            .containsEntry("language", "de")
                            .containsEntry("channel", "email")
                            .containsEntry("recipient", "buchhaltung@kaese.example"));
            assertThat(hub.rows("select id from open_item where creditor <> 'NORD-DE'"))
                    .isEmpty();
        }
    }

    private static void deliver(SftpWorld sftp) throws Exception {
        Files.createDirectories(sftp.folder("nord/export"));
        sftp.put(
                "nord/export",
                "FBL5N_DEBITOREN_20260302.csv",
                SapFiles.debtors("200001;Käse & Söhne GmbH;Große Straße 5;20095;Hamburg;DE;D;"
                        + "buchhaltung@kaese.example;+49405550300;DE136695976;;BUSINESS"),
                SmallHub.at("2026-03-02T05:30"));
        sftp.put(
                "nord/export",
                "FBL5N_OPOS_20260302.csv",
                SapFiles.openItems("200001", 3),
                SmallHub.at("2026-03-02T05:30"));
    }

    /** The other companies' servers are down, which is none of the third's business. */
    private static List<String> settings(Path creditors, SftpWorld sftp) {
        List<String> settings = new ArrayList<>(List.of("sollecito.creditors=" + creditors));
        settings.addAll(SmallHub.at("nord.sap", sftp));
        Stream.of("acme.sap", "acme.bank", "lumiere.bank")
                .forEach(server -> settings.addAll(SmallHub.at(server, 1, sftp.knownHosts())));
        settings.add("sollecito.databases.lumiereOdoo.url=jdbc:h2:mem:no-odoo");
        return settings;
    }
}
