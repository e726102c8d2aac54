package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.cli.Hub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says to try can be tried, and what it points to is there. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    /** Those on the shipped samples. */
    static List<String> calls() throws IOException {
        return Files.readAllLines(README).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("./hub ") && line.contains("samples/"))
                .toList();
    }

    @Test
    void the_bank_calls_and_the_plan_can_be_tried_on_samples() throws IOException {
        assertThat(calls()).extracting(call -> call.split(" ")[1]).contains("map", "statement", "match", "plan");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_on_samples_answers(String call) {
        String[] words = call.substring("./hub ".length()).split(" +");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = Hub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);

        // One row of the sample export is wrong on purpose.
        assertThat(status).as(err.toString()).isEqualTo(words[0].equals("map") ? 1 : 0);
        assertThat(out.toString()).isNotBlank();
    }

    @Test
    void the_open_items_to_try_with_are_those_of_the_sample_export() throws IOException {
        try (Stream<String> mapped = Files.lines(Path.of("samples/mappings/sap-fbl5n/expected.jsonl"))) {
            assertThat(Files.readAllLines(Path.of("samples/acme-it/open-items.jsonl")))
                    .isEqualTo(mapped.filter(line -> line.matches("\\{\"kind\":\"(creditor|debtor|openItem)\".*"))
                            .toList());
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(README), docs).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_is_linked_is_there(Path page) throws IOException {
        Matcher links = LINK.matcher(Files.readString(page));
        assertThat(links.results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @Test
    void every_page_and_every_template_is_named() throws IOException {
        String readme = Files.readString(README);
        assertThat(pages().stream().skip(1))
                .allSatisfy(page ->
                        assertThat(readme).contains("](" + page.toString().replace('\\', '/') + ")"));
        try (Stream<Path> templates = Files.list(Path.of("routes/templates"))) {
            assertThat(templates.map(file -> file.getFileName().toString().replace(".camel.yaml", "")))
                    .isNotEmpty()
                    .allSatisfy(template -> assertThat(readme).contains("`" + template + "`"));
        }
    }
}
