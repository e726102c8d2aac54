package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Recipients;
import io.sollecito.reminders.charges.StepCharges;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLoaderTest {

    private static final String GOOD = """
            plan: standard
            for: "debtor.country == 'IT' && !('key-account' in debtor.tags)"
            minimum: {EUR: 10.00}
            group: debtor
            interval: 7d
            calendar: {country: IT, weekdays: [MON, FRI], window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email, letter], also: [sms], template: first-reminder}
              - {name: formal, when: 30d after due, by: [letter], template: formal-notice, deadline: 15d, approve: true}
              - {name: agency, when: 5d after deadline, by: [handover], approve: true}
            """;

    @Test
    void a_plan_is_read_whole() {
        ReminderPlan plan = PlanLoader.parse("standard.yaml", GOOD);

        assertThat(plan.name()).isEqualTo("standard");
        assertThat(plan.intervalDays()).isEqualTo(7);
        assertThat(plan.minimum().get("EUR").amount()).isEqualByComparingTo("10");
        assertThat(plan.steps()).extracting(PlanStep::name).containsExactly("first", "formal", "agency");
        assertThat(plan.steps().get(0).when()).hasToString("3d after due");
        assertThat(plan.steps().get(1).deadlineDays()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plan: standard | plan: Big Plan | standard.yaml:1:7: 'Big Plan' is no name",
                "debtor.country | debitor.country | standard.yaml:2:6: 'for' is not a condition",
                "debtor.country | debtor.countri | standard.yaml:2:6: debtor has no 'countri' (at character 7)",
                "debtor.country | debtor['land'] | standard.yaml:2:6: debtor has no 'land' (at character 7)",
                "debtor.tags) | debtor.tags) && item.kind == 'X' | standard.yaml:2:6: item has no 'kind'",
                "EUR: 10.00 | EUR: ten | standard.yaml:3:16: 'ten' is no amount",
                "EUR: 10.00 | EUX: 10.00 | standard.yaml:3:16: 'EUX' is no currency",
                "group: debtor | group: country | standard.yaml:4:8: 'country' is not possible here",
                "interval: 7d | interval: 7 | standard.yaml:5:11: '7' is no number of days",
                "interval: 7d | intervall: 7d | standard.yaml:5:1: unknown key 'intervall'",
                "country: IT, | country: IX, | standard.yaml:6:21: 'IX' is no country",
                "country: IT, | country: AQ, | standard.yaml:6:21: no public holidays are known of AQ",
                "08:30-18:00 | 18:00-08:30 | standard.yaml:6:55: '18:00-08:30' is no window",
                "Europe/Rome | Europe/Roma | standard.yaml:6:76: 'Europe/Roma' is no time zone",
                "3d after due | in three days | standard.yaml:8:25: 'in three days' says no day",
                "3d after due | 31d after due | standard.yaml:9:26: this step is not later than the one before",
                "[email, letter] | [e-mail] | standard.yaml:8:44: 'e-mail' is not possible here",
                "[email, letter] | [sms, letter] | standard.yaml:8:64: 'sms' stands in 'by' and in 'also'",
                "by: [email, letter], | `` | standard.yaml:8:5: step 'first' names no channel",
                "name: formal | name: first | standard.yaml:9:12: step 'first' stands twice",
                "deadline: 15d, | `` | standard.yaml:10:26: no step before this one sets a deadline",
                "3d after due | 3d after issue, deadline: 5d | standard.yaml:8:51: a step 3d after issue asks for no payment",
                "30d after due | 30d after issue | standard.yaml:9:26: a step after issue follows one that counts from due",
                "deadline: 15d | deadline: 15d, expires: never | standard.yaml:9:104: a step after due does not expire",
                "30d after due | 5d before collection | standard.yaml:9:97: a step 5d before collection asks for no payment",
                "deadline: 15d | interest: legal | standard.yaml:9:90: 'interest' is what the law gives",
                "deadline: 15d | interest: {rate: high} | standard.yaml:9:97: 'high' is no rate",
                "deadline: 15d | interest: {} | standard.yaml:9:90: 'rate' is missing",
                "deadline: 15d | compensation: 40 | standard.yaml:9:94: 'compensation' is what the law gives",
                "deadline: 15d | fee: 5 | standard.yaml:9:85: 'fee' names an amount per currency",
                "deadline: 15d | fee: {EUR: five} | standard.yaml:9:91: 'five' is no amount",
                "[letter], template: formal-notice | [task], template: call, fee: {EUR: 5} | standard.yaml:9:45: 'task' lists no charges",
                "30d after due | 5d before due, fee: {EUR: 5.00} | standard.yaml:9:26: nothing is late yet, so nothing can be charged",
                "deadline: 15d | repeat: {every: 7d, times: 2}, deadline: 15d | standard.yaml:9:88: only the last step may be",
                "EUR: 10.00 | EUR: {amount: ten} | standard.yaml:3:25: 'ten' is no amount",
                "EUR: 10.00 | EUR: {percent: 101} | standard.yaml:3:26: '101' is no percentage",
                "EUR: 10.00 | EUR: {} | standard.yaml:3:16: this minimum names no amount",
                "EUR: 10.00 | EUR: {share: 5, percent: 5} | standard.yaml:3:17: unknown key 'share'",
                "{EUR: 10.00} | 10.00 | standard.yaml:3:10: 'minimum' names an amount per currency",
                "group: debtor | limit: 2 | standard.yaml:4:8: 'limit' says how many messages in how long",
                "group: debtor | limit: {day: 2} | standard.yaml:4:9: unknown key 'day'",
                "group: debtor | limit: {week: 0} | standard.yaml:4:15: 'week' is a number from 1 to 99",
                "country: IT, | country: IT, closed: [12-32], | standard.yaml:6:34: '12-32' is no closed day",
                "country: IT, | country: IT, closed: [2026-08-21..2026-08-10], |"
                        + " standard.yaml:6:34: '2026-08-21..2026-08-10' is no closed day",
                "country: IT, | country: IT, closed: [2026-08-10..2062-08-21], |"
                        + " standard.yaml:6:34: '2026-08-10..2062-08-21' is more than a year",
                "deadline: 15d | also: [handover] | standard.yaml:9:86: 'handover' stands alone",
                "country: IT, | country: IT, windows: {sms: 9-20}, | standard.yaml:6:40: '9-20' is no window",
                "country: IT, | country: IT, windows: {fax: '09:00-20:00'}, | standard.yaml:6:35: unknown key 'fax'",
                "country: IT, | country: IT, windows: evening, | standard.yaml:6:34: 'windows' names a window per channel",
                "country: IT, | country: IT, windows: {sms: '18:00-20:00'}, | standard.yaml:6:34: the windows have no hour",
                "name: first, | name: first, colour: red, | standard.yaml:8:19: unknown key 'colour'",
                "[handover] | [handover, letter], template: t | standard.yaml:10:49: 'handover' stands alone",
                "3d after due | 3d before due, expires: soon | standard.yaml:8:49: 'soon' is no number of days",
                "[handover], approve: true | [handover], approve: true, repeat: {every: 7d, times: 2, until: x} |"
                        + " standard.yaml:10:106: unknown key 'until'",
                "group: debtor | grace: 3 | standard.yaml:4:8: '3' is no number of days",
                "group: debtor | catchUp: leap | standard.yaml:4:10: 'leap' is not possible here",
                "group: debtor | afterwards: person | standard.yaml:4:13: 'afterwards' says what follows the last step",
                "group: debtor | afterwards: {after: 3d} | standard.yaml:4:13: 'template' is missing",
                "group: debtor | afterwards: {template: decide} | standard.yaml:4:13: nothing follows a hand-over",
                "group: debtor | thanks: {template: thank-you} | standard.yaml:4:9: 'when' is missing",
                "group: debtor | thanks: {when: paid after a reminder} | standard.yaml:4:9: 'template' is missing",
                "group: debtor | thanks: {template: t, when: paid} | standard.yaml:4:29: 'paid' is not possible here",
                "group: debtor | thanks: {template: t, when: paid after a reminder, by: [letter]} |"
                        + " standard.yaml:4:57: 'letter' is not possible here",
                "group: debtor | thanks: thank-you | standard.yaml:4:9: 'thanks' says with which template and when",
                "group: debtor | thanks: {template: t, when: paid after a reminder, words: kind} |"
                        + " standard.yaml:4:52: unknown key 'words'",
                "group: debtor | afterwards: {template: decide, wait: 3d} | standard.yaml:4:32: unknown key 'wait'",
                "group: debtor | adapt: often | standard.yaml:4:8: 'adapt' says how the plan follows a debtor's habits",
                "group: debtor | adapt: {from: 5} | standard.yaml:4:8: 'adapt' says how the plan follows a debtor's habits",
                "group: debtor | adapt: {delay: 20d, most: 5} | standard.yaml:4:21: unknown key 'most'",
                "group: debtor | adapt: {delay: 20d, from: 2} | standard.yaml:4:27: 'from' is a number from 3 to 40",
                "group: debtor | adapt: {channel: true, from: 41} | standard.yaml:4:30: 'from' is a number from 3 to 40",
                "country: IT, | `` | standard.yaml:6:11: 'country' is missing",
                "[MON, FRI] | [] | standard.yaml:6:35: no weekday is left to send on",
                "[MON, FRI] | [MON, MON] | standard.yaml:6:41: 'MON' stands twice",
                "deadline: 15d | fee: {EUX: 5.00} | standard.yaml:9:91: 'EUX' is no currency",
                "deadline: 15d | interest: {rate: 8.5, of: debt} | standard.yaml:9:102: unknown key 'of'",
                "3d after due | 30d after due | standard.yaml:9:26: this step is not later than the one before",
                "3d after due | 3d after previous | standard.yaml:8:25: the first step has no previous one",
                "country: IT, | country: IT, closed: [2027-03-01..2028-03-01], |"
                        + " standard.yaml:6:34: '2027-03-01..2028-03-01' is more than a year",
            })
    void each_mistake_is_named_with_its_place(String right, String wrong, String problem) {
        ProblemsFound found = problems(GOOD.replace(right, wrong == null ? "" : wrong));

        assertThat(found.getMessage()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debtor.country == | (at character 18) | It may ask about debtor, creditor and item",
                "debtor.owes > 10.5 | (at character 13) | Write an amount with a fraction as decimal('10.50').",
            })
    void a_condition_that_is_none_says_where_and_how_it_is_written(String condition, String place, String remedy) {
        ProblemsFound found = problems(GOOD.replaceFirst("for: .*", "for: \"" + condition + "\""));

        assertThat(found.problems()).singleElement().satisfies(only -> {
            assertThat(only.message()).startsWith("'for' is not a condition: ").endsWith(place);
            assertThat(only.remedy()).startsWith(remedy);
        });
    }

    @Test
    void steps_of_invoices_not_yet_due_stand_in_the_order_of_their_days() {
        String asked = "steps:\n  - {name: asked, when: 10d after issue, by: [email], template: asked}\n";
        String again = "  - {name: again, when: 10d after issue, by: [email], template: asked}\n";

        assertThat(PlanLoader.parse("standard.yaml", GOOD.replace("steps:\n", asked))
                        .steps())
                .hasSize(4);
        assertThat(problems(GOOD.replace("steps:\n", asked + again)).getMessage())
                .contains("standard.yaml:9:25: this step is not later than the one before");
    }

    @Test
    void one_step_only_follows_a_return() {
        String returned = "  - {name: returned, when: on return, by: [email], template: returned}\n";
        String again = "  - {name: again, when: on return, by: [email], template: returned}\n";

        assertThat(PlanLoader.parse("standard.yaml", GOOD + returned).steps()).hasSize(4);
        assertThat(problems(GOOD + returned + again).getMessage())
                .contains("standard.yaml:12:25: another step follows a return already");
    }

    @Test
    void what_follows_the_last_step_counts_from_the_last_that_is_for_every_item() {
        String plan = GOOD.substring(0, GOOD.indexOf("  - {name: agency"))
                + "  - {name: returned, when: on return, by: [email], template: returned}\n"
                + "afterwards: {template: decide, after: 20d}\n";

        ReminderPlan read = PlanLoader.parse("standard.yaml", plan);

        assertThat(read.steps().get(3).when())
                .as("as the formal notice printed a date")
                .hasToString("20d after deadline");
    }

    @Test
    void no_step_is_called_as_what_follows_the_last_one() {
        String plan = GOOD.replace("name: first,", "name: afterwards,")
                .replace("by: [handover], approve: true", "by: [task], template: decide");

        assertThat(problems(plan + "afterwards: {template: decide}\n").getMessage())
                .contains("standard.yaml:11:13: a step is called 'afterwards' too");
    }

    @Test
    void a_range_of_closed_days_is_at_most_a_year_and_so_are_single_ones_at_most_sixty() {
        assertThat(closed("2027-03-01..2028-02-29")).as("366 days").isNotNull();
        List<String> days = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            days.add("\"%02d-%02d\"".formatted(i / 28 + 1, i % 28 + 1));
        }
        assertThat(closed(String.join(", ", days))).isNotNull();
        days.add("\"12-24\"");
        assertThat(catchThrowableOfType(ProblemsFound.class, () -> closed(String.join(", ", days)))
                        .getMessage())
                .contains("more than 60 days are closed every year");
    }

    private static ReminderPlan closed(String days) {
        return PlanLoader.parse("standard.yaml", GOOD.replace("country: IT,", "country: IT, closed: [" + days + "],"));
    }

    @Test
    void thanks_go_by_the_channels_that_the_plan_names_else_by_email() {
        String thanks = "thanks: {template: thank-you, when: paid after a reminder%s}\n";

        assertThat(PlanLoader.parse("standard.yaml", GOOD + thanks.formatted(", by: [sms, email]"))
                        .thanks())
                .isEqualTo(new ReminderPlan.Thanks("thank-you", List.of("sms", "email")));
        assertThat(PlanLoader.parse("standard.yaml", GOOD + thanks.formatted(""))
                        .thanks())
                .isEqualTo(new ReminderPlan.Thanks("thank-you", List.of("email")));
    }

    @Test
    void a_plan_for_the_risky_hands_over_only_after_a_step_that_the_debtor_saw() {
        String risky = GOOD.replaceFirst("for: .*", "for: \"debtor.risk > 80\"");
        String called =
                risky.replace("by: [email, letter], also: [sms]", "by: [task]").replace("by: [letter]", "by: [task]");

        assertThat(PlanLoader.parse("standard.yaml", risky).steps()).hasSize(3);
        assertThat(problems(called).getMessage())
                .contains("standard.yaml:2:6: hand-over 'agency' would rest on the risk score alone");
    }

    @Test
    void what_a_plan_does_not_say_is_as_it_usually_is() {
        ReminderPlan plan = PlanLoader.parse(
                "standard.yaml", GOOD.replace("group: debtor\n", "").replace("interval: 7d", "adapt: {channel: true}"));

        assertThat(plan.order()).isEqualTo(100);
        assertThat(plan.group()).isEqualTo(ReminderPlan.Group.DEBTOR);
        assertThat(plan.intervalDays()).isEqualTo(1);
        assertThat(plan.graceDays()).isZero();
        assertThat(plan.weekLimit()).isZero();
        assertThat(plan.adapt()).isEqualTo(new Adaptation(0, true, 5));
        assertThat(plan.charges()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3", "40"})
    void a_habit_rests_on_three_items_at_least_and_forty_at_most(int from) {
        ReminderPlan plan = PlanLoader.parse(
                "standard.yaml", GOOD.replace("group: debtor", "adapt: {delay: 20d, from: " + from + "}"));

        assertThat(plan.adapt()).isEqualTo(new Adaptation(20, false, from));
    }

    @Test
    void a_plan_has_at_least_one_step() {
        ProblemsFound found = problems(GOOD.substring(0, GOOD.indexOf("steps:")) + "steps: []\n");

        assertThat(found.getMessage()).contains("standard.yaml:7:8: 'steps' is a list of at least one step");
    }

    @Test
    void what_a_step_charges_is_read() {
        ReminderPlan plan = PlanLoader.parse(
                "standard.yaml",
                GOOD.replace("3d after due,", "3d after due, fee: {EUR: 5.00, CHF: 10.00},")
                        .replace("deadline: 15d", "interest: statutory, compensation: statutory, deadline: 15d")
                        .replace(
                                "[email, letter], also: [sms]", "[email, letter], also: [sms], interest: {rate: 8.5}"));

        StepCharges first = plan.steps().get(0).charges();
        assertThat(first.agreed()).isEqualTo(new BigDecimal("8.5"));
        assertThat(first.fee())
                .containsEntry("EUR", new BigDecimal("5.00"))
                .containsEntry("CHF", new BigDecimal("10.00"));
        assertThat(first.compensation()).isFalse();
        assertThat(plan.steps().get(0).hasLegalEffect()).isTrue();
        assertThat(plan.steps().get(1).charges()).isEqualTo(new StepCharges(true, null, true, Map.of()));
        assertThat(plan.steps().get(2).charges().any()).isFalse();
        assertThat(plan.charges()).isTrue();
    }

    @Test
    void all_mistakes_of_a_file_are_reported_at_once() {
        ProblemsFound found = problems(GOOD.replace("interval: 7d", "interval: x")
                .replace("zone: Europe/Rome", "place: Rome")
                .replace("template: formal-notice, ", ""));

        assertThat(found.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly(
                        "5 'x' is no number of days",
                        "6 'zone' is missing",
                        "6 unknown key 'place'",
                        "9 'template' is missing");
    }

    @Test
    void the_schema_knows_the_keys_and_words_of_the_loader() throws IOException {
        JsonNode schema;
        try (InputStream in = PlanLoader.class.getResourceAsStream("/schema/plan.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        JsonNode step = schema.at("/$defs/step/properties");

        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(PlanLoader.KEYS);
        assertThat(names(schema.at("/properties/calendar/properties")))
                .containsExactlyInAnyOrderElementsOf(CalendarReader.KEYS);
        assertThat(names(step)).containsExactlyInAnyOrderElementsOf(StepReader.KEYS);
        assertThat(names(step.at("/repeat/properties"))).containsExactlyInAnyOrderElementsOf(StepReader.REPEAT_KEYS);
        assertThat(texts(schema.at("/properties/catchUp/enum"))).isEqualTo(PlanLoader.CATCH_UPS);
        assertThat(names(schema.at("/properties/minimum/additionalProperties/anyOf/1/properties")))
                .containsExactlyInAnyOrderElementsOf(MinimumReader.KEYS);
        assertThat(schema.at("/properties/afterwards/oneOf/0/const").asText()).isEqualTo(AfterwardsReader.STOP);
        assertThat(names(schema.at("/properties/afterwards/oneOf/1/properties")))
                .containsExactlyInAnyOrderElementsOf(AfterwardsReader.KEYS);
        assertThat(names(schema.at("/properties/limit/properties")))
                .containsExactlyInAnyOrderElementsOf(PlanLoader.LIMIT_KEYS);
        assertThat(schema.at("/properties/calendar/properties/closed/items/pattern")
                        .asText())
                .isEqualTo("^" + ClosedDaysReader.FORM + "$");
        assertThat(texts(schema.at("/properties/calendar/properties/windows/propertyNames/enum")))
                .isEqualTo(Recipients.CHANNELS);
        assertThat(schema.at("/properties/calendar/properties/windows/additionalProperties/pattern")
                        .asText())
                .isEqualTo("^" + CalendarReader.WINDOW + "$");
        assertThat(step.at("/expires/anyOf/1/const").asText()).isEqualTo(StepReader.NEVER);
        assertThat(texts(schema.at("/properties/group/enum"))).isEqualTo(PlanLoader.GROUPS);
        assertThat(texts(schema.at("/properties/calendar/properties/weekdays/items/enum")))
                .isEqualTo(CalendarReader.WEEKDAYS);
        assertThat(texts(schema.at("/$defs/channel/enum"))).isEqualTo(Recipients.CHANNELS);
        assertThat(step.at("/interest/oneOf/0/const").asText()).isEqualTo(StepChargesReader.STATUTORY);
        assertThat(step.at("/compensation/const").asText()).isEqualTo(StepChargesReader.STATUTORY);
        assertThat(names(step.at("/interest/oneOf/1/properties")))
                .containsExactlyInAnyOrderElementsOf(StepChargesReader.AGREED_KEYS);
        assertThat(texts(step.at("/attach/items/enum"))).isEqualTo(StepReader.ATTACHMENTS);
        assertThat(step.at("/when/pattern").asText()).isEqualTo("^(" + When.PATTERN + ")$");
        assertThat(schema.at("/$defs/name/pattern").asText()).isEqualTo("^" + Fields.NAME + "$");
        assertThat(schema.at("/$defs/days/pattern").asText()).isEqualTo("^" + Fields.DAYS + "$");
        assertThat(schema.at("/properties/calendar/properties/window/pattern").asText())
                .isEqualTo("^" + CalendarReader.WINDOW + "$");
    }

    @Test
    void the_shipped_plans_load() {
        Plans plans = Plans.load(Path.of("reminders/plans"));

        assertThat(List.of("standard-it", "standard-fr", "default"))
                .allSatisfy(name -> assertThat(plans.named(name)).isPresent());
    }

    @Test
    void plans_of_one_name_are_refused_with_all_other_problems(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), GOOD);
        Files.writeString(folder.resolve("b.yaml"), GOOD);
        Files.writeString(folder.resolve("c.yaml"), GOOD.replace("interval: 7d", "interval: x"));

        ProblemsFound found = catchThrowableOfType(ProblemsFound.class, () -> Plans.load(folder));

        assertThat(found.problems()).hasSize(2);
    }

    private static ProblemsFound problems(String text) {
        return catchThrowableOfType(ProblemsFound.class, () -> PlanLoader.parse("standard.yaml", text));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
