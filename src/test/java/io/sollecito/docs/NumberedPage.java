package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A page whose table numbers what must hold, each row with the tests that try it. */
record NumberedPage(Path page, int rows) {

    void everyTestThatItNamesExists() throws IOException {
        assertThat(NamedTests.existing()).containsAll(NamedTests.namedIn(Files.readString(page)));
    }

    void eachRowHasATest() throws IOException {
        List<String> found = Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .toList();
        assertThat(found)
                .extracting(row -> row.split(" ")[1])
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rows)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(found).allSatisfy(row -> assertThat(NamedTests.namedIn(row)).isNotEmpty());
    }
}
