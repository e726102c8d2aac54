package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LawsPageTest {

    private static final Pattern NAMED = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+){2,})`");
    private static final Pattern METHOD = Pattern.compile("void ([a-z0-9_]+)\\(");

    @Test
    void every_test_that_the_page_of_laws_names_exists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .flatMap(file -> METHOD.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
        Set<String> named = NAMED.matcher(read(Path.of("docs/laws.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(tests).containsAll(named);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
