package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Dunned;
import io.sollecito.model.OpenItem;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.charges.ChargeRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an ERP's own dunning counts for: PLAN's steps after due are first (3 days), second (10) and third (20). */
class ErpHistoryTest {

    private static final String FORMAL =
            "  - {name: formal, when: 30d after due, by: [registered-letter], template: formal-notice, deadline: 15d}\n";

    private static OpenItem item(Integer level, String on) throws Exception {
        OpenItem item = PlanningCase.item("I1", DocumentType.INVOICE, "2026-02-01", "100.00", "EUR", List.of());
        ObjectNode json = CanonicalJson.write(item);
        json.put("dunningLevel", level).put("dunnedOn", on);
        return CanonicalJson.openItem(new ObjectMapper().readTree(json.toString()));
    }

    private static String decided(CaseItem item, String day) {
        Planner planner =
                new Planner(PlanningCase.plans(PlanningCase.PLAN + FORMAL), ChargeRules.NONE, Map.of("country", "IT"));
        DebtorCase debtor = new DebtorCase(
                PlanningCase.debtor("IT", "a@rossi.example", "+39 333 1234567"), List.of(item), List.of());
        CasePlan plan = planner.plan(debtor, PlanningDay.of(LocalDate.parse(day)));
        return PlanningCase.text(plan.decisions().get(0));
    }

    @Test
    void level_n_is_the_nth_step_after_due_and_its_day_counts_for_the_interval() throws Exception {
        CaseItem item = CaseItem.of(item(1, "2026-03-02"));

        assertThat(decided(item, "2026-03-05")).isEqualTo("not-yet second");
        assertThat(decided(item, "2026-03-09")).isEqualTo("remind second");
        assertThat(decided(CaseItem.of(item(2, "2026-03-02")), "2026-03-09")).isEqualTo("remind third");
    }

    @Test
    void a_level_beyond_the_plan_ends_before_the_first_step_with_legal_effect() throws Exception {
        assertThat(decided(CaseItem.of(item(9, "2026-03-02")), "2026-03-09")).isEqualTo("remind formal");
    }

    @Test
    void what_the_hub_has_sent_itself_counts_more_than_the_erps_level() throws Exception {
        CaseItem item =
                CaseItem.of(item(2, "2026-03-02")).withHistory(List.of(PlanningCase.sent("first", "2026-02-10")));

        assertThat(decided(item, "2026-03-09")).isEqualTo("remind second");
    }

    @Test
    void a_waiting_message_of_the_hub_does_not_hide_the_erps_level() throws Exception {
        CaseItem item = CaseItem.of(item(1, "2026-02-10"))
                .withHistory(List.of(PlanningCase.step("second", "2026-03-02", SentStep.State.WAITING, null)));

        assertThat(decided(item, "2026-03-09")).isEqualTo("awaiting-delivery second");
    }

    @Test
    void a_level_without_a_day_was_reached_when_its_step_was_due_and_a_day_without_a_level_is_the_first()
            throws Exception {
        assertThat(decided(CaseItem.of(item(1, null)), "2026-02-12")).isEqualTo("remind second");
        assertThat(decided(CaseItem.of(item(null, "2026-02-11")), "2026-02-12")).isEqualTo("not-yet second");
        assertThat(item(0, null).dunned()).isNull();
        assertThat(item(0, "2026-02-11").dunned()).isNull();
        assertThat(item(2, "2026-02-11").dunned()).isEqualTo(new Dunned(2, LocalDate.parse("2026-02-11")));
    }

    @Test
    void a_day_that_lies_ahead_blocks_nothing_and_the_reason_says_so() throws Exception {
        CaseItem item = CaseItem.of(item(1, "2126-03-02"));
        Planner planner = new Planner(PlanningCase.plans(PlanningCase.PLAN), ChargeRules.NONE, Map.of("country", "IT"));
        DebtorCase debtor =
                new DebtorCase(PlanningCase.debtor("IT", "a@rossi.example", null), List.of(item), List.of());

        CasePlan plan = planner.plan(debtor, PlanningDay.of(LocalDate.parse("2026-02-12")));

        assertThat(PlanningCase.text(plan.decisions().get(0))).isEqualTo("remind second");
        assertThat(plan.decisions().get(0).reason())
                .endsWith("; the ERP's own reminder of 2126-03-02 lies ahead: that day is not counted");
        assertThat(decided(CaseItem.of(item(3, "2126-03-02")), "2026-02-15"))
                .as("a level that the plan's days do not allow yet was reached today at the latest")
                .isEqualTo("not-yet formal");
    }

    @Test
    void an_item_without_a_plan_has_no_step_to_count_for() throws Exception {
        Planner planner = new Planner(
                PlanningCase.plans(PlanningCase.PLAN.replace("'IT'", "'FR'")),
                ChargeRules.NONE,
                Map.of("country", "IT"));
        DebtorCase debtor = new DebtorCase(
                PlanningCase.debtor("IT", "a@rossi.example", null),
                List.of(CaseItem.of(item(1, "2026-03-02"))),
                List.of());

        CasePlan plan = planner.plan(debtor, PlanningDay.of(LocalDate.parse("2026-03-09")));
        assertThat(PlanningCase.text(plan.decisions().get(0))).isEqualTo("no-plan");
    }
}
