package io.sollecito.delivery.events;

import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Acme's route of events as shipped, switched on, without Spring. */
public final class JournalRoute implements AutoCloseable {

    public static final String TOPIC = "receivables";

    private static final Path OFF = Path.of("routes/journal-acme.camel.yaml.off");

    private final CamelContext camel;

    private JournalRoute(CamelContext camel) {
        this.camel = camel;
    }

    /** @param brokers such as {@code 127.0.0.1:9092} */
    public static JournalRoute to(String brokers) throws Exception {
        String route = switchOn(Files.createTempDirectory("routes")).toString();
        String[] properties = settings(brokers).stream()
                .flatMap(setting -> Stream.of(setting.split("=", 2)))
                .toArray(String[]::new);
        return new JournalRoute(
                RoutesForTests.started(new String[] {"templates/journal-kafka.camel.yaml", route}, properties));
    }

    /** What the connection refers to; brokers that do not answer are given up sooner than in production. */
    public static List<String> settings(String brokers) {
        return List.of(
                "acme.kafka.brokers=" + brokers,
                "acme.kafka.topic=" + TOPIC,
                "acme.kafka.protocol=PLAINTEXT",
                "acme.kafka.connect-timeout=2000",
                "acme.kafka.timeout=4000");
    }

    /** Copies the connection into a folder, under the name that its id asks for. */
    public static Path switchOn(Path routes) throws IOException {
        return Files.copy(OFF, routes.resolve("journal-acme.camel.yaml"));
    }

    public OutletAdapter outlet() {
        return new OutletAdapter(camel.createProducerTemplate());
    }

    @Override
    public void close() throws Exception {
        camel.close();
    }
}
