package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** Checks output against the published schemas. */
public final class SchemaForTests {

    private SchemaForTests() {}

    public static void assertFits(String schema, String json) throws JsonProcessingException {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Hub.class.getResourceAsStream("/schema/" + schema + ".schema.json"))
                        .validate(new ObjectMapper().readTree(json)))
                .isEmpty();
    }
}
