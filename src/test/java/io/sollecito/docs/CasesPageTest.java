package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CasesPageTest {

    private static final Path PAGE = Path.of("docs/cases.md");

    @Test
    void every_test_that_the_page_of_cases_names_exists() throws IOException {
        assertThat(NamedTests.existing()).containsAll(NamedTests.namedIn(Files.readString(PAGE)));
    }

    @Test
    void each_of_the_twenty_cases_has_a_test() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .toList();
        assertThat(rows)
                .extracting(row -> row.split(" ")[1])
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(rows).allSatisfy(row -> assertThat(NamedTests.namedIn(row)).isNotEmpty());
    }
}
