package io.sollecito.intake;

import io.sollecito.ledger.connections.Connections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far each query of a connection has read: one text for all of them, as {@code kind=mark} lines. */
final class Watermarks {

    private static final String BEGINNING = "1970-01-01 00:00:00";

    private final Connections connections;
    private final String connection;

    Watermarks(Connections connections, String connection) {
        this.connections = connections;
        this.connection = connection;
    }

    String of(String kind) {
        return find(kind).orElse(BEGINNING);
    }

    Optional<String> find(String kind) {
        return Optional.ofNullable(all().get(kind));
    }

    void move(String kind, String mark) {
        Map<String, String> marks = all();
        marks.put(kind, mark);
        connections.moveWatermark(
                connection,
                marks.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private Map<String, String> all() {
        return connections
                .watermark(connection)
                .map(text -> text.lines()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new)))
                .orElseGet(TreeMap::new);
    }
}
