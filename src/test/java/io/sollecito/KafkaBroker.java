package io.sollecito;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker in this process, on one port and folder however often it is stopped and started. */
public final class KafkaBroker implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final int port;
    private final Properties settings;
    private KafkaRaftServer server;

    /** @param folder for its log; made if missing */
    public KafkaBroker(Path folder) throws IOException {
        int[] ports = freePorts();
        port = ports[0];
        settings = settings(port, ports[1], folder);
        Path file = Files.createDirectories(folder).resolveSibling(folder.getFileName() + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        String[] format = {"format", "--cluster-id", "MkU3OEVBNTcwNTJENDM2Qg", "--config", file.toString()};
        if (StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream())) != 0) {
            throw new IOException(folder + " could not be formatted");
        }
    }

    public KafkaBroker start() {
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return this;
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    /** As the route's parameter {@code brokers} wants it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Everything in a topic; of one key in the order in which it came. */
    public List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> client = Map.of("bootstrap.servers", address(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            long waiting = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (records.size() < waiting) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        if (server != null) {
            stop();
        }
    }

    private static Properties settings(int port, int controllerPort, Path folder) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "log.dirs",
                folder.toString(),
                "num.partitions",
                Integer.toString(PARTITIONS),
                "offsets.topic.replication.factor",
                "1"));
        return settings;
    }

    private static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }
}
