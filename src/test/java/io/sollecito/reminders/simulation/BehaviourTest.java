package io.sollecito.reminders.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.Recipients;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private static final Payer LATE = new Payer(
            "late",
            Map.of("business", 100.0),
            20,
            List.of(new Payer.Late(10, 50), new Payer.Late(30, 75)),
            100);

    @Test
    void what_is_paid_rises_evenly_between_the_days_that_are_named() {
        assertThat(LATE.paidAfter(0)).isEqualTo(0.2, within(1e-9));
        assertThat(LATE.paidAfter(5)).isEqualTo(0.4, within(1e-9));
        assertThat(LATE.paidAfter(10)).isEqualTo(0.6, within(1e-9));
        assertThat(LATE.paidAfter(20)).isEqualTo(0.7, within(1e-9));
        assertThat(LATE.paidAfter(99)).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void each_part_of_the_items_is_paid_on_its_day_and_the_last_never() {
        assertThat(LATE.daysUntil(0.1)).hasValue(0);
        assertThat(LATE.daysUntil(0.41)).hasValue(6);
        assertThat(LATE.daysUntil(0.79)).hasValue(30);
        assertThat(LATE.daysUntil(0.81)).isEmpty();
    }

    @Test
    void as_many_debtors_are_of_a_kind_as_its_share_says() {
        Behaviour typical = SimulatedWorld.typical();
        long prompt = 0;
        for (int debtor = 0; debtor < 4000; debtor++) {
            String name = typical.payer("business", new Draw(1).of("debtor", debtor)).name();
            prompt += name.equals("prompt") ? 1 : 0;
        }

        assertThat(prompt).isBetween(1850L, 2150L);
    }

    @Test
    void a_step_s_own_figure_counts_before_its_channel_s_and_the_strongest_channel_before_others() {
        Behaviour typical = SimulatedWorld.typical();

        assertThat(typical.answer("courtesy", List.of("email"))).hasValueSatisfying(answer -> assertThat(answer.step())
                .isEqualTo("courtesy"));
        assertThat(typical.answer("second", List.of("email", "letter")))
                .hasValueSatisfying(answer -> assertThat(answer.channel()).isEqualTo("letter"));
        assertThat(typical.answer("handover", List.of("handover"))).isEmpty();
    }

    @Test
    void the_schemas_know_the_keys_and_words_of_the_readers() throws IOException {
        JsonNode behaviour = schema("behaviour");
        JsonNode payer = behaviour.at("/properties/payers/items/properties");
        JsonNode reminder = behaviour.at("/properties/reminders/items/properties");

        assertThat(names(behaviour.path("properties"))).containsExactlyInAnyOrderElementsOf(BehaviourFile.KEYS);
        assertThat(names(payer)).containsExactlyInAnyOrderElementsOf(BehaviourFile.PAYER_KEYS);
        assertThat(names(payer.at("/share/properties"))).containsExactlyInAnyOrderElementsOf(Behaviour.CLASSES);
        assertThat(names(reminder)).containsExactlyInAnyOrderElementsOf(BehaviourFile.REMINDER_KEYS);
        assertThat(reminder.at("/by/enum")).extracting(JsonNode::asText).isEqualTo(Recipients.CHANNELS);
        assertThat(names(behaviour.at("/properties/partial/properties")))
                .containsExactlyInAnyOrderElementsOf(BehaviourFile.PARTIAL_KEYS);
        assertThat(names(behaviour.at("/properties/disputes/properties")))
                .containsExactlyInAnyOrderElementsOf(BehaviourFile.DISPUTE_KEYS);
        assertThat(names(schema("costs").at("/properties/costs/additionalProperties/properties")))
                .containsExactlyInAnyOrderElementsOf(Recipients.CHANNELS);
    }

    @Test
    void the_shipped_costs_say_what_every_channel_costs() {
        SendingCosts costs = SendingCosts.load(Path.of("reminders"));

        assertThat(Recipients.CHANNELS).allSatisfy(channel -> assertThat(costs.of("EUR", channel))
                .isPresent());
        assertThat(costs.of("SEK", "letter")).isEmpty();
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream in = Behaviour.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
