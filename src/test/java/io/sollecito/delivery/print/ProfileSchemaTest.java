package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sollecito.delivery.print.bill.BillForm;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema of print houses' profiles and the loader say the same. */
class ProfileSchemaTest {

    static Stream<Arguments> maps() {
        return Stream.of(
                Arguments.of("", ProfileReader.KEYS, ProfileReader.REQUIRED),
                Arguments.of("/properties/window/oneOf/1", ProfileReader.WINDOW_KEYS, ProfileReader.WINDOW_KEYS),
                Arguments.of("/properties/clear/items", ProfileReader.CLEAR_KEYS, ProfileReader.AREA_KEYS),
                Arguments.of("/properties/products", ProfileReader.CHANNELS, List.of()),
                Arguments.of("/$defs/product", ProfileReader.PRODUCT_KEYS, List.of("class")),
                Arguments.of("/$defs/weightClass", HandlingReader.CLASS_KEYS, HandlingReader.CLASS_REQUIRED),
                Arguments.of("/properties/cutOff", ProfileReader.CUT_OFF_KEYS, ProfileReader.CUT_OFF_KEYS),
                Arguments.of("/properties/answers", ProfileReader.ANSWER_KEYS, List.of()),
                Arguments.of("/properties/bill", BillFormReader.KEYS, List.of()),
                Arguments.of("/properties/bill/properties/columns", BillForm.COLUMNS, List.of()),
                Arguments.of("/properties/weight", HandlingReader.WEIGHT_KEYS, List.of()));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        "/properties/window/oneOf/0/enum",
                        AddressZone.PROFILES.stream().map(AddressZone::name).toList()),
                Arguments.of("/properties/clear/items/properties/pages/enum", ProfileReader.PAGES),
                Arguments.of("/properties/bill/properties/decimal/enum", BillFormReader.DECIMALS),
                Arguments.of("/properties/envelope/enum", ProfileReader.ENVELOPES),
                Arguments.of(
                        "/$defs/product/properties/class/enum",
                        Stream.of(Product.values()).map(Product::name).toList()));
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("maps")
    void the_schema_allows_and_requires_the_keys_that_the_loader_does(
            String place, List<String> keys, List<String> required) throws IOException {
        JsonNode described = Schemas.read("print-profile").at(place);
        List<String> describedKeys = new ArrayList<>();
        described.path("properties").fieldNames().forEachRemaining(describedKeys::add);

        assertThat(describedKeys).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(texts(described.path("required"))).containsExactlyInAnyOrderElementsOf(required);
        assertThat(described.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void the_schema_offers_the_words_that_the_loader_knows(String place, List<String> words) throws IOException {
        assertThat(texts(Schemas.read("print-profile").at(place))).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void no_map_of_the_schema_goes_unchecked() throws IOException {
        List<JsonNode> objects = Schemas.read("print-profile").findParents("additionalProperties");
        assertThat(objects).hasSize((int) maps().count() + 1); // creditors: a map with names of the user's
    }

    @Test
    void the_shipped_profiles_hold_against_the_schema() {
        assertThat(Yaml.files(Path.of("config/print")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(file -> assertThat(Schemas.violations("print-profile", YamlJson.of(Yaml.read(file))))
                        .isEmpty());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
