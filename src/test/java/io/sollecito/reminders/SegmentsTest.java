package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.Changed;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Recipients;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.plan.Plans;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a plan is for, who of them is written to, and what makes one message. */
class SegmentsTest {

    @Test
    void one_plan_serves_the_debtors_of_several_erps_and_another_may_be_for_one_of_them() {
        String oneForAll = PlanningCase.PLAN;
        String odooOnly = PlanningCase.PLAN
                .replace("plan: standard", "plan: of-odoo\norder: 10")
                .replace("debtor.country == 'IT'", "debtor.source == 'odoo'");

        assertThat(planOf("sap", PlanningCase.plans(oneForAll))).isEqualTo("standard");
        assertThat(planOf("odoo", PlanningCase.plans(oneForAll))).isEqualTo("standard");
        assertThat(planOf("sap", PlanningCase.plans(oneForAll, odooOnly))).isEqualTo("standard");
        assertThat(planOf("odoo", PlanningCase.plans(oneForAll, odooOnly))).isEqualTo("of-odoo");
    }

    private static String planOf(String source, Plans plans) {
        Debtor debtor = Changed.with(PlanningCase.debtor("IT", "a@rossi.example", null), "source", source);
        CaseItem item =
                CaseItem.of(PlanningCase.item("I1", DocumentType.INVOICE, "2026-03-01", "100.00", "EUR", List.of()));
        return new Planner(plans, ChargeRules.NONE, Map.of("code", "ACME-IT"))
                .plan(new DebtorCase(debtor, List.of(item), List.of()), PlanningDay.of(LocalDate.parse("2026-03-04")))
                .decisions()
                .get(0)
                .plan();
    }

    @Test
    void who_is_in_charge_of_payments_is_written_to_before_others() {
        Debtor debtor = PlanningCase.debtor("IT", "a@rossi.example", null)
                .withContacts(List.of(
                        new Contact("sales", "Luca", "vendite@rossi.example", null),
                        new Contact("accounts-payable", "Anna", "amministrazione@rossi.example", null)));

        assertThat(Recipients.of(debtor, "email")).contains("amministrazione@rossi.example");
    }

    @Test
    void grouped_by_step_there_is_a_message_for_each_step() {
        CasePlan plan = new PlanningCase()
                .under(PlanningCase.PLAN.replace("interval: 7d", "group: step\ninterval: 7d"))
                .invoice("I1", "2026-02-10", "100.00", sent("first", "2026-02-20"))
                .invoice("I2", "2026-03-01", "50.00")
                .invoice("I3", "2026-02-28", "25.00")
                .on("2026-03-04");

        assertThat(plan.reminders())
                .extracting(reminder -> reminder.step() + " " + lines(reminder))
                .containsExactly(
                        "second [I1 overdue second 100.00]", "first [I3 overdue first 25.00, I2 overdue first 50.00]");
    }
}
