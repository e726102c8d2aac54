package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.item;
import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.quarantined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarantined record is corrected as a piece of text, whatever its file is made of. */
class CorrectionTest {

    private static final String XLSX = """
            source: {format: xlsx, skipLines: 1}
            dates: dd/MM/yyyy
            context: {name: section, when: {column: C, in: [Section]}, set: {section: {column: N}}}
            totals: {name: total, when: {column: C, in: [Total]}, amount: A, sum: A}
            records:
              - kind: openItem
                debtor: {column: C}
                documentNo: {column: N}
                printedNo: {column: $section}
                type: {constant: OTHER}
                issueDate: {column: D}
                openAmount: {column: A, currency: {constant: EUR}}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_row_of_a_workbook_is_corrected_as_a_line_of_text() throws Exception {
        Mapping mapping = mapping(XLSX);
        Path file = Files.write(
                folder.resolve("a.xlsx"),
                new Workbook()
                        .row("Title")
                        .row("C", "N", "A", "D")
                        .row("Section", "North")
                        .row("007", 1041, "=1284.4999999999998", Workbook.date(46081))
                        .row("008", 1042, "12,5O", Workbook.date(46081))
                        .row("Total", null, "=1284.5")
                        .bytes());
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readFile(file, "a.xlsx", MappingForTests.SCOPE, outcomes::add);

        String raw = quarantined(outcomes.get(2)).raw();
        assertThat(raw).isEqualTo("[\"008\",1042,\"12,5O\",\"2026-02-28\"]");

        List<Outcome> corrected = correct(
                mapping,
                "a.xlsx",
                "[\"C\", \"N\", \"A\", \"D\"]\n[\"Section\", \"North\"]\n" + raw.replace("\"12,5O\"", "12.50"));
        assertThat(item(corrected.get(1)).debtor()).isEqualTo("008");
        assertThat(item(corrected.get(1)).documentNo()).isEqualTo("1042");
        assertThat(item(corrected.get(1)).printedNo()).isEqualTo("North");
        assertThat(item(corrected.get(1)).issueDate()).isEqualTo("2026-02-28");
        assertThat(item(corrected.get(1)).openAmount()).isEqualByComparingTo("12.50");
    }

    @Test
    void what_is_no_row_says_how_to_write_one() {
        assertThatThrownBy(() -> correct(mapping(XLSX), "a.xlsx", "C\tN\tA\tD\n008\t1042\t12,50\t28.02.2026\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("is no row of cells");
        assertThatThrownBy(() -> correct(mapping(XLSX), "a.xlsx", "[\"C\", \"N\", \"A\", \"D\"] [1]\n"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void no_number_becomes_inexact_and_no_text_a_number() throws Exception {
        assertThat(correct(
                        mapping(XLSX),
                        "a.xlsx",
                        "[\"C\",\"N\",\"A\",\"D\"]\n[\"x\",\"0012\",0.1000000000000000000001,\"01/02/2026\"]\n"
                                + "[\"x\",\"0012\",1e2,\"01/02/2026\"]\n"))
                .satisfiesExactly(
                        exact -> assertThat(quarantined(exact).problem().message())
                                .contains("more decimals"),
                        read -> {
                            assertThat(item(read).documentNo()).isEqualTo("0012");
                            assertThat(item(read).openAmount()).isEqualByComparingTo("100");
                            assertThat(item(read).issueDate()).isEqualTo("2026-02-01");
                        });
    }

    @Test
    void a_record_that_comes_alone_needs_no_total() throws Exception {
        assertThat(correct(
                        mapping(XLSX.replace("xlsx, skipLines: 1", "csv")), "a.csv", "C;N;A;D\nx;1;12.50;01/02/2026\n"))
                .singleElement()
                .satisfies(outcome -> assertThat(item(outcome).openAmount()).isEqualByComparingTo("12.50"));
    }

    @Test
    void a_record_of_a_file_in_an_archive_is_of_the_kind_that_the_archive_brought() throws Exception {
        Mapping mapping = mapping(
                XLSX.replace("xlsx, skipLines: 1", "csv").replace("kind: openItem", "kind: openItem\n    file: opos*"));

        assertThat(correct(mapping, "export.zip", "C;N;A;D\nx;1;12.50;01/02/2026\n"))
                .hasOnlyElementsOfType(Outcome.Mapped.class);
    }

    private List<Outcome> correct(Mapping mapping, String name, String text) throws IOException, Unreadable {
        List<Outcome> outcomes = new ArrayList<>();
        Path file = Files.writeString(folder.resolve("correction"), text);
        mapping.readCorrection(new InputFile(file, name), List.of(), "openItem", MappingForTests.SCOPE, outcomes::add);
        return outcomes;
    }
}
