package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.reminders.charges.StepCharges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What docs/reminder-plans.md tells a credit manager is what the shipped plans and the schema say. */
class ReminderPlansPageTest {

    private static final Path PAGE = Path.of("docs/reminder-plans.md");
    private static final Plans SHIPPED = Plans.load(Path.of("reminders/plans"));

    @Test
    void each_shipped_plan_has_its_steps_in_a_table() throws IOException {
        assertThat(SHIPPED.all()).hasSize(6).allSatisfy(plan -> {
            List<List<String>> rows = table("### " + plan.name());
            assertThat(rows.stream()
                            .map(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(4), row.get(5)))
                            .toList())
                    .as(plan.name())
                    .isEqualTo(plan.steps().stream()
                            .map(ReminderPlansPageTest::row)
                            .toList());
            for (int i = 0; i < rows.size(); i++) {
                PlanStep step = plan.steps().get(i);
                assertThat(rows.get(i).get(3)).startsWith("`" + step.template() + "`: ");
                if (step.deadlineDays() > 0) {
                    assertThat(rows.get(i).get(3)).endsWith("pay within " + step.deadlineDays() + " days");
                }
            }
        });
    }

    @Test
    void plans_are_asked_in_the_order_of_the_page() throws IOException {
        assertThat(table("## How a debtor gets his plan").stream()
                        .map(row -> row.get(1).replaceAll("\\[(.*)].*", "$1"))
                        .toList())
                .isEqualTo(SHIPPED.all().stream().map(ReminderPlan::name).toList());
    }

    @Test
    void every_key_of_a_plan_is_explained() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("src/main/resources/schema/plan.schema.json").toFile());
        List<String> plan = names(schema.path("properties"));
        names(schema.at("/properties/calendar/properties")).forEach(key -> plan.add("calendar." + key));

        assertThat(keys("## What a plan can say")).containsExactlyInAnyOrderElementsOf(plan);
        assertThat(keys("Of a step:")).containsExactlyInAnyOrderElementsOf(names(schema.at("/$defs/step/properties")));
    }

    private static List<String> row(PlanStep step) {
        StepCharges charges = step.charges();
        String charged = Map.of(
                        "interest", charges.bearsInterest(),
                        "compensation", charges.compensation(),
                        "fee", !charges.fee().isEmpty())
                .entrySet()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted((one, other) -> other.compareTo(one))
                .collect(Collectors.joining(", "));
        return List.of(
                step.when().toString().replaceAll("^(\\d+)d ", "$1 days "),
                step.name(),
                String.join(" or ", step.by())
                        + step.also().stream().map(channel -> " and " + channel).collect(Collectors.joining()),
                charged.isEmpty() ? "-" : charged,
                step.approve() ? "a person" : "-");
    }

    private static List<String> keys(String heading) throws IOException {
        return table(heading).stream().map(row -> row.get(0).replace("`", "")).toList();
    }

    /** The rows of the first table after that line. */
    private static List<List<String>> table(String heading) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        assertThat(lines).contains(heading);
        int start = IntStream.range(lines.indexOf(heading), lines.size())
                .filter(i -> lines.get(i).startsWith("|---"))
                .findFirst()
                .orElseThrow();
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
