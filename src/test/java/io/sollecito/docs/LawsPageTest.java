package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LawsPageTest {

    @Test
    void every_test_that_the_page_of_laws_names_exists() throws IOException {
        Set<String> named = NamedTests.namedIn(Files.readString(Path.of("docs/laws.md")));

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(NamedTests.existing()).containsAll(named);
    }
}
