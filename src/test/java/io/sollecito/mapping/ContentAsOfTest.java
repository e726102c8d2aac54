package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The moment of an export's facts, as the file itself tells it. */
class ContentAsOfTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final String ITEM = """
            records:
              - kind: openItem
                debtor: {column: C}
                documentNo: {column: N}
                type: {constant: OTHER}
                issueDate: {constant: 2026-01-01}
                openAmount: {column: A, currency: {constant: EUR}}
            """;
    private static final String LIST = """
            source:
              format: list
              header: find
              variables: [{name: stand, extract: ".*Stand per ([0-9.]+).*"}]
              asOf: {column: $stand, pattern: dd.MM.yyyy}
            """ + ITEM;
    private static final String RECORD_TYPES = """
            source: {format: csv, header: [C, N, A], asOf: {column: $written, pattern: "dd.MM.yyyy HH:mm"}}
            context:
              - {name: head, when: {column: C, in: [HEAD]}, set: {written: {column: N}}}
            """ + ITEM;

    @TempDir
    private Path folder;

    @Test
    void the_head_of_a_printed_list_tells_the_day_whichever_line_it_stands_in() throws Exception {
        Mapping mapping = mapping(LIST);
        String list =
                "Kundenliste\nBuchungskreis 1000\n\nOffene Posten   Stand per 02.03.2026   Seite 1\n---\n|C|N|A|\n|x|1|5|\n";

        assertThat(asOf(mapping, "a.txt", list)).contains(Instant.parse("2026-03-01T23:00:00Z"));
    }

    @Test
    void a_cell_of_the_first_line_tells_it_to_the_millisecond() throws Exception {
        Mapping mapping = mapping("""
                source:
                  format: csv
                  skipLines: 1
                  variables: [{name: created, line: 1, cell: 3}]
                  asOf: {column: $created, pattern: yyyyMMddHHmmssSSS}
                """ + ITEM);

        assertThat(asOf(mapping, "a.csv", "EXTF;700;20260303101500250\nC;N;A\nx;1;5\n"))
                .contains(Instant.parse("2026-03-03T09:15:00.250Z"));
    }

    @Test
    void a_head_record_tells_it() throws Exception {
        assertThat(asOf(mapping(RECORD_TYPES), "a.csv", "HEAD;02.03.2026 18:30;\nx;1;5\n"))
                .contains(Instant.parse("2026-03-02T17:30:00Z"));
    }

    @Test
    void a_date_cell_of_excel_needs_no_pattern() throws Exception {
        Mapping mapping = mapping("""
                source: {format: xlsx, header: [C, N, A], asOf: {column: $day}}
                context: [{name: head, when: {column: C, in: [HEAD]}, set: {day: {column: N}}}]
                """ + ITEM);
        byte[] sheet = new Workbook()
                .row("HEAD", Workbook.date(46083), null)
                .row("x", "1", 5)
                .bytes();

        assertThat(mapping.asOf(Files.write(folder.resolve("a.xlsx"), sheet), "a.xlsx", ROME))
                .contains(Instant.parse("2026-03-01T23:00:00Z"));
    }

    @Test
    void documents_tell_it_in_an_element_an_attribute_or_a_member_before_or_after_their_records() throws Exception {
        Mapping element = mapping("source: {format: xml, record: /R/D, asOf: {column: /R/Head/At}}\n" + ITEM);
        Mapping attribute = mapping("source: {format: xml, record: /R/D, asOf: {column: /R/@at}}\n" + ITEM);
        Mapping member = mapping("source: {format: json, record: /D, asOf: {column: /at, pattern: iso}}\n" + ITEM);
        Instant at = Instant.parse("2026-03-02T17:30:00Z");

        assertThat(asOf(element, "a.xml", "<R><D/><Head><At>2026-03-02T17:30:00Z</At></Head></R>"))
                .contains(at);
        assertThat(asOf(attribute, "a.xml", "<R at='2026-03-02T18:30:00+01:00'/>"))
                .contains(at);
        assertThat(asOf(member, "a.json", "{\"D\":[],\"at\":\"2026-03-02 18:30:00\"}"))
                .contains(at);
    }

    @Test
    void of_an_archive_the_earliest_counts() throws Exception {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : Map.of(
                            "a.csv", "HEAD;03.03.2026 00:00;\n", "b.csv", "HEAD;02.03.2026 00:00;\n")
                    .entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(mapping(RECORD_TYPES).asOf(zip, "a.zip", ROME)).contains(Instant.parse("2026-03-01T23:00:00Z"));
    }

    @Test
    void a_file_that_does_not_tell_it_is_unreadable() {
        unreadable(mapping(RECORD_TYPES), "x;1;5\n", "does not say what moment its facts are of: $written is blank");
        unreadable(mapping(RECORD_TYPES), "HEAD;;\nx;1;5\n", "$written is blank");
        unreadable(mapping(RECORD_TYPES), "HEAD;30.02.2026 10:00;\n", "'30.02.2026 10:00' is not written as");
        unreadable(mapping(RECORD_TYPES), "HEAD;02.03.9999 10:00;\n", "'02.03.9999 10:00' is not written as");
        unreadable(mapping(RECORD_TYPES), "x;1;5\n".repeat(2000) + "HEAD;02.03.2026 10:00;\n", "$written is blank");
        unreadable(mapping(LIST), "|C|N|A|\n|x|1|5|\n", "none of its first 100 lines");
    }

    @Test
    void a_mapping_says_either_where_in_the_file_or_what_of_its_name() {
        wrong("asOf: {column: $written, fileName: '(.*)', pattern: yyyyMMdd}", "either fileName or column");
        wrong("asOf: {pattern: yyyyMMdd}", "either fileName or column");
        wrong("asOf: {column: $unknown}", "no variable or context gives '$unknown'");
        wrong("asOf: {column: N}", "no variable or context gives 'N'");
        assertThatThrownBy(() -> mapping("source: {format: xml, record: /R/D, asOf: {column: At}}\n" + ITEM))
                .hasMessageContaining("must lead from the document");
        assertThatThrownBy(
                        () -> mapping("source: {format: xml, record: /R/D, asOf: {column: \"/R/D[C='x']\"}}\n" + ITEM))
                .hasMessageContaining("must lead from the document");
        assertThatThrownBy(() -> mapping("source: {format: csv, variables: [{name: stand}]}\n" + ITEM))
                .hasMessageContaining("a variable needs name, and line or extract");
    }

    private static void wrong(String asOf, String message) {
        assertThatThrownBy(() -> mapping("source: {format: csv, " + asOf + "}\n" + ITEM))
                .hasMessageContaining(message);
    }

    private void unreadable(Mapping mapping, String text, String message) {
        assertThatThrownBy(() -> asOf(mapping, "a.csv", text))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message);
    }

    private Optional<Instant> asOf(Mapping mapping, String name, String text) throws IOException, Unreadable {
        return mapping.asOf(Files.writeString(folder.resolve(name), text), name, ROME);
    }
}
