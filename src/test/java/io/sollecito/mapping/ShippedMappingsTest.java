package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.cli.MapCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every mapping of files that is shipped, on its sample; a new one needs only its folder below {@code samples/mappings}
 * (with more behind a point, as {@code sap-fbl5n.it}, when it has several).
 */
class ShippedMappingsTest {

    private static final Path SAMPLES = Path.of("samples/mappings");

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> !samples(folder).isEmpty()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void the_samples_become_what_is_expected(Path folder) throws IOException {
        StringWriter out = new StringWriter();
        String name = folder.getFileName().toString().replaceFirst("[.].*", "");
        List<String> call = new ArrayList<>(List.of(name, "--json", "--creditor", "ACME", "--source", name));
        samples(folder).forEach(sample -> call.add(1, sample));
        new CommandLine(new MapCommand(() -> Path.of("mappings")))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(call.toArray(String[]::new));

        assertThat(out.toString().lines().toList()).isEqualTo(Files.readAllLines(folder.resolve("expected.jsonl")));
    }

    /** In the order of their names, last first, because each is put before the others. */
    private static List<String> samples(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> SAMPLES.resolve(folder.getFileName()).resolve(file.getFileName()))
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> !file.matches(".*(/expected(-later)?[.]jsonl|[.]sql)"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
