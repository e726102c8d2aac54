package io.sollecito.reminders.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.Instrument;
import io.sollecito.model.Problem;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionsFileTest {

    @Test
    void the_shipped_file_knows_every_instrument() {
        ReturnTimes shipped = ReturnTimes.load(Path.of("reminders"));

        assertThat(Instrument.values())
                .allSatisfy(instrument -> assertThat(shipped.of(instrument)).isPresent());
        assertThat(shipped.of(Instrument.SDD_CORE))
                .contains(new ReturnTime(new Period(8, Period.Unit.WEEKS), new Period(13, Period.Unit.MONTHS)));
        assertThat(shipped.of(Instrument.RIBA)).contains(new ReturnTime(new Period(5, Period.Unit.BANK_DAYS), null));
    }

    @Test
    void the_schema_knows_the_keys_and_times_of_the_reader() throws IOException {
        JsonNode schema;
        try (InputStream in = ReturnTimes.class.getResourceAsStream("/schema/collections.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(names(schema.path("properties"))).isEqualTo(CollectionsFile.KEYS);
        assertThat(names(schema.at("/properties/collections/properties"))).isEqualTo(CollectionsFile.INSTRUMENTS);
        assertThat(names(schema.at("/$defs/time/properties"))).isEqualTo(CollectionsFile.TIME_KEYS);
        assertThat(schema.at("/$defs/period/pattern").asText()).isEqualTo("^" + Period.FORM + "$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "collections: {riba: {returns: 56 days}};",
                "collections: {rba: {returns: 5 days}}; unknown key 'rba'",
                "collections: {riba: 5 days}; an instrument is a map",
                "collections: {riba: {unauthorised: 5 days}}; 'returns' is missing",
                "collections: {riba: {returns: 5 days, until: 8 weeks}}; unknown key 'until'",
                "collections: {riba: {returns: 0 days}}; '0 days' is no time",
                "collections: {riba: {returns: 5 TARGET days}}; '5 TARGET days' is no time",
                "collections: {riba: {returns: [5]}}; '' is no time",
                "collections: none; 'collections' is no map",
                "{}; 'collections' is no map"
            })
    void each_mistake_is_told(String yaml, String message) {
        assertThat(ReturnTimes.check(Yaml.parse("collections.yaml", yaml)))
                .extracting(Problem::message)
                .map(text -> text.replaceFirst("^(unknown key '\\w+').*", "$1"))
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void a_house_without_the_file_knows_no_times_and_a_wrong_file_says_what_is_wrong(@TempDir Path house)
            throws IOException {
        assertThat(ReturnTimes.load(house)).isSameAs(ReturnTimes.NONE);

        Files.writeString(house.resolve(ReturnTimes.FILE), "collections: {riba: {returns: soon}}\n");
        assertThat(ReturnTimes.check(house)).hasSize(1);
        assertThatThrownBy(() -> ReturnTimes.load(house)).isInstanceOf(ProblemsFound.class);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
