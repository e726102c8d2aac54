package io.sollecito.delivery.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;

/** The schemas that print houses are given. */
final class Schemas {

    private Schemas() {}

    static JsonNode read(String schema) throws IOException {
        return new ObjectMapper().readTree(Schemas.class.getResource("/schema/" + schema + ".schema.json"));
    }

    /** What of the document is not as the schema of that name says. */
    static List<String> violations(String schema, JsonNode document) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(read(schema))
                .validate(document)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
