package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.GERMAN;
import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingLoadTest {

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        List<Problem> problems = check("""
                source: {format: csv, charset: [utf-9], separatr: ";"}
                numbers: {decimal: ",", grouping: ","}
                dates: [dd/MM/yyyy, MM/dd/yyyy]
                records:
                  - kind: openItem
                    when: "row['Konto'] = '1'"
                    debtor: Konto
                    documentNo: {column: Beleg, pad: {left: "0"}}
                    type: {column: Art, map: {RV: INVOCE}}
                    issueDate: {column: Datum, pattern: dd.MM}
                    openAmount: {column: Betrag, sign: {column: S/H}}
                    printedNo: {column: Nr, extract: "(["}
                  - kind: debtor
                    debtor: {column: Konto}
                """);

        assertThat(problems)
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .satisfiesExactly(
                        at -> assertThat(at).isEqualTo("1:32 unknown charset 'utf-9'"),
                        at -> assertThat(at).isEqualTo("1:41 unknown key 'separatr'"),
                        at -> assertThat(at).startsWith("2:10 decimal and grouping"),
                        at -> assertThat(at).startsWith("3:8 'dd/MM/yyyy' and 'MM/dd/yyyy' read"),
                        at -> assertThat(at).startsWith("5:5 the mapping does not say whether"),
                        at -> assertThat(at).startsWith("6:11 is no condition in CEL"),
                        at -> assertThat(at).startsWith("7:13 'debtor' does not say where"),
                        at -> assertThat(at).startsWith("8:38 'pad' needs left or right, and to"),
                        at -> assertThat(at).startsWith("9:35 'INVOCE' is not one of ADVANCE"),
                        at -> assertThat(at).startsWith("10:41 'dd.MM' is no date pattern"),
                        at -> assertThat(at).startsWith("11:17 'openAmount' has no currency"),
                        at -> assertThat(at).startsWith("11:40 'sign' needs column and negative"),
                        at -> assertThat(at).startsWith("12:38 'extract' is no regular expression"),
                        at -> assertThat(at).startsWith("13:5 field 'name' is missing"));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.file()).endsWith("broken.yaml");
            assertThat(problem.excerpt()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Art, map: {RV: INVOICE | Art, otherwise: quarantine, x: {RV: INVOICE | unknown key 'x'",
                "{same: openAmount} | {same: originalAmount} | goes round in a circle",
                "{same: openAmount} | {same: dueDate} | names no field of this record with the same kind",
                "{column: Datum} | {column: Datum, optional: true, default: 2026-01-01} | never stands in for a missing column",
                "{column: Datum} | {column: Datum, constant: 2026-01-01} | does not say where its value comes from",
                "{column: Datum} | {constant: 01.02.2026} | is no date",
                "documentNo: {column: Beleg} | printedNo: {column: Beleg} | field 'documentNo' is missing",
                "Währung, sign | {constant: EURO}, sign | 'EURO' is not an ISO 4217 currency",
                "negative: [H] | negative: [H], positive: [H] | both negative and positive",
                "header: true | header: false | 'header' must be true or the list of column names",
                "header: true | skipLines: -1 | 'skipLines' must be a whole number",
                "kind: openItem | kind: invoice | kind: openItem or kind: debtor",
                "format: csv | format: excel | must say its format",
                "dates: | datum: | unknown key 'datum'",
                "{column: Beleg} | {colum: Beleg} | unknown key 'colum'",
                "originalAmount: {same: openAmount} | holds: [{column: S/H, map: {H: blocked}}] | 'blocked' is not one of assigned",
                "{column: Beleg} | {column: Beleg, otherwise: x} | belongs to 'map' or 'extract'",
                "format: csv, charset: [utf-8, windows-1252], separator: \";\", header: true | format: sql | needs a query",
                "kind: openItem | query: select | a record set needs kind",
            })
    void each_mistake_is_named(String right, String wrong, String message) {
        assertThat(GERMAN).contains(right.strip());
        assertThat(check(GERMAN.replace(right.strip(), wrong.strip())))
                .extracting(Problem::message)
                .anySatisfy(found -> assertThat(found).contains(message.strip()));
    }

    @Test
    void a_broken_mapping_is_not_loaded_and_no_file_is_a_problem_too() {
        assertThatThrownBy(() -> mapping("source: {}")).isInstanceOf(ProblemsFound.class);
        assertThat(Mapping.check(Path.of("no-such-file.yaml"))).hasSize(1);
    }

    @Test
    void files_are_chosen_by_name_and_may_say_their_date() throws Unreadable {
        Mapping chosen = mapping(GERMAN.replace("kind: openItem", "kind: openItem\n    file: \"*opos*.csv\"")
                .replace("header: true", "header: true, asOf: {fileName: '.*_([0-9]{8})\\.csv', pattern: yyyyMMdd}"));

        assertThat(chosen.recordSetsFor("FBL5N_OPOS_20260302.CSV")).hasSize(1);
        assertThat(chosen.recordSetsFor("FBL5N_DEB_20260302.csv")).isEmpty();
        assertThat(MappingForTests.asOfName(chosen, "FBL5N_OPOS_20260302.csv"))
                .contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(MappingForTests.asOfName(chosen, "FBL5N_OPOS_20260230.csv")).isEmpty();
        assertThat(MappingForTests.asOfName(chosen, "x.csv")).isEmpty();
    }

    @Test
    void the_parameters_of_a_query_are_known() {
        assertThat(QueryParameters.of(
                        "select ':no', a::text -- :neither\nfrom t where b > :watermark and c = :company"))
                .containsExactly("watermark", "company");
    }

    @Test
    void a_query_with_a_watermark_names_its_column() {
        assertThat(check("""
                source: {format: sql}
                delivers: delta
                records:
                  - kind: debtor
                    query: select * from partner where changed > :watermark
                    debtor: {column: id}
                    name: {column: name}
                """))
                .extracting(Problem::message)
                .containsExactly("the query asks for :watermark, but 'source' names no watermark column");
    }

    private static List<Problem> check(String yaml) {
        return Mapping.check(MappingForTests.write("broken.yaml", yaml, StandardCharsets.UTF_8));
    }
}
