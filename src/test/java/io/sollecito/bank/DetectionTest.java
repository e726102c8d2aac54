package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample is recognised by its own reader from its content and by no other. */
class DetectionTest {

    @TempDir
    Path folder;

    static List<Path> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_recognised_by_its_own_reader_only(Path sample) throws IOException {
        byte[] content = Files.readAllBytes(sample);
        String own = Reading.format(Samples.format(sample)).name();

        assertThat(Reading.recognisers(content)).containsExactly(own);
        assertThat(Reading.recognisers("\uFEFF\r\n" + Samples.text(sample))).isSubsetOf(own);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_reads_without_a_problem_whatever_its_name(Path sample) throws IOException {
        Path nameless = Files.copy(sample, folder.resolve("x"));
        StatementFile file = StatementReader.read(nameless, "x");

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements()).isNotEmpty();
        assertThat(file.format()).startsWith(Samples.format(sample));
        assertThat(file.statements()).noneMatch(statement -> Boolean.FALSE.equals(statement.balanced()));
    }

    @Test
    void every_format_has_a_sample() {
        assertThat(samples().stream().map(Samples::format))
                .containsAll(StatementReader.formats().stream()
                        .filter(format -> !format.startsWith("qif-"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_moves_money_as_what_it_is(Path sample) {
        StatementKind kind = StatementKind.of(StatementReader.read(sample, "x").format());

        String name = Samples.format(sample) + "/" + sample.getFileName();
        if (name.matches("camt/camt052.*|mt942/.*")) {
            assertThat(kind).isEqualTo(StatementKind.INTERIM);
        } else if (name.matches("camt/camt054.*|(bgmax|ocr|v11)/.*")) {
            assertThat(kind).isEqualTo(StatementKind.DETAILS);
        } else {
            assertThat(kind).isEqualTo(StatementKind.CLOSED_DAY);
        }
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
        assertThat(Reading.recognisers(content)).isEmpty();
    }

    @Test
    void names_of_formats_are_unambiguous() {
        assertThat(StatementReader.formats()).doesNotHaveDuplicates();
    }
}
