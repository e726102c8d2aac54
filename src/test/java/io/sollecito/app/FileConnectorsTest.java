package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import io.sollecito.CertificateForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.intake.FileOutcome;
import io.sollecito.ledger.connections.Connections.Health;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connectors that poll folders, as shipped, each on a real server or disk: all of them do the same with the same files. */
class FileConnectorsTest {

    /** Where the folder is. */
    enum Via {
        SFTP,
        FTPS_EXPLICIT,
        FTPS_IMPLICIT,
        FOLDER
    }

    /** In place of the hub's adapters: takes down what comes, and says what it was told to say. */
    public static final class Recorder {
        private final Map<String, String> taken = new TreeMap<>();
        private final Map<String, Long> times = new TreeMap<>();
        private final List<String> order = new ArrayList<>();
        private FileOutcome outcome = FileOutcome.TAKEN;
        private RuntimeException trouble;
        private Callable<?> meanwhile = () -> null;

        public FileOutcome takeFile(
                String route,
                String creditor,
                String source,
                String mapping,
                String delivers,
                File file,
                String name,
                Long modified)
                throws IOException {
            return take(route, creditor, file, name, modified, "", "");
        }

        public FileOutcome take(
                String route, String creditor, File file, String name, Long modified, String format, String account)
                throws IOException {
            assertThat(file.getAbsolutePath()).startsWith(work.toString());
            order.add(name);
            if (trouble != null && name.startsWith("trouble")) {
                throw trouble;
            }
            taken.put(name, Files.readString(file.toPath()));
            try {
                meanwhile.call();
            } catch (Exception failed) {
                throw new IOException(failed);
            }
            times.put(name, modified);
            return outcome;
        }
    }

    private static final String IMPATIENT = "-impatient";
    private static final Instant EVENING = Instant.parse("2026-03-01T19:27:00Z");

    @TempDir
    private static Path root;

    private static Path work;
    private static SftpWorld sftp;
    private static FtpsForTests explicit;
    private static FtpsForTests implicit;
    private static final OutboxForTests HUB = new OutboxForTests(LedgerForTests.h2());
    private static final Agenda AGENDA = new Agenda(HUB.clock);
    private static CamelContext camel;
    private static Recorder recorder;
    private static int scenario;

    private Path folder;
    private String route;
    private String patience = "";

    @BeforeAll
    static void serversAndConnectors() throws Exception {
        work = root.resolve("work");
        sftp = SftpWorld.start(root.resolve("sftp"));
        Path certificate = CertificateForTests.in(root.resolve("server.p12"), "ip:127.0.0.1");
        explicit = FtpsForTests.start(root.resolve("ftps-explicit"), certificate, false);
        implicit = FtpsForTests.start(root.resolve("ftps-implicit"), certificate, true);
        camel = PollingForTests.context(AGENDA, HUB.connections, HUB.clock);
        List<String> templates = new ArrayList<>();
        for (String kind : List.of("erp-sftp", "erp-ftps", "erp-folder", "bank-sftp", "bank-ftps", "bank-folder")) {
            templates.add("templates/" + kind + ".camel.yaml");
            templates.add("file:" + impatient(kind));
        }
        RoutesForTests.start(
                camel,
                templates.toArray(String[]::new),
                "sollecito.work",
                work.toString(),
                "sftp.settle",
                "50",
                "test.password",
                SftpWorld.PASSWORD,
                "test.ftps-password",
                FtpsForTests.PASSWORD,
                "test.passphrase",
                "open sesame",
                "test.store-password",
                CertificateForTests.PASSWORD);
    }

    /** As shipped, but by another name, and a file that grows is not waited for long. */
    private static Path impatient(String template) throws IOException {
        String file = template + ".camel.yaml";
        String shipped = Files.readString(Path.of("routes/templates").resolve(file));
        assertThat(shipped).contains("readLockTimeout: 20000");
        return Files.writeString(
                root.resolve(file),
                shipped.replace("readLockTimeout: 20000", "readLockTimeout: 1500")
                        .replace("id: " + template, "id: " + template + IMPATIENT));
    }

    @AfterAll
    static void close() throws Exception {
        camel.close();
        sftp.close();
        explicit.close();
        implicit.close();
    }

    @AfterEach
    void disconnect() throws Exception {
        camel.getRouteController().stopRoute(route);
        camel.removeRoute(route);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_is_taken_from_a_working_copy_and_moved_to_the_archive(Via via) throws Exception {
        connect(via, Map.of("exclude", "*.txt"));
        put("items.csv", "one");
        put("readme.txt", "no export");
        put(".hidden.csv", "no export");
        put("items.csv.filepart", "no export yet");
        Files.createDirectory(folder.resolve("old.csv"));

        poll();

        assertThat(recorder.taken).containsExactly(Map.entry("items.csv", "one"));
        assertThat(recorder.times).containsEntry("items.csv", EVENING.toEpochMilli());
        assertThat(there()).containsExactly(".done/items.csv", ".hidden.csv", "items.csv.filepart", "readme.txt");
        assertThat(health().failures()).isZero();
        assertThat(health().lastPollMillis()).isPositive();
        assertThat(copies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_refused_as_a_whole_goes_to_the_errors_with_the_reasons_beside_it(Via via) throws Exception {
        connect(via, Map.of("errors", "refused", "trigger", "${file:name}.ok"));
        recorder.outcome = FileOutcome.refused(List.of("column 'Konto' is missing", "nò"));
        put("damaged.csv", "?");
        put("damaged.csv.ok", "");

        poll();

        assertThat(there())
                .containsExactly("refused/damaged.csv", "refused/damaged.csv.ok", "refused/damaged.csv.problems.txt");
        assertThat(folder.resolve("refused/damaged.csv.problems.txt")).hasContent("""
                damaged.csv was not taken:
                - column 'Konto' is missing
                - nò
                Once it is right, put it back where it came from.
                """);
        assertThat(health().failures()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_could_not_be_taken_for_our_reasons_stays_and_is_tried_again_after_a_pause(Via via)
            throws Exception {
        connect(via, Map.of("trigger", "all.ok"));
        put("good.csv", "1");
        put("trouble.csv", "2");
        put("all.ok", "");
        recorder.trouble = new IllegalStateException("the database is down");

        poll();
        assertThat(there()).containsExactly(".done/good.csv", "all.ok", "trouble.csv");
        assertThat(health().failures()).isOne();
        assertThat(health().lastError()).contains("the database is down");
        assertThat(health().nextAttempt()).isEqualTo(HUB.clock.instant().plusSeconds(60));
        assertThat(copies()).isEmpty();

        recorder.trouble = null;
        HUB.clock.forward(Duration.ofMinutes(1));
        AGENDA.tick(Runnable::run);
        assertThat(recorder.taken).containsOnlyKeys("good.csv", "trouble.csv");
        assertThat(there()).containsExactly(".done/all.ok", ".done/good.csv", ".done/trouble.csv");
        assertThat(health().failures()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_file_waits_for_its_trigger_which_moves_along(Via via) throws Exception {
        connect(via, Map.of("trigger", "${file:name.noext}.trg", "expects", "movements"));
        put("a.csv", "1");

        poll();
        assertThat(there()).containsExactly("a.csv");
        assertThat(health().factsAsOf())
                .as("what waits is no empty poll: it proves nothing")
                .isNull();

        put("a.trg", "");
        put("b.trg", "");
        poll();
        assertThat(recorder.taken).containsOnlyKeys("a.csv");
        assertThat(there()).containsExactly(".done/a.csv", ".done/a.trg", "b.trg");
    }

    @ParameterizedTest
    @EnumSource
    void files_that_are_only_complete_together_are_taken_once_all_are_there(Via via) throws Exception {
        connect(via, Map.of("together", "ITEMS_*.csv, DEBTORS_*.csv"));
        put("ITEMS_0302.csv", "1");
        put("DEBTORS_0301.csv", "2");
        put("other.csv", "3");

        poll();
        assertThat(recorder.taken).containsOnlyKeys("other.csv");

        put("DEBTORS_0302.csv", "4");
        poll();
        assertThat(recorder.taken).containsOnlyKeys("other.csv", "ITEMS_0302.csv", "DEBTORS_0302.csv");
        assertThat(there())
                .containsExactly(
                        ".done/DEBTORS_0302.csv", ".done/ITEMS_0302.csv", ".done/other.csv", "DEBTORS_0301.csv");
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_still_grows_is_left_for_the_next_poll(Via via) throws Exception {
        patience = IMPATIENT;
        connect(via, Map.of());
        Path file = folder.resolve("growing.csv");
        AtomicBoolean grows = new AtomicBoolean(true);
        Thread writer = new Thread(() -> grow(file, grows));
        put("growing.csv", "x");
        writer.start();
        poll();
        grows.set(false);
        writer.join();

        assertThat(recorder.taken).isEmpty();
        await().until(() -> {
            poll();
            return !recorder.taken.isEmpty();
        });
        assertThat(recorder.taken).containsEntry("growing.csv", Files.readString(folder.resolve(".done/growing.csv")));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_replaced_while_it_is_taken_stays_and_is_taken_by_the_next_poll(Via via) throws Exception {
        connect(via, Map.of("trigger", "${file:name}.ok"));
        put("items.csv", "old");
        put("items.csv.ok", "");
        recorder.meanwhile = () -> Files.writeString(folder.resolve("items.csv"), "newer");

        poll();
        assertThat(recorder.taken).containsEntry("items.csv", "old");
        assertThat(there()).containsExactly("items.csv", "items.csv.ok");
        recorder.meanwhile = () -> null;
        poll();

        assertThat(recorder.taken).containsEntry("items.csv", "newer");
        assertThat(there()).containsExactly(".done/items.csv", ".done/items.csv.ok");
        assertThat(health().failures()).isZero();
        assertThat(copies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_cannot_be_moved_is_told_and_comes_again(Via via) throws Exception {
        connect(via, Map.of());
        put("a.csv", "1");
        Files.writeString(folder.resolve(".done"), "in the way");

        poll();
        assertThat(recorder.taken).containsOnlyKeys("a.csv");
        assertThat(health().failures()).isOne();
        assertThat(health().lastError()).startsWith("a.csv was taken, but could not be moved to .done: ");

        Files.delete(folder.resolve(".done"));
        poll();
        assertThat(recorder.order).containsExactly("a.csv", "a.csv");
        assertThat(there()).containsExactly(".done/a.csv");
        assertThat(health().failures()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_trigger_comes_back_when_its_file_could_not_be_moved(Via via) throws Exception {
        connect(via, Map.of("trigger", "${file:name}.ok"));
        put("a.csv", "1");
        put("a.csv.ok", "");
        Path inTheWay = Files.createDirectories(folder.resolve(".done/a.csv"));
        Files.writeString(inTheWay.resolve("x"), "a folder that is not empty");

        poll();

        assertThat(health().lastError()).startsWith("a.csv was taken, but could not be moved to .done: ");
        assertThat(there()).containsExactly(".done/a.csv/x", "a.csv", "a.csv.ok");
    }

    @ParameterizedTest
    @EnumSource
    void names_that_could_be_paths_are_left_alone(Via via) throws Exception {
        connect(via, Map.of());
        List<String> hostile = List.of("a..b.csv", "..\\x.csv", "C:x.csv");
        for (String name : hostile) {
            put(name, "x");
        }
        put("plain.csv", "1");

        poll();

        assertThat(recorder.taken).containsOnlyKeys("plain.csv");
        assertThat(there()).contains(".done/plain.csv").containsAll(hostile);
    }

    @ParameterizedTest
    @EnumSource
    void statements_are_polled_the_same_way_at_the_hour_of_the_zone_that_is_named(Via via) throws Exception {
        connect("bank", via, Map.of("schedule", "0 0 17 * * *", "zone", "Asia/Tokyo"));
        put("statement.xml", "<Document/>");

        Instant next = AGENDA.next().orElseThrow();
        assertThat(next.atZone(ZoneOffset.UTC).toLocalTime()).hasToString("08:00");
        HUB.clock.forward(Duration.between(HUB.clock.instant(), next));
        AGENDA.tick(Runnable::run);

        assertThat(recorder.taken).containsOnlyKeys("statement.xml");
        assertThat(there()).containsExactly(".done/statement.xml");
        assertThat(health().connection().kind()).isEqualTo("bank");
    }

    @ParameterizedTest
    @EnumSource(names = {"FTPS_EXPLICIT", "FTPS_IMPLICIT"})
    void a_server_that_nobody_vouches_for_is_refused_and_told(Via via) throws Exception {
        Path another = CertificateForTests.in(root.resolve(via + ".p12"), "ip:127.0.0.1");
        connect(via, Map.of("trustStore", another.toString()));
        put("a.csv", "1");

        poll();

        assertThat(recorder.taken).isEmpty();
        assertThat(health().failures()).isOne();
        assertThat(health().lastError()).startsWith("127.0.0.1:").contains("certification path");
    }

    @ParameterizedTest
    @EnumSource(names = {"FTPS_EXPLICIT", "FTPS_IMPLICIT"})
    void a_server_that_was_restarted_is_connected_anew(Via via) throws Exception {
        connect(via, Map.of());
        put("a.csv", "1");
        poll();
        FtpsForTests server = via == Via.FTPS_IMPLICIT ? implicit : explicit;
        server.close();
        poll();
        assertThat(health().failures()).isOne();

        FtpsForTests back =
                FtpsForTests.start(server.folder(""), server.store(), via == Via.FTPS_IMPLICIT, server.port());
        if (via == Via.FTPS_IMPLICIT) {
            implicit = back;
        } else {
            explicit = back;
        }
        put("b.csv", "1");
        poll();

        assertThat(recorder.taken).containsOnlyKeys("a.csv", "b.csv");
        assertThat(health().failures()).isZero();
    }

    @Test
    void a_private_key_logs_in_instead_of_a_password() throws Exception {
        connect(Via.SFTP, Map.of("password", "", "privateKeyFile", key("plain-key", null)));
        put("a.csv", "1");

        poll();

        assertThat(recorder.taken).containsOnlyKeys("a.csv");
    }

    @Test
    void a_private_key_may_have_a_passphrase() throws Exception {
        String key = key("locked-key", "open sesame");
        connect(Via.SFTP, Map.of("password", "", "privateKeyFile", key, "privateKeyPassphrase", "{{test.passphrase}}"));
        put("a.csv", "1");

        poll();
        assertThat(recorder.taken).containsOnlyKeys("a.csv");

        disconnect();
        connect(Via.SFTP, Map.of("password", "", "privateKeyFile", key));
        put("b.csv", "1");
        poll();
        assertThat(recorder.taken).isEmpty();
        assertThat(health().failures()).isOne();
        assertThat(health().lastError()).startsWith("127.0.0.1:" + sftp.port() + ": ");
    }

    /** A key that the server knows. */
    private static String key(String name, String passphrase) throws Exception {
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048);
        Path file = root.resolve(name);
        pair.writePrivateKey(file.toString(), passphrase == null ? null : passphrase.getBytes(StandardCharsets.UTF_8));
        pair.writePublicKey(file + ".pub", name);
        Files.writeString(
                root.resolve("sftp/authorized_keys"),
                Files.readString(Path.of(file + ".pub")),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return file.toString();
    }

    @Test
    void a_link_in_a_folder_is_left_alone_wherever_it_leads() throws Exception {
        connect(Via.FOLDER, Map.of());
        Path secret = Files.writeString(root.resolve("secret.txt"), "the hub's own secret");
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);

        poll();

        assertThat(recorder.taken).isEmpty();
        assertThat(folder.resolve("link.csv")).isSymbolicLink();
    }

    @Test
    void a_folder_that_is_not_mounted_is_a_failure_and_no_empty_poll() throws Exception {
        connect(Via.FOLDER, Map.of("expects", "movements"));
        Files.delete(folder);

        poll();

        assertThat(health().failures()).isOne();
        assertThat(health().lastError()).isEqualTo("there is no folder " + folder);
        assertThat(health().factsAsOf()).isNull();

        Files.writeString(folder, "no folder");
        poll();
        assertThat(health().lastError()).isEqualTo("there is no folder " + folder);

        Files.delete(folder);
        Files.createDirectory(folder);
        poll();
        assertThat(health().failures()).isZero();
        assertThat(health().factsAsOf()).isEqualTo(HUB.clock.instant());
    }

    private static void grow(Path file, AtomicBoolean grows) {
        try {
            while (grows.get()) {
                Files.writeString(file, "x".repeat(1000), StandardOpenOption.APPEND, StandardOpenOption.CREATE);
                Thread.sleep(5);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void connect(Via via, Map<String, String> more) throws Exception {
        connect("erp", via, more);
    }

    private void connect(String kind, Via via, Map<String, String> more) throws Exception {
        recorder = new Recorder();
        camel.getRegistry().bind("intakeAdapter", recorder);
        camel.getRegistry().bind("statementAdapter", recorder);
        String name = "export/" + ++scenario;
        route = "test-" + scenario;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("creditor", "ACME-IT");
        parameters.put("schedule", "0 */15 * * * *");
        if (kind.equals("erp")) {
            parameters.put("source", "sap");
            parameters.put("mapping", "sap-fbl5n");
            parameters.put("delivers", "snapshot");
        }
        parameters.putAll(where(via, name));
        parameters.putAll(more);
        parameters.values().removeIf(String::isEmpty);
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder("- templatedRoute:\n    routeTemplateRef: ")
                .append(kind)
                .append(
                        via.name().startsWith("FTPS")
                                ? "-ftps"
                                : "-" + via.name().toLowerCase(Locale.ROOT))
                .append(patience)
                .append("\n    routeId: " + route + "\n    parameters:\n");
        parameters.forEach((key, value) ->
                text.append("      - {name: " + key + ", value: \"" + value.replace("\\", "\\\\") + "\"}\n"));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString(route + ".camel.yaml", text.toString()));
    }

    private Map<String, String> where(Via via, String name) {
        return switch (via) {
            case SFTP -> {
                folder = sftp.folder(name);
                yield Map.of(
                        "host",
                        sftp.host(),
                        "port",
                        Integer.toString(sftp.port()),
                        "user",
                        SftpWorld.USER,
                        "password",
                        "{{test.password}}",
                        "knownHosts",
                        sftp.knownHosts().toString(),
                        "folder",
                        name);
            }
            case FTPS_EXPLICIT -> at(explicit, "explicit", name);
            case FTPS_IMPLICIT -> at(implicit, "implicit", name);
            case FOLDER -> {
                folder = root.resolve(name);
                yield Map.of("folder", folder.toString());
            }
        };
    }

    private Map<String, String> at(FtpsForTests server, String tls, String name) {
        folder = server.folder(name);
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(server.port()),
                "tls",
                tls,
                "trustStore",
                server.store().toString(),
                "trustStorePassword",
                "{{test.store-password}}",
                "user",
                FtpsForTests.USER,
                "password",
                "{{test.ftps-password}}",
                "serverZone",
                ZoneId.systemDefault().getId(),
                "folder",
                name);
    }

    private void put(String name, String text) throws IOException {
        Path file = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(EVENING));
    }

    private static void poll() {
        HUB.clock.forward(Duration.ofMinutes(15));
        AGENDA.tick(Runnable::run);
    }

    private Health health() {
        return HUB.connections.healthOf(route);
    }

    /** All files in the folder and below it. */
    private List<String> there() throws IOException {
        return files(folder);
    }

    private static List<String> copies() throws IOException {
        return Files.exists(work) ? files(work) : List.of();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
