package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.Changed;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Withheld;
import io.sollecito.reminders.charges.ChargeRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open and yet not for this creditor to ask for, or not now. */
class NotDemandedTest {

    @Test
    void what_was_assigned_to_a_factor_is_not_reminded_and_not_listed_with_the_others() {
        CasePlan plan = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .held(new Hold(1L, "assigned", "sold to the factor", "anna", null, null))
                .invoice("I2", "2026-03-01", "50.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("held first", "remind first");
        assertThat(lines(plan.reminders().get(0))).containsExactly("I2 overdue first 50.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigned", "dispute", "insolvency"})
    void what_the_erp_says_holds_an_item_holds_it(String kind) {
        OpenItem known = PlanningCase.item("I1", DocumentType.INVOICE, "2026-03-01", "100.00", "EUR", List.of());
        OpenItem held = changed(known, List.of(), List.of(kind));

        CasePlan plan = plan(held, "2026-03-04");

        assertThat(outcomes(plan)).containsExactly("held first");
        assertThat(plan.decisions().get(0).reason()).isEqualTo(kind + ", says sap");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 78.00", "2026-04-01, 88.00"})
    void withheld_tax_is_never_demanded_and_a_retention_not_before_its_day(String day, String demanded) {
        OpenItem known = PlanningCase.item("I1", DocumentType.INVOICE, "2026-03-01", "100.00", "EUR", List.of());
        OpenItem less = changed(
                known,
                List.of(
                        new Withheld("split-payment", new BigDecimal("12.00"), null),
                        new Withheld("retention", new BigDecimal("10.00"), LocalDate.parse("2026-04-01"))),
                List.of());

        assertThat(plan(less, day).reminders().get(0).total()).isEqualByComparingTo(demanded);
    }

    @Test
    void an_advance_is_netted_against_its_own_order_only() {
        CasePlan plan = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .credit(DocumentType.ADVANCE, "A1", "-40.00", "I1")
                .credit(DocumentType.ADVANCE, "A2", "-30.00", "ORDER-9")
                .credit(DocumentType.ADVANCE, "A3", "-20.00")
                .on("2026-03-04");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00", "A1 credit -40.00");
    }

    @Test
    void what_a_step_with_legal_effect_demands_has_reached_it() {
        CasePlan plan = new PlanningCase()
                .under("""
                        plan: standard
                        calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
                        steps:
                          - {name: first, when: 3d after due, by: [email], template: first-reminder}
                          - {name: formal, when: 30d after due, by: [registered-letter], template: formal-notice, deadline: 15d, approve: true}
                        """)
                .invoice("I1", "2026-01-10", "100.00", PlanningCase.sent("first", "2026-01-20"))
                .approved("formal")
                .invoice("I2", "2026-02-20", "50.00", PlanningCase.sent("first", "2026-02-25"))
                .invoice("I3", "2026-02-27", "25.00")
                .on("2026-03-04");

        assertThat(plan.reminders()).allSatisfy(reminder -> {
            if (reminder.step().equals("formal")) {
                assertThat(lines(reminder)).containsExactly("I1 overdue formal 100.00");
            }
        });
        assertThat(outcomes(plan)).containsExactly("remind formal", "not-yet formal", "remind first");
    }

    private static CasePlan plan(OpenItem item, String day) {
        Planner planner = new Planner(
                PlanningCase.plans(PlanningCase.PLAN), ChargeRules.NONE, Map.of("code", "ACME-IT", "country", "IT"));
        return planner.plan(
                new DebtorCase(
                        PlanningCase.debtor("IT", "a@rossi.example", null), List.of(CaseItem.of(item)), List.of()),
                PlanningDay.of(LocalDate.parse(day)));
    }

    private static OpenItem changed(OpenItem item, List<Withheld> withheld, List<String> holds) {
        return Changed.with(Changed.with(item, "withheld", withheld), "holds", holds);
    }
}
