package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CertificateForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.writeback.WritebackAdapter;
import io.sollecito.delivery.writeback.WritebackLayouts;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.connections.Connections.Health;
import io.sollecito.ledger.writeback.Writebacks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acme's write-back as shipped, switched on, to a real SFTP server; and the other templates to theirs. */
class WritebackRouteTest {

    private static final String ROUTE = "writeback-acme";
    private static final Path OFF = Path.of("routes/writeback-acme.camel.yaml.off");
    private static final Path LAYOUTS = Path.of("config/writeback");

    @TempDir
    private Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final Agenda agenda = new Agenda(hub.clock);
    private Writebacks writebacks;
    private SftpWorld sftp;
    private Path inbox;
    private CamelContext camel;

    @BeforeEach
    void acmeWithItsErp() throws Exception {
        writebacks = new Writebacks(hub.database, hub.clock, hub.journal);
        sftp = SftpWorld.start(folder.resolve("sftp"));
        inbox = Files.createDirectories(sftp.folder("erp/import/ar"));
        Path shipped = Files.copy(OFF, folder.resolve(ROUTE + ".camel.yaml"));
        camel = connected("writeback-sftp", shipped);
    }

    @AfterEach
    void close() throws Exception {
        camel.close();
        sftp.close();
    }

    @Test
    void an_allocation_comes_to_the_erps_inbox_in_the_words_of_its_layout() throws Exception {
        hub.pays(hub.item("4711", "1800000123", "1190.00"), "1190.00");

        turn();

        assertThat(there()).singleElement().satisfies(name -> {
            assertThat(name).matches("ACME-IT-sap-000001-[0-9a-f]{8}\\.csv");
            assertThat(Files.readString(inbox.resolve(name), Charset.forName("windows-1252")))
                    .isEqualTo("SATZART;BUKRS;BLART;BUDAT;VALUT;KUNNR;BELNR;SHKZG;WAERS;WRBTR;ANLASS;ZUONR;HBKID;KIDNO;"
                            + "XBLNR;SGTXT\r\n"
                            + "D;1000;DZ;;;4711;1800000123;H;EUR;1190,00;ZAHLUNG;1;;;ACME-IT-sap-000001;\r\n"
                            + "S;;;02.03.2026;;;;;EUR;1190,00;;1;;;ACME-IT-sap-000001;\r\n");
        });
        turn();
        assertThat(there()).hasSize(1);
        assertThat(health().failures()).isZero();
        assertThat(unsent()).isZero();
    }

    @Test
    void a_server_that_is_down_costs_neither_a_file_nor_a_number() throws Exception {
        hub.pays(hub.item("4711", "1042", "100.00"), "100.00");
        int port = sftp.port();
        sftp.close();

        turn();
        assertThat(unsent()).isOne();
        assertThat(health().failures()).isOne();

        sftp = SftpWorld.start(folder.resolve("sftp"), port);
        hub.pays(hub.item("4711", "1043", "50.00"), "50.00");
        turn();
        assertThat(there()).hasSize(2).first().asString().startsWith("ACME-IT-sap-000001-");
        assertThat(unsent()).isZero();
        assertThat(health().failures()).isZero();
    }

    @Test
    void a_file_that_is_there_already_is_left_and_half_of_one_is_replaced() throws Exception {
        hub.pays(hub.item("4711", "1042", "100.00"), "100.00");
        turn();
        String name = there().get(0);
        hub.exec("update writeback_batch set sent_at = null, content = ?", Files.readString(inbox.resolve(name)));
        Files.writeString(inbox.resolve(name), "the ERP is at it");

        turn();
        assertThat(unsent()).isZero();
        assertThat(inbox.resolve(name)).hasContent("the ERP is at it");

        hub.exec("update writeback_batch set sent_at = null, content = 'whole'");
        Files.delete(inbox.resolve(name));
        Files.writeString(inbox.resolve(name + ".tmp"), "half of");
        turn();
        assertThat(there()).containsExactly(name);
        assertThat(inbox.resolve(name)).hasContent("whole");
    }

    @Test
    void an_erp_that_posts_itself_is_written_nothing() throws Exception {
        camel.close();
        Path erpPosts = folder.resolve(ROUTE + ".camel.yaml");
        Files.writeString(erpPosts, Files.readString(OFF).replace("value: hub", "value: erp"));
        camel = connected("writeback-sftp", erpPosts);
        hub.pays(hub.item("4711", "1042", "100.00"), "100.00");

        turn();

        assertThat(there()).isEmpty();
        assertThat(health().failures()).isZero();
    }

    @Test
    void a_batch_goes_into_a_folder_as_xml() throws Exception {
        camel.close();
        inbox = Files.createDirectory(folder.resolve("erp-inbox"));
        camel = connected("writeback-folder", instance("writeback-folder", Map.of("folder", inbox.toString())));
        hub.pays(hub.item("4711", "1042", "100.00"), "100.00");

        turn();

        assertThat(there()).singleElement().asString().endsWith(".xml");
        assertThat(unsent()).isZero();
    }

    @Test
    void a_batch_goes_over_ftps_as_xml() throws Exception {
        camel.close();
        Path certificate = CertificateForTests.in(folder.resolve("server.p12"), "ip:127.0.0.1");
        try (FtpsForTests ftps = FtpsForTests.start(folder.resolve("ftps"), certificate, false)) {
            inbox = Files.createDirectory(ftps.folder("in"));
            Map<String, String> given = new LinkedHashMap<>();
            given.put("folder", "in");
            given.put("host", "127.0.0.1");
            given.put("port", Integer.toString(ftps.port()));
            given.put("user", FtpsForTests.USER);
            given.put("password", "{{test.ftps-password}}");
            given.put("trustStore", ftps.store().toString());
            given.put("trustStorePassword", "{{test.store-password}}");
            camel = connected("writeback-ftps", instance("writeback-ftps", given));
            hub.pays(hub.item("4711", "1042", "100.00"), "100.00");

            turn();

            assertThat(health().lastError()).isNull();
            assertThat(there()).singleElement().asString().endsWith(".xml");
            assertThat(unsent()).isZero();
        }
    }

    private Path instance(String template, Map<String, String> given) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "- templatedRoute:",
                "    routeTemplateRef: " + template,
                "    routeId: " + ROUTE,
                "    parameters:",
                "      - {name: creditor, value: ACME-IT}",
                "      - {name: source, value: sap}",
                "      - {name: layout, value: camt.054}",
                "      - {name: schedule, value: \"0 */15 * * * *\"}"));
        given.forEach((name, value) -> lines.add("      - {name: " + name + ", value: \"" + value + "\"}"));
        return Files.write(folder.resolve(template + "-instance.camel.yaml"), lines);
    }

    private CamelContext connected(String template, Path instance) throws Exception {
        CamelContext context = PollingForTests.context(agenda, hub.connections, hub.clock);
        context.getRegistry()
                .bind(
                        "writebackAdapter",
                        new WritebackAdapter(writebacks, WritebackLayouts.load(LAYOUTS), code -> OutboxForTests.ACME));
        RoutesForTests.start(
                context,
                new String[] {"templates/" + template + ".camel.yaml", "file:" + instance},
                "acme.sap.host",
                sftp.host(),
                "acme.sap.port",
                Integer.toString(sftp.port()),
                "acme.sap.user",
                SftpWorld.USER,
                "acme.sap.password",
                SftpWorld.PASSWORD,
                "acme.sap.known-hosts",
                sftp.knownHosts().toString(),
                "test.ftps-password",
                FtpsForTests.PASSWORD,
                "test.store-password",
                CertificateForTests.PASSWORD);
        return context;
    }

    private void turn() {
        hub.clock.forward(Duration.ofMinutes(15));
        agenda.tick(Runnable::run);
    }

    private int unsent() {
        return hub.single(Integer.class, "select count(*) from writeback_batch where sent_at is null");
    }

    private Health health() {
        return hub.connections.healthOf(ROUTE);
    }

    private List<String> there() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
