package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemindingPageTest {

    private static final Path FILE = Path.of("docs/reminding.md");
    private static final NumberedPage PAGE = new NumberedPage(FILE, 20);

    @Test
    void every_test_that_the_page_of_reminding_names_exists() throws IOException {
        PAGE.everyTestThatItNamesExists();
    }

    @Test
    void each_of_the_twenty_scenarios_has_a_test_of_its_number() throws IOException {
        PAGE.eachRowHasATest();
        for (int number = 1; number <= 20; number++) {
            String prefix = "scenario_" + number + "_";
            assertThat(rows())
                    .anyMatch(row -> NamedTests.namedIn(row).stream().anyMatch(name -> name.startsWith(prefix)));
        }
    }

    @Test
    void each_point_of_the_page_has_a_test() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(60)
                .allSatisfy(row -> assertThat(NamedTests.namedIn(row)).isNotEmpty());
    }

    /** Those of all tables, without their heads. */
    private static List<String> rows() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("| tests |"))
                .toList();
    }
}
