package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.GERMAN;
import static io.sollecito.mapping.MappingForTests.HEADER;
import static io.sollecito.mapping.MappingForTests.item;
import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.quarantined;
import static io.sollecito.mapping.MappingForTests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.DocumentType;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReadingTest {

    private static final String GOOD = "4711;1800000123;RV;15.01.2026;14.02.2026;1.190,00;EUR;S\n";
    private final Mapping mapping = mapping(GERMAN);

    @Test
    void a_record_becomes_an_open_item() throws Unreadable {
        var item = item(read(mapping, HEADER + GOOD).get(0));

        assertThat(item.debtor()).isEqualTo("0000004711");
        assertThat(item.type()).isEqualTo(DocumentType.INVOICE);
        assertThat(item.dueDate()).isEqualTo("2026-02-14");
        assertThat(item.openAmount()).isEqualByComparingTo("1190.00");
        assertThat(item.originalAmount()).isEqualByComparingTo("1190.00");
        assertThat(item.itemKey()).isEqualTo("0000004711/1800000123/INVOICE/2026-01-15/1");
        assertThat(item.line()).isEqualTo(2);
    }

    @Test
    void the_first_charset_that_reads_every_byte_is_taken_and_a_byte_order_mark_is_no_caption() throws Unreadable {
        assertThat(read(mapping, HEADER + GOOD, Charset.forName("windows-1252")))
                .hasOnlyElementsOfType(Outcome.Mapped.class);
        assertThat(read(mapping, "\ufeff" + HEADER + GOOD)).hasOnlyElementsOfType(Outcome.Mapped.class);
        Mapping ascii = mapping(GERMAN.replace("[utf-8, windows-1252]", "us-ascii"));
        assertThatThrownBy(() -> read(ascii, HEADER + GOOD))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("none of the charsets US-ASCII");
    }

    @Test
    void the_indicator_gives_the_sign_and_a_contradiction_is_quarantined() throws Unreadable {
        List<Outcome> outcomes = read(
                mapping,
                HEADER
                        + "1;1;DG;15.01.2026;;119,00;EUR;H\n"
                        + "1;2;DG;15.01.2026;;-119,00;EUR;H\n"
                        + "1;3;DG;15.01.2026;;119,00-;EUR;H\n"
                        + "1;4;DG;15.01.2026;;-119,00;EUR;S\n"
                        + "1;5;DG;15.01.2026;;119,00;EUR;\n");

        assertThat(outcomes.subList(0, 3))
                .allSatisfy(outcome -> assertThat(item(outcome).openAmount()).isEqualByComparingTo("-119.00"));
        assertThat(quarantined(outcomes.get(3)).problem().message()).contains("sign indicator says positive");
        assertThat(quarantined(outcomes.get(4)).problem().message()).contains("is blank");
    }

    @Test
    void a_cell_that_is_not_understood_is_quarantined_with_its_place_value_and_key() throws Unreadable {
        var broken = quarantined(read(mapping, HEADER + GOOD + "4711;77;RV;15.01.2026;30.02.2026;1,00;EUR;S\n")
                .get(1));

        assertThat(broken.line()).isEqualTo(3);
        assertThat(broken.problem().column()).isEqualTo(23);
        assertThat(broken.field()).isEqualTo("dueDate");
        assertThat(broken.value()).isEqualTo("30.02.2026");
        assertThat(broken.itemKey()).isEqualTo("0000004711/77/INVOICE/2026-01-15/1");
        assertThat(broken.raw()).isEqualTo("4711;77;RV;15.01.2026;30.02.2026;1,00;EUR;S");
        assertThat(broken.problem().message()).contains("Fällig").contains("is no day that exists");
    }

    @Test
    void no_half_understood_amount_enters() throws Unreadable {
        for (String amount :
                List.of("1.2.3", "1.23", "1190,0", "1,190", "1 190,00", "12a", "--1", "1-", "", ",", "1e3", "٣")) {
            Outcome outcome = read(mapping, HEADER + "1;1;RV;15.01.2026;;" + amount + ";JPY;S\n")
                    .get(0);
            assertThat(outcome).as(amount).isInstanceOf(Outcome.Quarantined.class);
        }
        for (String currency : List.of("EURO", "", "XXX", "eur")) {
            Outcome outcome = read(mapping, HEADER + "1;1;RV;15.01.2026;;1,00;" + currency + ";S\n")
                    .get(0);
            assertThat(outcome).as(currency).isInstanceOf(Outcome.Quarantined.class);
        }
    }

    @Test
    void a_key_that_cannot_be_read_is_not_invented() throws Unreadable {
        List<Outcome> outcomes = read(
                mapping,
                HEADER
                        + "1;1;RV;99.99.2026;;1,00;EUR;S\n"
                        + "1;1;RV;15.01.2026\n"
                        + "1;1;RV;15.01.2026;;1,00;EUR;S;more\n"
                        + "1;\u0000;RV;15.01.2026;;1,00;EUR;S\n");

        assertThat(outcomes)
                .hasSize(4)
                .allSatisfy(
                        outcome -> assertThat(quarantined(outcome).itemKey()).isNull());
        assertThat(quarantined(outcomes.get(1)).problem().message())
                .contains("4 cells")
                .contains("8");
        assertThat(quarantined(outcomes.get(3)).raw()).doesNotContain("\u0000");
    }

    @Test
    void quoted_cells_keep_separators_and_line_breaks_and_lines_are_physical() throws Unreadable {
        List<Outcome> outcomes = read(
                mapping,
                HEADER.replace("\n", "\r\n")
                        + "1;\"A;1\";RV;15.01.2026;;\"1.000,00\";EUR;S\r\n"
                        + "1;\"A\r\n2\";RV;15.01.2026;;1,00;EUR;S\r\n"
                        + "\r\n"
                        + "1;\"A\"3;RV;15.01.2026;;1,00;EUR;S\r\n"
                        + "1;4;RV;15.01.2026;;1,00;EUR;S\r\n");

        assertThat(item(outcomes.get(0)).documentNo()).isEqualTo("A;1");
        assertThat(quarantined(outcomes.get(1)).raw()).isEqualTo("1;\"A\r\n2\";RV;15.01.2026;;1,00;EUR;S");
        assertThat(quarantined(outcomes.get(2)).line()).isEqualTo(6);
        assertThat(quarantined(outcomes.get(2)).problem().message()).contains("after its closing quote");
        assertThat(quarantined(outcomes.get(2)).problem().column()).isEqualTo(3);
        assertThat(item(outcomes.get(3)).line()).isEqualTo(7);
    }

    @Test
    void a_file_that_is_cut_off_inside_a_cell_is_unreadable() {
        assertThatThrownBy(() -> read(mapping, HEADER + GOOD + "1;\"A1;RV"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("cut off")
                .hasMessageContaining("items.csv:3");
    }

    @Test
    void missing_columns_are_named_with_the_columns_found() {
        assertThatThrownBy(() -> read(mapping, "Konto;Beleg;Art;Datum;Wann;Betrag;S/H\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(
                        "'Fällig' or 'Net due date' (line 10 of test.yaml), 'Währung' (line 11 of test.yaml)")
                .hasMessageContaining("'Wann'");
        assertThatThrownBy(() -> read(mapping, ""))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> read(mapping, HEADER.replace("Art", "Beleg;Art")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("two columns 'Beleg'");
    }

    @Test
    void filters_have_names_run_first_and_carry_the_key() throws Unreadable {
        Mapping filtering = mapping(GERMAN + """
                    when: "row['Konto'].matches('^[0-9]+$')"
                    filter:
                      other-currency: {column: Währung, notIn: [EUR, ""]}
                      subtotal: "row['Konto'].startsWith('*')"
                """);
        List<Outcome> outcomes = read(
                filtering,
                HEADER
                        + "*;Summe;;;;broken;EUR;\n"
                        + "*;Summe\n"
                        + "x;1;RV;15.01.2026;;1,00;EUR;S\n"
                        + ";;;;;;;\n"
                        + HEADER
                        + "7;1;RV;15.01.2026;;1,00;USD;S\n"
                        + GOOD);

        assertThat(outcomes.subList(0, 6))
                .extracting(outcome -> ((Outcome.Filtered) outcome).filter())
                .containsExactly("subtotal", "subtotal", "when", "blank", "repeated-header", "other-currency");
        assertThat(((Outcome.Filtered) outcomes.get(5)).itemKey()).isEqualTo("0000000007/1/INVOICE/2026-01-15/1");
        assertThat(outcomes.get(6)).isInstanceOf(Outcome.Mapped.class);
    }

    @Test
    void an_overlong_cell_is_quarantined_and_the_next_record_goes_on() throws Unreadable {
        List<Outcome> outcomes =
                read(mapping, HEADER + "1;" + "9".repeat(70_000) + ";RV;15.01.2026;;1,00;EUR;S\n" + GOOD);

        assertThat(quarantined(outcomes.get(0)).problem().message()).contains("65536");
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Mapped.class);
    }

    @Test
    void lines_before_the_header_are_skipped_and_counted() throws Unreadable {
        Mapping skipping = mapping(GERMAN.replace("header: true", "header: true, skipLines: 2"));

        assertThat(read(skipping, "Liste\n\n" + HEADER + GOOD).get(0).line()).isEqualTo(4);
    }

    @Test
    void files_without_a_header_take_their_captions_from_the_mapping() throws Unreadable {
        Mapping positional = mapping(
                GERMAN.replace("header: true", "header: [Konto, Beleg, Art, Datum, Fällig, Betrag, Währung, S/H]"));

        assertThat(item(read(positional, GOOD).get(0)).line()).isEqualTo(1);
    }

    @Test
    void a_quote_that_swallows_the_rest_of_a_large_file_is_noticed() {
        assertThatThrownBy(() -> read(mapping, HEADER + "1;\"A" + GOOD.repeat(40_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("more than 1048576 characters");
    }

    @Test
    void one_row_may_make_a_debtor_and_an_item_and_counts_once_by_its_worst_result() throws Unreadable {
        Mapping both = mapping(GERMAN + """
                  - kind: debtor
                    filter: {no-name: {column: Name, blank: true}}
                    debtor: {column: Konto}
                    name: {column: Name}
                """);
        List<Outcome> outcomes = read(
                both,
                HEADER.replace("S/H", "S/H;Name")
                        + GOOD.replace("S\n", "S;Rossi\n")
                        + GOOD.replace("S\n", "S;\n")
                        + GOOD.replace("EUR;S\n", "EUX;S;Rossi\n"));

        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.subList(0, 3))
                .extracting(outcome -> ((Outcome.Mapped) outcome).first())
                .containsExactly(true, false, true);
        assertThat(quarantined(outcomes.get(3)).field()).isEqualTo("openAmount");
    }

    @Test
    void a_condition_may_look_at_any_column() throws Unreadable {
        Mapping any = mapping(GERMAN + "    filter: {test: \"row.Text == 'TEST'\"}\n");

        List<Outcome> outcomes = read(
                any, HEADER.replace("S/H", "S/H;Text") + GOOD.replace("S\n", "S;TEST\n") + GOOD.replace("S\n", "S;\n"));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Filtered.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Mapped.class);
    }

    @Test
    void a_record_after_many_others_is_still_shown_as_it_stands_in_the_file() throws Unreadable {
        List<Outcome> outcomes = read(mapping, HEADER + GOOD.repeat(5_000) + GOOD.replace("1.190", "1.19O") + GOOD);

        var broken = quarantined(outcomes.get(5_000));
        assertThat(broken.line()).isEqualTo(5_002);
        assertThat(broken.raw() + "\n").isEqualTo(GOOD.replace("1.190", "1.19O"));
    }
}
