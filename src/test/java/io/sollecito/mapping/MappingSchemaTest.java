package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();

    static Stream<Map.Entry<String, List<String>>> keyLists() {
        return Map.ofEntries(
                Map.entry("", Keys.MAPPING),
                Map.entry("csv", Keys.CSV),
                Map.entry("sql", Keys.SQL),
                Map.entry("asOf", Keys.AS_OF),
                Map.entry("numbers", Keys.NUMBERS),
                Map.entry("openItem", Keys.OPEN_ITEM),
                Map.entry("debtor", Keys.DEBTOR),
                Map.entry("discount", Keys.DISCOUNT),
                Map.entry("withheld", Keys.WITHHELD),
                Map.entry("address", Keys.ADDRESS),
                Map.entry("contact", Keys.CONTACT),
                Map.entry("filter", Keys.FILTER),
                Map.entry("text", Keys.TEXT),
                Map.entry("element", Keys.ELEMENT),
                Map.entry("part", Keys.PART),
                Map.entry("date", Keys.DATE),
                Map.entry("amount", Keys.AMOUNT),
                Map.entry("sign", Keys.SIGN),
                Map.entry("pad", Keys.PAD),
                Map.entry("unpad", Keys.UNPAD))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("keyLists")
    void the_schema_allows_the_keys_that_the_loader_knows(Map.Entry<String, List<String>> definition) {
        JsonNode described =
                definition.getKey().isEmpty() ? SCHEMA : SCHEMA.path("$defs").path(definition.getKey());
        List<String> keys = new ArrayList<>();
        described.path("properties").fieldNames().forEachRemaining(keys::add);

        assertThat(keys).containsExactlyInAnyOrderElementsOf(definition.getValue());
        assertThat(described.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void the_shipped_mappings_load_and_hold_against_the_schema() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
        try (Stream<Path> files = Files.list(Path.of("mappings"))) {
            List<Path> mappings =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(mappings).hasSizeGreaterThanOrEqualTo(2).allSatisfy(file -> {
                assertThat(Mapping.check(file)).isEmpty();
                assertThat(schema.validate(json(Yaml.read(file)))).isEmpty();
            });
        }
        assertThat(schema.validate(JSON.readTree("{\"source\":{\"format\":\"csv\",\"x\":1},\"records\":[]}")))
                .isNotEmpty();
    }

    private static JsonNode json(YamlNode node) {
        if (node.isMap()) {
            ObjectNode object = JSON.createObjectNode();
            node.map().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node.isList()) {
            ArrayNode array = JSON.createArrayNode();
            node.list().forEach(each -> array.add(json(each)));
            return array;
        }
        return JSON.getNodeFactory().textNode(node.text());
    }

    private static JsonNode schema() {
        try {
            return JSON.readTree(MappingSchemaTest.class.getResource("/schema/mapping.schema.json"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
