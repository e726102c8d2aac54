package io.sollecito.e2e;

import io.sollecito.app.Agenda;
import io.sollecito.demo.DemoHouse;
import io.sollecito.demo.DemoRun;
import io.sollecito.demo.SimulatedClock;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub as it runs, with a folder of a few connections, an empty ledger and a clock that the test moves. */
final class SmallHub implements AutoCloseable {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Path ROUTES = Path.of("routes");

    private final Path folder;
    private final SimulatedClock clock;
    private final ConfigurableApplicationContext hub;

    private SmallHub(Path folder, SimulatedClock clock, ConfigurableApplicationContext hub) {
        this.folder = folder;
        this.clock = clock;
        this.hub = hub;
    }

    /**
     * Starts at that local time of Rome.
     *
     * @param folder holds {@code routes/} with the connections; the shipped connectors are put beside them
     */
    static SmallHub start(Path folder, String time, List<String> more) throws IOException {
        Path routes = folder.resolve("routes");
        copy(ROUTES.resolve("templates"), Files.createDirectories(routes.resolve("templates")));
        SimulatedClock clock = new SimulatedClock(at(time), ROME);
        List<String> settings = List.of(
                "sollecito.heartbeat=false",
                "sollecito.routes=" + routes,
                "sollecito.data=" + folder.resolve("data"),
                "sollecito.work=" + folder.resolve("data/work"),
                "sollecito.ledger.url=jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
                "sollecito.times.dispatch=0 0 * * * *",
                "sollecito.endpoint=" + folder.resolve("data/hub-endpoint.json"),
                "sollecito.times.seal=0 0 * * * *");
        List<String> shipped = DemoHouse.in(folder.resolve("house"));
        return new SmallHub(
                folder, clock, DemoRun.started(clock, DemoRun.replaced(DemoRun.replaced(shipped, settings), more)));
    }

    /** Copies a connection as shipped into the folder of connections of a hub to start. */
    static void connect(Path folder, String connection) throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        String file = connection + ".camel.yaml";
        Files.copy(ROUTES.resolve(file), routes.resolve(file));
    }

    /** What the shipped connections refer to, such as acme.sap.host. */
    static List<String> at(String server, SftpWorld sftp) {
        return at(server, sftp.port(), sftp.knownHosts());
    }

    static List<String> at(String server, int port, Path knownHosts) {
        return List.of(
                server + ".host=127.0.0.1",
                server + ".port=" + port,
                server + ".user=" + SftpWorld.USER,
                server + ".password=" + SftpWorld.PASSWORD,
                server + ".known-hosts=" + knownHosts);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Does everything that is on the agenda up to that local time. */
    SmallHub until(String time) {
        DemoRun.live(clock, hub.getBean(Agenda.class), at(time));
        return this;
    }

    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ROME).toInstant();
    }

    Connections.Health health(String connection) {
        return hub.getBean(Connections.class).health().stream()
                .filter(each -> each.connection().name().equals(connection))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> rows(String query, Object... parameters) {
        return hub.getBean(Database.class)
                .sql()
                .sql(query)
                .params(parameters)
                .query()
                .listOfRows();
    }

    /** The files that wait for a person. */
    List<Path> kept() throws IOException {
        Path kept = folder.resolve("data/kept");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
