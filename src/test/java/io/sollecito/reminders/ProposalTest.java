package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.proposals.ProposalRelease.Released;
import io.sollecito.ledger.proposals.Proposals;
import io.sollecito.ledger.proposals.Proposals.Message;
import io.sollecito.ledger.proposals.Scope;
import io.sollecito.model.Refused;
import io.sollecito.model.RunRules;
import io.sollecito.model.RunRules.Review;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalTest {

    private static final RunRules ALL = new RunRules(Review.ALL, 10, null);

    private static final String PLAN = PlanningCase.PLAN
            + "  - {name: call, when: 25d after due, by: [task], template: call-script}\n"
            + "  - {name: over, when: 40d after due, by: [handover]}\n";

    static Stream<Named<PlanningLedger>> ledgers() {
        return Stream.of(
                Named.of("H2", new PlanningLedger(LedgerForTests.h2(), PlanningCase.plans(PLAN))),
                Named.of("PostgreSQL", new PlanningLedger(LedgerForTests.postgres(), PlanningCase.plans(PLAN))));
    }

    private static Proposals proposals(PlanningLedger ledger) {
        return new Proposals(ledger.database, ledger.journal, Clock.systemUTC());
    }

    private static long open(PlanningLedger ledger) {
        return proposals(ledger).open("ACME-IT").get(0).run();
    }

    private static List<String> messages(PlanningLedger ledger) {
        List<Message> messages = new ArrayList<>();
        proposals(ledger).eachMessage(open(ledger), messages::add);
        return messages.stream()
                .map(one -> one.debtor() + " " + one.step() + " by "
                        + one.channels().get(0) + " "
                        + one.total().stripTrailingZeros().toPlainString()
                        + (one.approvedBy() == null ? "" : " approved"))
                .toList();
    }

    private static void threeDebtors(PlanningLedger ledger) {
        for (int i = 1; i <= 3; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", i + "00.00");
        }
    }

    private static int approve(PlanningLedger ledger, Scope scope) {
        return ledger.desk().approve(PlanningLedger.ACME, open(ledger), scope, "giulia", "looked at");
    }

    private static Released release(PlanningLedger ledger) {
        return ledger.desk().release(PlanningLedger.ACME, open(ledger), "giulia", "looked at");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nothing_of_a_proposal_leaves_before_it_is_released(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.runOn("2026-03-04", ALL);
        ledger.momentIs("2026-03-04T10:00:00Z");

        assertThat(ledger.claim()).isEmpty();
        assertThat(approve(ledger, Scope.ALL)).isEqualTo(3);
        assertThat(ledger.claim()).isEmpty();
        assertThat(release(ledger)).isEqualTo(new Released(3, 0));
        assertThat(ledger.claim())
                .extracting(Claim::channel)
                .containsOnly("email")
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void only_what_is_approved_is_released_and_the_next_run_plans_the_rest_again(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.runOn("2026-03-04", ALL);
        approve(ledger, Scope.ofDebtor("sap", "4712"));
        assertThat(messages(ledger))
                .containsExactly(
                        "4711 first by email 100", "4712 first by email 200 approved", "4713 first by email 300");
        assertThat(release(ledger).messages()).isEqualTo(1);
        ledger.sendAll("2026-03-04");

        ledger.runOn("2026-03-05", ALL);

        assertThat(messages(ledger)).containsExactly("4711 first by email 100", "4713 first by email 300");
        assertThat(ledger.reminded())
                .containsExactly(
                        "I1 first cancelled",
                        "I2 first sent",
                        "I3 first cancelled",
                        "I1 first waiting",
                        "I3 first waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_paid_after_the_proposal_is_taken_back_from_it(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.runOn("2026-03-04", ALL);
        approve(ledger, Scope.ALL);
        ledger.database
                .sql()
                .sql("update open_item set erp_open = 0, settled_cause = 'payment' where item_key = 'I1'")
                .update();

        assertThat(release(ledger)).isEqualTo(new Released(2, 1));
        assertThat(ledger.reminded()).contains("I1 first cancelled");
        ledger.momentIs("2026-03-04T10:00:00Z");
        assertThat(ledger.claim()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_changes_between_release_and_claim_still_stops_the_message(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.runOn("2026-03-04", ALL);
        approve(ledger, Scope.ALL);
        release(ledger);
        ledger.database
                .sql()
                .sql("update open_item set erp_open = 50 where item_key = 'I1'")
                .update();
        ledger.momentIs("2026-03-04T10:00:00Z");

        assertThat(ledger.claim()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_item_taken_out_leaves_the_message_without_it_and_comes_back_with_the_next_run(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long first = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4711", "I2", "2026-03-01", "50.00");
        ledger.runOn("2026-03-04", ALL);
        approve(ledger, Scope.ALL);

        assertThat(ledger.desk()
                        .leaveOut(
                                PlanningLedger.ACME,
                                open(ledger),
                                Scope.ofItem(first),
                                "giulia",
                                "credit note is coming"))
                .isEqualTo(1);

        assertThat(messages(ledger)).containsExactly("4711 first by email 50");
        assertThat(ledger.outcome(first)).isEqualTo("held first");
        assertThat(ledger.count("reminder_item where guard = true and item_id = " + first))
                .isZero();
        assertThat(ledger.journal.of("item:" + first).get(0).event()).isEqualTo("proposal-changed");

        ledger.runOn("2026-03-05", ALL);
        assertThat(messages(ledger)).containsExactly("4711 first by email 150");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_was_changed_stays_changed_when_the_run_of_that_day_goes_on(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.debtor("4714", "a@rossi.example");
        long moved = ledger.item("4714", "I4", "2026-02-20", "400.00");
        ledger.runOn("2026-02-25");
        ledger.sendAll("2026-02-25");
        ledger.runOn("2026-03-04", ALL);
        ProposalDesk desk = ledger.desk();
        long run = open(ledger);
        desk.leaveOut(PlanningLedger.ACME, run, Scope.ofDebtor("sap", "4711"), "giulia", "they called");
        desk.channel(PlanningLedger.ACME, run, Scope.ofDebtor("sap", "4712"), "letter", "giulia", "they read no mail");
        desk.stepBack(PlanningLedger.ACME, run, Scope.ofItem(moved), "giulia", "gently");
        List<String> changed = messages(ledger);
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        "4712 first by letter 200", "4713 first by email 300", "4714 first by email 400");
        takenBack(ledger);

        ledger.runOn("2026-03-04", ALL);

        assertThat(messages(ledger)).containsExactlyInAnyOrderElementsOf(changed);
        ledger.runOn("2026-03-05", ALL);
        assertThat(messages(ledger)).as("the next day it is as planned").contains("4711 first by email 100");
    }

    /** As if the run had been cut off before it wrote them. */
    private static void takenBack(PlanningLedger ledger) {
        ledger.database
                .sql()
                .sql("update reminder_item set guard = null where reminder_id in"
                        + " (select id from reminder where state = 'waiting')")
                .update();
        ledger.database
                .sql()
                .sql("update dispatch set state = 'cancelled' where state = 'proposed'")
                .update();
        ledger.database
                .sql()
                .sql("update reminder set state = 'cancelled' where state = 'waiting'")
                .update();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void another_channel_must_be_one_that_the_template_has_words_for(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04", ALL);
        ProposalDesk desk = ledger.desk();

        assertThatThrownBy(() -> desk.channel(PlanningLedger.ACME, open(ledger), Scope.ALL, "task", "giulia", "call"))
                .isInstanceOf(Refused.class)
                .hasMessage("template first-reminder has no words for task");
        assertThat(messages(ledger)).containsExactly("4711 first by email 100");
        desk.channel(PlanningLedger.ACME, open(ledger), Scope.ALL, "sms", "giulia", "quick");
        assertThat(messages(ledger)).containsExactly("4711 first by sms 100");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_step_back_sends_the_step_before_once_more(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        ledger.runOn("2026-03-12", ALL);
        assertThat(messages(ledger)).containsExactly("4711 second by letter 100");

        ledger.desk().stepBack(PlanningLedger.ACME, open(ledger), Scope.ofItem(item), "giulia", "they were on strike");

        assertThat(messages(ledger)).containsExactly("4711 first by email 100");
        assertThat(ledger.count("reminder_item where guard = true and step = 'first' and repeat_no = 1"))
                .isEqualTo(1);
        approve(ledger, Scope.ALL);
        release(ledger);
        ledger.sendAll("2026-03-12");
        ledger.runOn("2026-03-19", ALL);
        assertThat(messages(ledger)).containsExactly("4711 second by letter 100");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_first_step_cannot_go_back_and_nothing_is_changed_then(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-05", ALL);

        assertThatThrownBy(() -> ledger.desk()
                        .stepBack(PlanningLedger.ACME, open(ledger), Scope.ofItem(item), "giulia", "too early"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("would not be reminded then");

        assertThat(messages(ledger)).containsExactly("4711 first by email 100");
        assertThat(ledger.count("proposal_change")).isZero();
    }

    @ParameterizedTest
    @MethodSource("collecting")
    void what_is_collected_does_not_step_back_to_a_demand(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-10", "100.00");
        ledger.database.sql().sql("update open_item set in_collection = true").update();
        ledger.runOn("2026-03-05", ALL);
        assertThat(messages(ledger)).containsExactly("4711 will-be-collected by email 0");

        assertThatThrownBy(() -> ledger.desk()
                        .stepBack(PlanningLedger.ACME, open(ledger), Scope.ofItem(item), "giulia", "too early"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("would not be reminded then");

        assertThat(messages(ledger)).containsExactly("4711 will-be-collected by email 0");
    }

    @ParameterizedTest
    @MethodSource("charging")
    void what_a_proposal_charges_is_owed_once_it_is_released(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04", ALL);
        assertThat(ledger.count("charge")).isEqualTo(1);
        assertThat(ledger.count("open_charge")).isZero();
        approve(ledger, Scope.ALL);
        ledger.momentIs("2026-03-04T10:00:00Z");

        release(ledger);

        assertThat(ledger.count("open_charge where open_amount = 5")).isEqualTo(1);
        assertThat(ledger.count("charge where created_at = timestamp with time zone '2026-03-04 10:00:00+00'"))
                .isEqualTo(1);
    }

    static Stream<Named<PlanningLedger>> charging() {
        Plans plans = PlanningCase.plans(
                PlanningCase.PLAN.replace("template: first-reminder", "template: first-reminder, fee: {EUR: 5.00}"));
        ChargeRules rules = ChargeRules.load(Path.of("reminders"));
        return Stream.of(
                Named.of("H2", new PlanningLedger(LedgerForTests.h2(), plans, rules)),
                Named.of("PostgreSQL", new PlanningLedger(LedgerForTests.postgres(), plans, rules)));
    }

    static Stream<Named<PlanningLedger>> collecting() {
        String plan = PlanningCase.PLAN
                + "  - {name: will-be-collected, when: 5d before collection, by: [email], template: will-be-collected}\n";
        return Stream.of(
                Named.of("H2", new PlanningLedger(LedgerForTests.h2(), PlanningCase.plans(plan))),
                Named.of("PostgreSQL", new PlanningLedger(LedgerForTests.postgres(), PlanningCase.plans(plan))));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void another_channel_must_reach_the_debtor(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04", ALL);
        ProposalDesk desk = ledger.desk();

        desk.channel(PlanningLedger.ACME, open(ledger), Scope.ALL, "letter", "giulia", "they read no mail");
        assertThat(messages(ledger)).containsExactly("4711 first by letter 100");

        ledger.database
                .sql()
                .sql("update debtor set canonical = replace(canonical, '+39 333 1234567', '+39 02 1234567')")
                .update();
        assertThatThrownBy(() -> desk.channel(PlanningLedger.ACME, open(ledger), Scope.ALL, "sms", "giulia", "quick"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no usable address for sms");
        assertThat(messages(ledger)).containsExactly("4711 first by letter 100");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void tasks_and_hand_overs_are_done_only_when_they_are_released(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-02-01", "100.00");
        ledger.runOn("2026-03-02");
        ledger.database.sql().sql("update reminder_item set step = 'third'").update();
        ledger.sendAll("2026-03-02");
        ledger.runOn("2026-03-10", ALL);
        assertThat(messages(ledger)).containsExactly("4711 call by task 100");
        assertThat(ledger.count("open_task")).isZero();
        approve(ledger, Scope.ALL);
        release(ledger);
        assertThat(ledger.count("open_task")).isEqualTo(1);
        assertThat(ledger.reminded()).contains("I1 call sent");

        ledger.runOn("2026-03-18", ALL);
        assertThat(messages(ledger)).containsExactly("4711 over by handover 100");
        assertThat(ledger.count("hold")).isZero();
        approve(ledger, Scope.ALL);
        release(ledger);
        assertThat(ledger.count("hold where kind = 'handed-over' and item_id = " + item))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_release_waits_for_the_sending_window_and_needs_fresh_facts(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.runOn("2026-03-05", ALL);
        approve(ledger, Scope.ALL);
        ledger.momentIs("2026-03-06T20:00:00Z"); // Friday, after the window
        long run = open(ledger);
        release(ledger);
        assertThat(ledger.claim()).isEmpty();
        assertThat(ledger.count("dispatch where send_at = timestamp with time zone '2026-03-09 07:30:00+00'"))
                .isEqualTo(3);
        ledger.momentIs("2026-03-20T10:00:00Z");
        assertThatThrownBy(() -> ledger.desk().release(PlanningLedger.ACME, run, "giulia", "late"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stale");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void only_the_first_runs_are_proposals_and_have_a_limit(PlanningLedger ledger) {
        threeDebtors(ledger);
        RunRules firstTwo = new RunRules(Review.FIRST, 2, 1);

        assertThat(ledger.runOn("2026-03-04", firstTwo).reminders()).isEqualTo(1);
        assertThat(messages(ledger)).containsExactly("4713 first by email 300");
        assertThat(ledger.count("latest_decision where outcome = 'not-yet'"
                        + " and reason = 'the day''s limit of 1 messages is reached'"))
                .isEqualTo(2);
        approve(ledger, Scope.ALL);
        release(ledger);
        ledger.sendAll("2026-03-04");

        assertThat(ledger.runOn("2026-03-05", firstTwo).reminders()).isEqualTo(1);
        assertThat(messages(ledger)).containsExactly("4712 first by email 200");

        assertThat(ledger.runOn("2026-03-06", firstTwo).reminders()).isEqualTo(2);
        assertThat(proposals(ledger).open("ACME-IT")).isEmpty();
        assertThat(ledger.dispatches())
                .containsExactly("email sent", "email cancelled", "email waiting", "email waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_proposal_that_crashed_goes_on_with_the_rest_within_its_limit(PlanningLedger ledger) {
        for (int i = 1; i <= 5; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", "100.00");
        }
        RunRules limited = new RunRules(Review.ALL, 10, 4);
        ledger.crashAfter(8);
        assertThatThrownBy(() -> ledger.runOn("2026-03-04", limited)).isInstanceOf(PlanningLedger.Crash.class);
        ledger.restart();
        assertThat(messages(ledger)).hasSize(2);

        assertThat(ledger.runOn("2026-03-04", limited).reminders()).isEqualTo(2);

        assertThat(messages(ledger))
                .containsExactly(
                        "4711 first by email 100",
                        "4712 first by email 100",
                        "4713 first by email 100",
                        "4714 first by email 100");
        assertThat(ledger.runOn("2026-03-04", limited).reminders()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_shadow_run_decides_and_nothing_leaves_or_counts(PlanningLedger ledger) {
        threeDebtors(ledger);
        RunRules shadow = new RunRules(Review.SHADOW, 10, null);

        assertThat(ledger.runOn("2026-03-04", shadow).reminders()).isEqualTo(3);
        assertThat(ledger.runOn("2026-03-05", shadow).reminders()).isEqualTo(3);

        assertThat(ledger.count("reminder_item where guard = true")).isZero();
        assertThat(ledger.count("dispatch where state <> 'cancelled'")).isZero();
        ledger.momentIs("2026-03-05T10:00:00Z");
        assertThat(ledger.claim()).isEmpty();
        assertThat(ledger.runOn("2026-03-06").reminders()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_run_that_is_no_proposal_cannot_be_released(PlanningLedger ledger) {
        threeDebtors(ledger);
        ledger.runOn("2026-03-04");
        long run = ledger.runs.last("ACME-IT").orElseThrow().id();

        assertThatThrownBy(() -> ledger.desk().release(PlanningLedger.ACME, run, "giulia", "go"))
                .isInstanceOf(Refused.class)
                .hasMessage("run " + run + " is no proposal of ACME-IT");
        assertThat(LocalDate.parse("2026-03-04"))
                .isEqualTo(ledger.runs.last("ACME-IT").orElseThrow().date());
    }
}
