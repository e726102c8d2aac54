package io.sollecito.reminders.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.DisputeReason;
import io.sollecito.reminders.message.DisputeAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisputesFileTest {

    @Test
    void the_shipped_reasons_have_an_answer_in_every_language() {
        List<DisputeReason> reasons = DisputeReasons.load(Path.of("reminders")).all();

        assertThat(reasons)
                .extracting(DisputeReason::code)
                .contains(
                        "not-received",
                        "price",
                        "quantity",
                        "goods",
                        "wrong-reference",
                        "already-paid",
                        "no-invoice",
                        "not-the-debtor",
                        "other");
        assertThat(reasons).allSatisfy(reason -> {
            assertThat(reason.days()).isBetween(7, 30);
            assertThat(reason.answers()).containsOnlyKeys(DisputesFile.LANGUAGES);
        });
    }

    @Test
    void the_schema_knows_the_keys_and_variables_of_the_reader() throws IOException {
        JsonNode schema;
        try (InputStream in = DisputeReasons.class.getResourceAsStream("/schema/disputes.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        JsonNode reason = schema.at("/properties/disputes/items/properties");

        assertThat(names(schema.path("properties"))).isEqualTo(DisputesFile.KEYS);
        assertThat(names(reason)).isEqualTo(DisputesFile.REASON_KEYS);
        assertThat(names(reason.at("/answers/properties"))).isEqualTo(DisputesFile.LANGUAGES);
        assertThat(names(schema.at("/$defs/answer/properties"))).isEqualTo(DisputesFile.ANSWER_KEYS);
        assertThat(reason.at("/code/pattern").asText()).isEqualTo("^" + DisputesFile.CODE + "$");
        assertThat(schema.at("/$defs/answer/description").asText())
                .contains(String.join(", ", DisputeAnswer.VARIABLES));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
