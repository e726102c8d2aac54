package io.sollecito.reminders.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesFileTest {

    @Test
    void the_shipped_file_has_the_countries_that_it_should() {
        ChargeRules rules = ChargeRules.load(Path.of("reminders"));

        assertThat(List.of("IT", "FR", "DE", "CH", "GB"))
                .allSatisfy(country -> assertThat(rules.of(country)).isPresent());
        assertThat(rules.of("SE")).isEmpty();
        assertThat(ChargeRules.check(Path.of("reminders"))).isEmpty();
    }

    @Test
    void a_house_without_the_file_knows_no_law(@TempDir Path reminders) {
        assertThat(ChargeRules.load(reminders)).isSameAs(ChargeRules.NONE);
    }

    @Test
    void a_file_with_a_mistake_is_not_used() {
        assertThatThrownBy(() -> ChargeRules.read(Yaml.parse(
                        "rates.yaml",
                        "rates: {ecb: {2026-01: 2.15, 2026-01: 2.50}}\ncountries: {IT: {business: {costs: true}}}")))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("rates.yaml:1:30: key '2026-01' stands twice");
    }

    @Test
    void the_schema_knows_the_keys_and_words_of_the_reader() throws IOException {
        JsonNode schema;
        try (InputStream in = ChargeRules.class.getResourceAsStream("/schema/rates.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        JsonNode law = schema.at("/$defs/class/properties");

        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(RatesFile.KEYS);
        assertThat(names(schema.at("/properties/countries/additionalProperties/properties")))
                .containsExactlyInAnyOrderElementsOf(RatesFile.CLASSES);
        assertThat(names(law)).containsExactlyInAnyOrderElementsOf(RatesFile.CLASS_KEYS);
        assertThat(names(law.at("/interest/properties"))).containsExactlyInAnyOrderElementsOf(LawReader.INTEREST_KEYS);
        assertThat(texts(law.at("/interest/properties/halfYear/enum"))).isEqualTo(LawReader.HALF_YEARS);
        assertThat(texts(law.at("/interest/properties/days/enum"))).containsAll(LawReader.DAYS);
        assertThat(texts(law.at("/interest/properties/rounding/enum"))).isEqualTo(LawReader.ROUNDINGS);
        assertThat(names(law.at("/compensation/properties")))
                .containsExactlyInAnyOrderElementsOf(LawReader.COMPENSATION_KEYS);
        assertThat(texts(law.at("/compensation/properties/per/enum"))).isEqualTo(LawReader.PER);
        assertThat(schema.at("/$defs/start/pattern").asText()).isEqualTo("^(" + Start.PATTERN + ")$");
        assertThat(schema.at("/properties/rates/additionalProperties/propertyNames/pattern")
                        .asText())
                .isEqualTo("^" + HalfYear.PATTERN + "$");
    }

    /** Every mistake of a file is told at once, each at its place. */
    @Test
    void every_mistake_is_told_with_its_place() {
        String file = """
                laws: {}
                rates:
                  ecb: {2026-01: 2.15, 2026-02: 2.50, 2026-07: two}
                  snb: none
                countries:
                  Italy: {}
                  CH: none
                  GB:
                    public: {}
                    business: none
                  IT:
                    business:
                      fines: {}
                      interest: 8
                      compensation: 40
                      agreed: perhaps
                      costs: perhaps
                    consumer:
                      interest: {rate: 5.00, points: 4.00}
                      compensation: {per: invoice}
                  DE:
                    business:
                      interest: {over: eco, points: 9.00, halfYear: any, days: 364, from: [due, delivery], rounding: down, floor: 1}
                      compensation: {amounts: {EURO: 40.00, EUR: {0: 40.00, many: 70.00, 1000: lots}}, per: letter, cap: 1}
                  FR:
                    business: {interest: {over: ecb}}
                """;

        assertThat(problems(file))
                .containsExactly(
                        "1:1 unknown key 'laws'",
                        "3:33 '2026-02' is no half-year",
                        "3:48 'two' is no rate",
                        "4:8 a reference rate is a map",
                        "6:10 'Italy' is no country",
                        "7:7 a country's law is a map",
                        "9:5 unknown key 'public'",
                        "10:15 this is a map",
                        "13:7 unknown key 'fines'",
                        "14:17 'interest' is a map",
                        "15:21 'compensation' is a map",
                        "16:15 'perhaps' is not possible here",
                        "17:14 'perhaps' is not possible here",
                        "19:17 it says no rate, or two",
                        "20:21 it names no amount",
                        "23:24 there is no reference rate 'eco'",
                        "23:53 'any' is not possible here",
                        "23:64 '364' is not possible here",
                        "23:81 'delivery' is nothing that interest runs from",
                        "23:102 'down' is not possible here",
                        "23:108 unknown key 'floor'",
                        "24:38 'EURO' is no currency",
                        "24:67 'many' is no amount",
                        "24:80 'lots' is no amount",
                        "24:93 'letter' is not possible here",
                        "24:101 unknown key 'cap'",
                        "26:26 it says no rate, or two");
    }

    private static List<String> problems(String file) {
        return ChargeRules.check(Yaml.parse("rates.yaml", file)).stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .toList();
    }

    @Test
    void a_file_that_is_no_map_and_one_without_countries_are_told() {
        assertThat(problems("- IT")).containsExactly("1:1 a file of rates is a map");
        assertThat(problems("rates: {}")).containsExactly("1:1 'countries' is missing");
        assertThat(problems("rates: 2.15\ncountries: IT"))
                .containsExactly("1:8 'rates' is a map", "2:12 'countries' is a map");
    }

    @Test
    void a_problem_of_the_house_is_told_where_its_file_lies(@TempDir Path reminders) throws IOException {
        Files.writeString(reminders.resolve(ChargeRules.FILE), "rates: {}\n");

        assertThat(ChargeRules.check(reminders))
                .extracting(problem -> problem.message())
                .containsExactly("'countries' is missing");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
