package io.sollecito.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.DeltasForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.intake.Intake;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.intake.Rematching;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.database.Leases;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * A node that does nothing but poll an SFTP folder every second, by the shipped connector, until it is killed. It records
 * each poll's beginning and end in a table {@code poll}, by the database's clock.
 */
final class PollingNode {

    static final Duration LEASE = Duration.ofSeconds(2);

    private static final String ROUTE = """
            - templatedRoute:
                routeTemplateRef: erp-sftp
                routeId: erp-acme-sap
                parameters:
                  - {name: creditor, value: ACME-IT}
                  - {name: source, value: sap}
                  - {name: mapping, value: sap-fbl5n}
                  - {name: expects, value: daily}
                  - {name: schedule, value: "* * * * * *"}
                  - {name: host, value: "%s"}
                  - {name: port, value: "%s"}
                  - {name: user, value: "%s"}
                  - {name: password, value: "%s"}
                  - {name: knownHosts, value: "%s"}
                  - {name: folder, value: "%s"}
                  - {name: files, value: "FBL5N_*.csv"}
            """;

    private PollingNode() {}

    /** Arguments: the node's name, the ledger's URL, the SFTP server's host, port and known hosts, a working folder. */
    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(arguments[1]);
        pool.setMaximumPoolSize(4);
        pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '3s'");
        Database database = Database.open(new HikariDataSource(pool));
        Clock clock = Clock.systemUTC();
        Turns leased = new LeasedTurns(new Leases(database, name), LEASE);
        Agenda agenda = new Agenda(clock, recorded(leased, database, name));
        start(arguments, database, agenda, clock);
        System.out.println("polling");
        while (true) {
            agenda.tick(Runnable::run);
            Thread.sleep(50);
        }
    }

    private static Turns recorded(Turns turns, Database database, String node) {
        return new Turns() {
            @Override
            public boolean take(String name, Instant appointed, Runnable work) {
                return turns.take(name, appointed, () -> {
                    long id = begun(database, node);
                    work.run();
                    database.sql()
                            .sql("update poll set ended = clock_timestamp() where id = ?")
                            .param(id)
                            .update();
                });
            }

            @Override
            public Optional<Instant> doneThrough(String name) {
                return turns.doneThrough(name);
            }
        };
    }

    private static long begun(Database database, String node) {
        return database.sql()
                .sql("insert into poll (node, begun) values (?, clock_timestamp()) returning id")
                .param(node)
                .query(Long.class)
                .single();
    }

    private static void start(String[] arguments, Database database, Agenda agenda, Clock clock) throws Exception {
        Connections connections = new Connections(database, clock);
        Journal journal = new Journal(database, clock);
        Exports exports = new Exports(
                database, connections, journal, clock, new Rematching(database, code -> OutboxForTests.ACME, clock));
        Path work = Path.of(arguments[5]);
        Intake intake = new Intake(exports, new Quarantine(database, exports, journal, clock), work.resolve("kept"));
        CamelContext context = PollingForTests.context(agenda, connections, clock);
        context.getRegistry()
                .bind(
                        "intakeAdapter",
                        new IntakeAdapter(
                                intake,
                                connections,
                                DeltasForTests.mappings(work),
                                code -> OutboxForTests.ACME,
                                clock));
        Properties properties = new Properties();
        properties.setProperty("sollecito.work", work.toString());
        properties.setProperty("sftp.settle", "1");
        context.getPropertiesComponent().setInitialProperties(properties);
        String route = ROUTE.formatted(
                arguments[2], arguments[3], SftpWorld.USER, SftpWorld.PASSWORD, arguments[4], SftpWorld.ERP);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(
                        ResourceHelper.fromString("erp-sftp.yaml", connector()),
                        ResourceHelper.fromString("erp-acme-sap.yaml", route));
        context.start();
    }

    /** As shipped, but a file that another node took while this one was paused is not waited for long. */
    private static String connector() throws IOException {
        return Files.readString(Path.of("routes/templates/erp-sftp.camel.yaml"))
                .replace("readLockTimeout: 20000", "readLockTimeout: 2000");
    }
}
