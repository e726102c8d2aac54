package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();

    @Test
    void the_published_schema_is_the_grammar() throws IOException {
        Path published = Path.of("src/main/resources/schema/mapping.schema.json");
        JsonNode generated = MappingSchema.generate();

        assertThat(JSON.readTree(published.toFile()))
                .as("write it anew: %s", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(generated))
                .isEqualTo(generated);
    }

    @Test
    void every_shape_that_the_grammar_names_is_defined() {
        Set<String> defined = new HashSet<>();
        SCHEMA.path("$defs").fieldNames().forEachRemaining(defined::add);

        assertThat(SCHEMA.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(defined).contains(reference.substring("#/$defs/".length())));
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
                assertThat(schema.validate(YamlJson.of(Yaml.read(file)))).isEmpty();
            });
        }
        assertThat(schema.validate(JSON.readTree("{\"source\":{\"format\":\"csv\",\"x\":1},\"records\":[]}")))
                .isNotEmpty();
    }

    private static JsonNode schema() {
        try {
            return JSON.readTree(MappingSchemaTest.class.getResource("/schema/mapping.schema.json"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
