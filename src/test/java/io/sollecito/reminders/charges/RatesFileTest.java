package io.sollecito.reminders.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
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
