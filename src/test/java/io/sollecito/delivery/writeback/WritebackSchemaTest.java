package io.sollecito.delivery.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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

/** The published schema of write-back layouts and the loader say the same. */
class WritebackSchemaTest {

    static Stream<Arguments> keys() {
        return Stream.of(Arguments.of("", LayoutReader.KEYS), Arguments.of("/$defs/column", LayoutReader.COLUMN_KEYS));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/properties/separator/enum", LayoutReader.SEPARATORS),
                Arguments.of("/properties/decimal/enum", LayoutReader.DECIMALS),
                Arguments.of("/properties/lineEnd/enum", LayoutReader.LINE_ENDS),
                Arguments.of("/$defs/column/properties/value/enum", WritebackValue.keys()),
                Arguments.of("/$defs/column/properties/total/enum", WritebackTotal.keys()));
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("keys")
    void the_schema_allows_the_keys_that_the_loader_does(String place, List<String> keys) throws IOException {
        List<String> described = new ArrayList<>();
        schema().at(place).path("properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("words")
    void the_schema_offers_the_words_that_the_loader_knows(String place, List<String> words) throws IOException {
        assertThat(StreamSupport.stream(schema().at(place).spliterator(), false).map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void the_shipped_layouts_hold_against_the_schema() throws IOException {
        var rules =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());

        assertThat(Yaml.files(Path.of("config/writeback")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(file ->
                        assertThat(rules.validate(YamlJson.of(Yaml.read(file)))).isEmpty());
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(WritebackSchemaTest.class.getResource("/schema/writeback.schema.json"));
    }
}
