package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.model.Creditor;
import io.sollecito.model.RunRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a creditor's day is planned: its export is due daily, the deadline is 10:00 in Rome, 4 March 2026 a Wednesday. */
class DailyPlanningTest {

    private static final String PLAN = """
            plan: standard
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
            thanks: {template: thank-you, when: paid after a reminder}
            """;

    private final PlanningLedger ledger = new PlanningLedger(LedgerForTests.h2(), PlanningCase.plans(PLAN));

    @BeforeEach
    void a_debtor_owes_an_invoice() {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
    }

    private void attemptAt(String moment, Creditor creditor) {
        ledger.momentIs(moment);
        ledger.daily(LocalTime.of(10, 0)).attempt(creditor);
    }

    private void attemptAt(String moment) {
        attemptAt(moment, PlanningLedger.ACME);
    }

    private void exported(String moment) {
        ledger.momentIs(moment);
        ledger.connections.factsAsOf("erp-acme-sap", Instant.parse(moment));
    }

    @Test
    void a_day_is_planned_as_soon_as_its_export_is_in() {
        exported("2026-03-04T04:00:00Z");

        attemptAt("2026-03-04T05:00:00Z");

        assertThat(ledger.reminded()).containsExactly("I1 first waiting");
    }

    @Test
    void until_then_it_waits_but_not_beyond_its_deadline() {
        exported("2026-03-03T04:00:00Z");

        attemptAt("2026-03-04T08:59:59Z");
        assertThat(ledger.count("planning_run")).isZero();

        attemptAt("2026-03-04T09:00:00Z");
        assertThat(ledger.reminded()).containsExactly("I1 first waiting");
    }

    @Test
    void a_day_is_planned_once() {
        exported("2026-03-04T04:00:00Z");
        attemptAt("2026-03-04T05:00:00Z");
        ledger.debtor("4712", "a@bianchi.example");
        ledger.item("4712", "I2", "2026-03-01", "100.00");

        attemptAt("2026-03-04T09:00:00Z");
        assertThat(ledger.reminded()).containsExactly("I1 first waiting");

        exported("2026-03-05T04:00:00Z");
        attemptAt("2026-03-05T05:00:00Z");
        assertThat(ledger.reminded()).containsExactly("I1 first waiting", "I2 first waiting");
    }

    @Test
    void a_closed_day_is_not_planned() {
        exported("2026-03-07T04:00:00Z");

        attemptAt("2026-03-07T12:00:00Z");

        assertThat(ledger.count("planning_run")).isZero();
    }

    @Test
    void the_day_is_that_of_the_creditor() {
        exported("2026-03-05T04:00:00Z");

        attemptAt("2026-03-08T23:30:00Z");
        assertThat(ledger.count("planning_run"))
                .as("Monday 00:30 in Rome: the day's export may still come")
                .isZero();

        attemptAt("2026-03-09T09:00:00Z");
        assertThat(ledger.count("planning_run where run_date = date '2026-03-09'"))
                .isOne();
    }

    @Test
    void a_day_that_was_planned_beyond_is_left_alone() {
        ledger.runOn("2026-03-04");
        ledger.run().run(PlanningLedger.ACME, LocalDate.parse("2026-03-06"));
        exported("2026-03-05T04:00:00Z");

        attemptAt("2026-03-05T05:00:00Z");

        assertThat(ledger.count("planning_run")).isEqualTo(2);
    }

    @Test
    void who_has_paid_is_thanked_after_a_run_that_sends() {
        whoWasRemindedPays();

        attemptAt("2026-03-06T05:00:00Z");

        assertThat(ledger.count("thanks")).isOne();
    }

    @Test
    void nobody_is_reminded_or_thanked_on_stale_facts() {
        whoWasRemindedPays();
        ledger.debtor("4712", "a@bianchi.example");
        ledger.item("4712", "I2", "2026-03-01", "100.00");

        attemptAt("2026-03-11T12:00:00Z");

        assertThat(ledger.count("planning_run where run_date = date '2026-03-11'"))
                .isOne();
        assertThat(ledger.count("thanks")).isZero();
        assertThat(ledger.reminded()).containsExactly("I1 first sent");
    }

    @Test
    void thanks_wait_for_a_person_where_reminders_do() {
        whoWasRemindedPays();

        attemptAt("2026-03-06T05:00:00Z", PlanningLedger.ACME.with(new RunRules(RunRules.Review.ALL, 10, null)));

        assertThat(ledger.count("planning_run")).isEqualTo(2);
        assertThat(ledger.count("thanks")).isZero();
    }

    private void whoWasRemindedPays() {
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        ledger.database
                .sql()
                .sql("update open_item set erp_open = 0, settled_cause = 'payment', settled_at ="
                        + " timestamp with time zone '2026-03-06 04:00:00+00'")
                .update();
        exported("2026-03-06T04:00:00Z");
    }
}
