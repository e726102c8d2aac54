package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.LedgerForTests;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.RecordSet;
import io.sollecito.mapping.RepeatedKeys;
import io.sollecito.mapping.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every mapping of a database that has a folder below {@code samples/mappings} with the system's tables. The first lines of
 * {@code schema.sql} name the databases that the queries must run on and the connection's company. After {@code later.sql} the
 * same connection polls once more, from the watermark that it has reached.
 */
class DatabaseMappingsTest {

    private static final Path SAMPLES = Path.of("samples/mappings");
    private static final String BEGINNING = "1970-01-01 00:00:00";

    /** One folder on one kind of database. */
    record Sample(Path folder, String database) {
        String name() {
            return folder.getFileName().toString();
        }

        String file(String name) {
            try {
                return Files.readString(folder.resolve(name));
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        boolean has(String name) {
            return Files.exists(folder.resolve(name));
        }

        @Override
        public String toString() {
            return name() + " on " + database;
        }
    }

    static List<Sample> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("schema.sql")))
                    .sorted()
                    .flatMap(folder -> Arrays.stream(said(new Sample(folder, "?").file("schema.sql"), "databases")
                                    .split(", "))
                            .map(database -> new Sample(folder, database)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_tables_become_what_is_expected(Sample sample) {
        Connection connection = new Connection(sample);
        connection.run("schema.sql");
        connection.run("rows.sql");
        assertThat(connection.poll()).isEqualTo(sample.file("expected.jsonl"));
        if (sample.has("later.sql")) {
            connection.run("later.sql");
            assertThat(connection.poll()).isEqualTo(sample.file("expected-later.jsonl"));
        }
    }

    /** Else the nightly list would close what is open, or ask people about what is not known. */
    @ParameterizedTest
    @MethodSource("samples")
    void the_keys_of_all_that_is_open_are_those_of_the_open_items(Sample sample) throws IOException {
        List<String> open = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (String line : sample.file("expected.jsonl").lines().toList()) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.path("kind").asText().equals("openItem")
                    && new BigDecimal(record.path("openAmount").asText()).signum() != 0) {
                open.add(record.path("itemKey").asText());
            } else if (record.path("kind").asText().equals("openItemKey")) {
                keys.add(record.path("itemKey").asText());
            }
        }
        boolean asked = Mapping.load(Path.of("mappings", sample.name() + ".yaml")).recordSets().stream()
                .anyMatch(set -> set.kind().equals(RecordSet.KEYS));
        assertThat(keys).containsExactlyInAnyOrderElementsOf(asked ? open : List.of());
    }

    private static String said(String schema, String what) {
        return schema.lines()
                .filter(line -> line.startsWith("-- " + what + ": "))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .findFirst()
                .orElse(null);
    }

    /** What a route does with the mapping's queries. */
    static final class Connection {

        private final Sample sample;
        private final Mapping mapping;
        private final JdbcClient sql;
        private final Map<String, Object> marks = new HashMap<>();

        Connection(Sample sample) {
            this.sample = sample;
            this.mapping = Mapping.load(Path.of("mappings", sample.name() + ".yaml"));
            this.sql = JdbcClient.create(database(sample.database()));
        }

        void run(String script) {
            sql.sql(sample.file(script)).update();
        }

        String poll() {
            StringWriter printed = new StringWriter();
            MapReport report = MapReport.json(new PrintWriter(printed));
            for (RecordSet set : mapping.recordSets()) {
                List<Map<String, Object>> rows = ask(set);
                RepeatedKeys keys = new RepeatedKeys(mapping.name(), List.of(set));
                Scope scope = new Scope("ACME", mapping.name());
                mapping.readRows(set.kind(), rows.iterator(), scope, keys::note);
                mapping.readRows(set.kind(), rows.iterator(), scope, outcome -> keys.judge(outcome, report::take));
            }
            report.finish();
            return printed.toString().replace(System.lineSeparator(), "\n");
        }

        private List<Map<String, Object>> ask(RecordSet set) {
            String company = said(sample.file("schema.sql"), "company");
            List<Map<String, Object>> rows = sql
                    .sql(set.camelQuery(company).replace(":?", ":"))
                    .param("watermark", Objects.toString(marks.get(set.kind()), BEGINNING))
                    .param("company", company)
                    .query()
                    .listOfRows()
                    .stream()
                    .map(Connection::inLowerCase)
                    .toList();
            if (set.watermark() != null) {
                rows.stream()
                        .map(row -> row.get(set.watermark()))
                        .filter(Objects::nonNull)
                        .forEach(mark -> marks.merge(set.kind(), mark, Connection::greater));
            }
            return rows;
        }

        /** Databases write the labels in their own case, and messages quote them. */
        private static Map<String, Object> inLowerCase(Map<String, Object> row) {
            Map<String, Object> lower = new LinkedHashMap<>();
            row.forEach((label, value) -> lower.put(label.toLowerCase(Locale.ROOT), value));
            return lower;
        }

        @SuppressWarnings("unchecked")
        private static Object greater(Object one, Object other) {
            return ((Comparable<Object>) one).compareTo(other) < 0 ? other : one;
        }

        private static DataSource database(String kind) {
            String mode = switch (kind) {
                case "postgresql" -> null;
                case "mssql" -> "MSSQLServer";
                case "oracle" -> "Oracle";
                case "mysql" -> "MySQL";
                default -> throw new IllegalArgumentException(kind);
            };
            return mode == null
                    ? LedgerForTests.postgresDataSource()
                    : JdbcConnectionPool.create(
                            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=" + mode, "sa", "");
        }
    }
}
