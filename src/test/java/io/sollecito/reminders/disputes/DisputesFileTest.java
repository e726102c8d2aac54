package io.sollecito.reminders.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.DisputeReason;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reminders.message.DisputeAnswer;
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

    private static final String ANSWERS = "answers: {it: {subject: a, text: b}, fr: {subject: a, text: b},"
            + " de: {subject: a, text: b}, en: {subject: a, text: b}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{code: Price, name: P, days: 5, %s}; 'Price' is no code",
                "{code: price, name: P, days: 0, %s}; '0' is no number of days",
                "{code: price, name: P, days: 366, %s}; '366' is no number of days",
                "{code: price, name: P, %s}; 'days' is missing",
                "{code: price, days: 5, %s}; 'name' is missing",
                "{name: P, days: 5, %s}; 'code' is missing",
                "{code: price, name: ' ', days: 5, %s}; 'name' is missing",
                "{code: price, name: P, days: 5, own: 1, %s}; unknown key 'own'",
                "{code: price, name: P, days: 5}; 'answers' is missing",
                "{code: price, name: P, days: 5, answers: none}; 'answers' is missing",
                "text; a reason has a code, a name, days and answers",
            })
    void a_mistake_in_a_reason_is_told(String reason, String message) {
        assertThat(problems("disputes:\n  - " + reason.replace("%s", ANSWERS) + "\n"))
                .containsExactly(message);
    }

    @Test
    void a_mistake_in_an_answer_is_told() {
        String reason = "disputes:\n  - {code: price, name: P, days: 365, " + ANSWERS + "}\n";

        assertThat(problems(reason)).isEmpty();
        assertThat(problems(reason.replace("de: {subject: a, text: b}", "de: text")))
                .containsExactly("the answer in 'de' is missing");
        assertThat(problems(reason.replace("de: {subject", "es: {subject")))
                .containsExactly("unknown key 'es'", "the answer in 'de' is missing");
        assertThat(problems(reason.replace("de: {subject: a,", "de: {subjct: a,")))
                .containsExactly("unknown key 'subjct'", "'subject' is missing");
        assertThat(problems(reason.replace("de: {subject: a, text: b}", "de: {subject: a, text: '[[Nonsense]]'}")))
                .containsExactly("[[Nonsense]] is no variable of an answer");
        assertThat(problems(reason + reason.lines().skip(1).findFirst().orElseThrow() + "\n"))
                .containsExactly("code price stands twice");
        assertThat(problems("disputes: none\n")).containsExactly("'disputes' is no list");
        assertThat(problems("other: none\n")).containsExactly("unknown key 'other'", "'disputes' is no list");
    }

    @Test
    void a_house_without_the_file_has_no_reasons_and_a_wrong_file_says_what_is_wrong(@TempDir Path house)
            throws IOException {
        assertThat(DisputeReasons.load(house).all()).isEmpty();
        assertThat(DisputeReasons.check(house)).isEmpty();

        Files.writeString(house.resolve(DisputeReasons.FILE), "disputes: none\n");
        assertThat(DisputeReasons.check(house)).hasSize(1);
        assertThatThrownBy(() -> DisputeReasons.load(house)).isInstanceOf(ProblemsFound.class);

        Files.writeString(
                house.resolve(DisputeReasons.FILE),
                "disputes:\n  - {code: price, name: The price, days: 14, " + ANSWERS + "}\n"
                        + "  - {code: no-invoice, name: None, days: 7, " + ANSWERS + "}\n");
        DisputeReasons reasons = DisputeReasons.load(house);
        assertThat(reasons.codes()).isEqualTo("price, no-invoice");
        assertThat(reasons.of("price")).hasValueSatisfying(reason -> {
            assertThat(reason.name()).isEqualTo("The price");
            assertThat(reason.days()).isEqualTo(14);
            assertThat(reason.answers().get("de")).isEqualTo(new DisputeReason.Answer("a", "b"));
        });
        assertThat(reasons.of("goods")).isEmpty();
    }

    private static List<String> problems(String yaml) {
        return DisputeReasons.check(Yaml.parse("disputes.yaml", yaml)).stream()
                .map(Problem::message)
                .map(message -> message.replaceFirst("^(unknown key '\\w+').*", "$1"))
                .toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
