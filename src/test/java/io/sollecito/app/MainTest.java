package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.cli.Caller;
import io.sollecito.cli.Hub;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Who answers a call on the ledger: the running hub, else this process, on the same settings. */
class MainTest {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aHouse() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config"), root.resolve("config"));
    }

    @Test
    void without_a_ledger_the_call_says_so() {
        assertThat(run("why", "1042")).isEqualTo(4);
        assertThat(err.toString()).contains("There is no ledger yet").contains("hub demo");
        assertThat(root.resolve("data")).doesNotExist();
    }

    @Test
    void without_a_running_hub_the_ledger_of_the_house_is_opened() {
        ledger();

        assertThat(run("why", "2026/1042")).isZero();
        assertThat(out.toString()).contains("item:1  2026/1042");
    }

    @Test
    void a_ledger_that_another_process_has_open_is_an_environment_that_failed() throws IOException, SQLException {
        ledger();
        String url = "jdbc:h2:file:" + root.resolve("data/ledger") + ";FILE_LOCK=SOCKET";
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(org.h2.Driver.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                                .toString(),
                        "org.h2.tools.Shell",
                        "-url",
                        url.replace(";FILE_LOCK=SOCKET", OPTIONS),
                        "-user",
                        "sa")
                .redirectErrorStream(true)
                .start();
        try {
            waitFor(other);
            assertThat(run("why", "2026/1042")).isEqualTo(4);
            assertThat(err.toString()).contains("is open in another process");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_running_hub_answers_in_the_callers_name() {
        LoopbackEndpoint endpoint = new LoopbackEndpoint(
                root.resolve("data/hub-endpoint.json"),
                who -> Hub.commandLine(
                        () -> {
                            throw new IllegalStateException("asked by " + who.user());
                        },
                        who,
                        root));
        endpoint.start();
        try {
            assertThat(run("why", "1042")).isEqualTo(4);
            assertThat(err.toString())
                    .contains("asked by anna", "hub: asked the running hub (" + root.resolve("data/hub-endpoint.json"));
        } finally {
            endpoint.stop();
        }
    }

    @Test
    void the_demo_is_asked_when_it_is_meant_or_when_there_is_nothing_else() {
        LoopbackEndpoint demo = new LoopbackEndpoint(
                root.resolve(Main.DEMO),
                who -> Hub.commandLine(
                        () -> {
                            throw new IllegalStateException("this is the demo");
                        },
                        who,
                        root));
        demo.start();
        try {
            run("why", "2026/1042");
            assertThat(err.toString()).contains("this is the demo", "hub: asked the demo");

            ledger();
            err.getBuffer().setLength(0);
            assertThat(run("why", "2026/1042")).isZero();
            assertThat(err.toString())
                    .contains("hub: no hub is running; opening the ledger jdbc:h2:file:")
                    .doesNotContain("demo");

            run(true, "why", "2026/1042");
            assertThat(err.toString()).contains("this is the demo");
        } finally {
            demo.close();
        }
        assertThat(run(true, "why", "2026/1042")).isEqualTo(4);
        assertThat(err.toString()).contains("No demo is running");
    }

    @Test
    void calls_on_files_ask_no_hub() {
        assertThat(run("check", Path.of("mappings/odoo.yaml").toAbsolutePath().toString()))
                .isZero();
        assertThat(run("nonsense")).isEqualTo(2);
    }

    private void ledger() {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + root.resolve("data/ledger") + OPTIONS, "sa", "");
        LedgerRows rows = new LedgerRows(Database.open(pool));
        long export = rows.export("a.csv", "applied", Instant.parse("2026-03-09T09:00:00Z"));
        rows.item(export, "1042", "11", "INVOICE", "1190.00", "EUR");
        pool.dispose();
    }

    /** The shell prints its prompt once it has the database open. */
    private static void waitFor(Process shell) throws IOException {
        StringBuilder said = new StringBuilder();
        int next = shell.getInputStream().read();
        while (next >= 0 && !said.append((char) next).toString().endsWith("sql> ")) {
            next = shell.getInputStream().read();
        }
    }

    private int run(String... arguments) {
        return run(false, arguments);
    }

    private int run(boolean demo, String... arguments) {
        Caller local = Caller.local();
        return new Main(root, demo, new Caller("anna", local.input()), new PrintWriter(out), new PrintWriter(err))
                .run(arguments);
    }
}
