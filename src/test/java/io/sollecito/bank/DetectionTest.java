package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of every format, in a folder of its name: each is recognised by its own reader from its content and by no other. */
class DetectionTest {

    private static final int BEGINNING = 16 * 1024;
    private static final List<StatementFormat> FORMATS = ServiceLoader.load(StatementFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    @TempDir
    Path folder;

    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path all = Path.of(DetectionTest.class.getResource("/bank/samples").toURI());
        try (Stream<Path> files = Files.walk(all)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_recognised_by_its_own_reader_only(Path sample) throws IOException {
        byte[] content = Files.readAllBytes(sample);
        byte[] beginning = Arrays.copyOf(content, Math.min(BEGINNING, content.length));
        String format = sample.getParent().getFileName().toString();

        assertThat(recognisers(beginning))
                .singleElement()
                .satisfies(reader -> assertThat(reader.names()).contains(format));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_reads_without_a_problem_whatever_its_name(Path sample) throws IOException {
        Path nameless = Files.copy(sample, folder.resolve("x"));
        StatementFile file = StatementReader.read(nameless, "x");

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).isNotEmpty();
        assertThat(file.format()).startsWith(sample.getParent().getFileName().toString());
        assertThat(file.statements()).noneMatch(statement -> Boolean.FALSE.equals(statement.balanced()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html><body>:20: and :25: and OFX</body></html>",
                "Datum;Betrag;Text\n18.02.2026;100,00;Rechnung 1042\n",
                "{\"statements\":[]}",
                "ISA*00*          *00*",
                "UNB+UNOC:3+SENDER+RECEIVER+260218:1530+1'",
                "%PDF-1.7",
                "BEGIN:VCALENDAR\n"
            })
    void what_is_no_statement_is_recognised_by_none(String content) {
        assertThat(recognisers(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void names_of_formats_are_unambiguous() {
        assertThat(StatementReader.formats()).doesNotHaveDuplicates();
    }

    private static List<StatementFormat> recognisers(byte[] beginning) {
        return FORMATS.stream().filter(format -> format.recognises(beginning)).toList();
    }
}
