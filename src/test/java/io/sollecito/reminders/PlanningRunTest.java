package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.PlannedReminders.Committed;
import io.sollecito.ledger.reminders.PlannedReminders.Planned;
import io.sollecito.ledger.reminders.PlanningRuns.Begun;
import io.sollecito.model.CasePlan;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Hold;
import io.sollecito.model.RunRules;
import io.sollecito.reminders.charges.ChargeRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanningRunTest {

    private static final String FORMAL =
            "  - {name: formal, when: 30d after due, by: [registered-letter], template: formal-notice,"
                    + " deadline: 15d, approve: true}\n";

    static Stream<Named<PlanningLedger>> ledgers() {
        return Stream.of(
                Named.of("H2", ledger(LedgerForTests.h2())), Named.of("PostgreSQL", ledger(LedgerForTests.postgres())));
    }

    static Stream<PlanningLedger> taskPlan() {
        String plan = PlanningCase.PLAN.replace("[email, letter]", "[email, task]");
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(plan)));
    }

    private static PlanningLedger ledger(Database database) {
        return new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN + FORMAL));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_run_repeated_plans_nothing_new(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");

        assertThat(ledger.runOn("2026-03-04").reminders()).isEqualTo(1);
        assertThat(ledger.runOn("2026-03-04").reminders()).isZero();
        ledger.sendAll("2026-03-04");
        assertThat(ledger.runOn("2026-03-04").reminders()).isZero();

        assertThat(ledger.reminded()).containsExactly("I1 first sent");
        assertThat(ledger.dispatches()).containsExactly("email sent");
        String reference = ledger.database
                .sql()
                .sql("select reference from reminder")
                .query(String.class)
                .single();
        assertThat(CreditorReference.isValid(reference)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void steps_follow_each_other_only_as_they_are_sent(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");

        ledger.runOn("2026-03-04");
        ledger.runOn("2026-03-20");
        assertThat(ledger.outcome(item)).isEqualTo("awaiting-delivery first");
        ledger.sendAll("2026-03-20");
        ledger.runOn("2026-03-27");
        assertThat(ledger.reminded()).containsExactly("I1 first sent", "I1 second waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void after_a_crash_in_the_middle_the_run_goes_on_with_the_rest(PlanningLedger ledger) {
        for (int i = 1; i <= 5; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", "100.00");
        }
        ledger.crashAfter(8);
        assertThatThrownBy(() -> ledger.runOn("2026-03-04")).isInstanceOf(PlanningLedger.Crash.class);
        ledger.restart();
        assertThat(ledger.reminded()).containsExactly("I1 first waiting", "I2 first waiting");

        assertThat(ledger.runOn("2026-03-04").reminders()).isEqualTo(3);
        assertThat(ledger.reminded()).hasSize(5).doesNotHaveDuplicates();
        assertThat(ledger.dispatches()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_was_planned_twice_at_the_same_time_is_committed_once(PlanningLedger ledger) {
        for (int i = 1; i <= 3; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", "100.00");
        }
        List<CasePlan> plans = new ArrayList<>();
        Planner planner = new Planner(ledger.plans, ChargeRules.NONE, Map.of());
        PlanningDay day = PlanningDay.of(LocalDate.parse("2026-03-04"));
        new Cases(ledger.database)
                .forEachBatch("ACME-IT", day.asOf(), batch -> batch.forEach(one -> plans.add(planner.plan(one, day))));
        Begun run = ledger.runs.begin("ACME-IT", day.asOf(), RunRules.DEFAULT);

        assertThat(commit(ledger, run, plans.subList(0, 1)).reminders()).isEqualTo(1);
        assertThat(commit(ledger, run, plans).reminders()).isEqualTo(2);

        assertThat(ledger.reminded()).hasSize(3).doesNotHaveDuplicates();
        assertThat(ledger.journal.of("run:" + run.id()))
                .extracting(Journal.Row::event)
                .containsExactly("reminder-refused");
    }

    private static Committed commit(PlanningLedger ledger, Begun run, List<CasePlan> plans) {
        return ledger.planned.commit(run, PlanningLedger.ACME, new Planned(0, plans), same -> {
            throw new AssertionError("nothing changed");
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_export_that_is_applied_after_a_batch_was_read_is_planned_on(PlanningLedger ledger) {
        for (int i = 1; i <= 3; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", "100.00");
        }
        Planner planner = new Planner(ledger.plans, ChargeRules.NONE, Map.of());
        PlanningDay day = PlanningDay.of(LocalDate.parse("2026-03-04"));
        Cases cases = new Cases(ledger.database);
        long facts = cases.factsNumber("ACME-IT");
        List<DebtorCase> read = new ArrayList<>();
        cases.forEachBatch("ACME-IT", day.asOf(), read::addAll);
        List<CasePlan> plans = read.stream().map(one -> planner.plan(one, day)).toList();
        exportMovesDueDate(ledger, 1, "I1");
        ledger.database
                .sql()
                .sql("update open_item set erp_open = 0, settled_cause = 'credit' where item_key = 'I2'")
                .update();
        Begun run = ledger.runs.begin("ACME-IT", day.asOf(), RunRules.DEFAULT);

        Committed committed = ledger.planned.commit(
                run,
                PlanningLedger.ACME,
                new Planned(facts, plans),
                before -> cases.again("ACME-IT", day.asOf(), read).stream()
                        .map(one -> planner.plan(one, day))
                        .toList());

        assertThat(committed.plans()).hasSize(2);
        assertThat(ledger.reminded()).containsExactly("I3 first waiting");
        assertThat(ledger.count("reminder where facts_no = 1")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void exports_that_are_applied_while_a_run_plans_are_planned_on_or_cancel_what_was_planned(PlanningLedger ledger)
            throws Exception {
        int debtors = 60;
        for (int i = 1; i <= debtors; i++) {
            ledger.debtor("47" + i, "a@rossi.example");
            ledger.item("47" + i, "I" + i, "2026-03-01", "100.00");
        }
        CompletableFuture<Void> exports = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= debtors; i++) {
                exportMovesDueDate(ledger, i, "I" + (debtors + 1 - i));
            }
        });

        ledger.runOn("2026-03-04");
        exports.get(1, TimeUnit.MINUTES);

        assertThat(ledger.count("reminder_item ri join reminder r on r.id = ri.reminder_id"
                        + " join open_item i on i.id = ri.item_id join export e on e.id = i.changed_export"
                        + " where e.facts_no <= r.facts_no and i.due_date = date '2026-05-01'"))
                .isZero();
        assertThat(ledger.count("open_item where due_date = date '2026-05-01'")).isEqualTo(debtors);
    }

    private static void exportMovesDueDate(PlanningLedger ledger, long number, String item) {
        ledger.database.inTransaction(() -> {
            CreditorLock.take(ledger.database, "ACME-IT");
            ledger.database
                    .sql()
                    .sql(
                            "insert into export (id, connection, creditor, source, kind, delivers, file_name, content_hash,"
                                    + " as_of, received_at, state, facts_no) values (?, 'erp-acme-sap', 'ACME-IT', 'sap', 'openItem',"
                                    + " 'delta', 'f', ?, current_timestamp, current_timestamp, 'applied', ?)")
                    .params(1000 + number, "h" + number, number)
                    .update();
            ledger.database
                    .sql()
                    .sql("update open_item set due_date = date '2026-05-01', changed_export = ? where item_key = ?")
                    .params(1000 + number, item)
                    .update();
            ledger.database
                    .sql()
                    .sql("update connection set facts_no = ?")
                    .param(number)
                    .update();
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_backdated_run_is_refused(PlanningLedger ledger) {
        ledger.runOn("2026-03-04");

        assertThat(ledger.run()
                        .run(PlanningLedger.ACME, LocalDate.parse("2026-03-03"))
                        .refused())
                .contains("backdated");
        ledger.dayIs("2026-03-02");
        assertThat(ledger.run()
                        .run(PlanningLedger.ACME, LocalDate.parse("2026-03-03"))
                        .refused())
                .contains("2026-03-04 was planned before");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_runs_of_one_creditor_do_not_overlap(PlanningLedger ledger) {
        AtomicReference<PlanningRun.Result> second = new AtomicReference<>();

        ledger.runs.alone("ACME-IT", lock -> second.set(ledger.runOn("2026-03-04")));

        assertThat(second.get().refused()).contains("another run");
        assertThat(ledger.runOn("2026-03-04").refused()).isNull();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void stale_facts_remind_nobody_and_the_run_says_why(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.dayIs("2026-03-03");
        ledger.connections.factsAsOf("erp-acme-sap", Instant.parse("2026-03-03T06:00:00Z"));
        ledger.dayIs("2026-03-09");

        PlanningRun.Result result = ledger.run().run(PlanningLedger.ACME, LocalDate.parse("2026-03-09"));

        assertThat(result.stale()).contains("erp-acme-sap delivered last as of 2026-03-03");
        assertThat(result.reminders()).isZero();
        assertThat(ledger.outcome(item)).isEqualTo("stale");
        assertThat(ledger.runs.last("ACME-IT").orElseThrow().stale()).contains("erp-acme-sap");
        assertThat(ledger.runOn("2026-03-09").reminders()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_decision_is_written_when_it_differs_from_the_one_before(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-06-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.runOn("2026-03-05");
        assertThat(ledger.count("decision")).isEqualTo(1);

        ledger.database
                .sql()
                .sql("update open_item set settled_cause = 'payment', erp_open = 0 where id = ?")
                .param(item)
                .update();
        ledger.runOn("2026-03-06");
        ledger.runOn("2026-03-07");
        assertThat(ledger.count("decision")).isEqualTo(2);
        assertThat(ledger.outcome(item)).isEqualTo("settled");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_failed_dispatch_falls_back_to_the_next_channel_of_the_same_step(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");

        ledger.fail(firstDispatch(ledger, "email"));
        assertThat(ledger.dispatches()).containsExactly("email failed", "letter waiting");
        assertThat(ledger.reminded()).containsExactly("I1 first waiting");
        ledger.fail(firstDispatch(ledger, "email"));
        assertThat(ledger.dispatches()).hasSize(2);

        ledger.fail(firstDispatch(ledger, "letter"));
        assertThat(ledger.reminded()).containsExactly("I1 first undelivered");
        ledger.runOn("2026-03-10");
        assertThat(ledger.outcome(item)).isEqualTo("no-address first");
        ledger.runOn("2026-03-11");
        assertThat(ledger.reminded()).containsExactly("I1 first undelivered", "I1 first waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_reminder_keeps_the_language_that_the_erp_says_and_leaves_the_choice_to_who_writes_it(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.database
                .sql()
                .sql("update debtor set canonical = replace(canonical, '\"language\":\"it\"', '\"language\":\"es\"')")
                .update();

        ledger.runOn("2026-03-04");

        assertThat(ledger.database
                        .sql()
                        .sql("select language from reminder")
                        .query(String.class)
                        .single())
                .isEqualTo("es");
    }

    @ParameterizedTest
    @MethodSource("taskPlan")
    void what_falls_back_to_a_task_is_done_on_the_creditors_day(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.momentIs("2026-03-04T23:30:00Z");

        ledger.fail(firstDispatch(ledger, "email"));

        assertThat(ledger.reminded()).containsExactly("I1 first sent");
        assertThat(ledger.database
                        .sql()
                        .sql("select effective_on from reminder")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2026-03-05");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_suspended_address_is_skipped_until_another_one_comes_or_a_person_lifts_it(PlanningLedger ledger) {
        ledger.debtor("4711", "A@rossi.example");
        ledger.debtor("4712", "a@rossi.example");
        ledger.debtor("4713", "c@verdi.example");
        ledger.item("4713", "I3", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        SuspendedAddresses addresses = ledger.addresses();
        ledger.database.inTransaction(
                () -> assertThat(addresses.suspend("ACME-IT", "email", "a@Rossi.example", "bounced with 5.1.1", 1))
                        .isTrue());
        ledger.item("4711", "I1", "2026-03-04", "100.00");
        long upcoming = ledger.item("4712", "I2", "2026-03-05", "100.00");

        ledger.runOn("2026-03-05");

        assertThat(ledger.outcome(upcoming)).isEqualTo("no-address due-today");
        assertThat(ledger.database
                        .sql()
                        .sql("select reason from latest_decision where item_id = ?")
                        .param(upcoming)
                        .query(String.class)
                        .single())
                .isEqualTo("no usable address for email; its email address bounced with 5.1.1 on 2026-03-04");
        addresses.lift(1, "bruno", "his mailbox is back");
        ledger.runOn("2026-03-05");
        assertThat(ledger.outcome(upcoming)).isEqualTo("remind due-today");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_step_by_email_or_letter_goes_by_letter_when_the_mailbox_is_suspended(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        ledger.database.inTransaction(
                () -> ledger.addresses().suspend("ACME-IT", "email", "a@rossi.example", "bounced with 5.1.1", 1));
        ledger.debtor("4712", "a@rossi.example");
        ledger.item("4712", "I2", "2026-03-06", "100.00");

        ledger.runOn("2026-03-09");

        assertThat(ledger.dispatches()).containsExactly("email sent", "letter waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_step_by_email_or_letter_reaches_nobody_while_the_postal_address_is_suspended_too(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        SuspendedAddresses addresses = ledger.addresses();
        String postal = "Rossi 4712\nVia Roma 1\n20121 Milano\nIT";
        ledger.database.inTransaction(() -> {
            addresses.suspend("ACME-IT", "email", "a@rossi.example", "bounced with 5.1.1", 1);
            assertThat(addresses.suspend("ACME-IT", "registered-letter", postal, "came back: UNKNOWN", 1))
                    .isTrue();
            assertThat(addresses.suspend("ACME-IT", "letter", postal, "came back: MOVED", 1))
                    .isFalse();
        });
        ledger.debtor("4712", "a@rossi.example");
        long item = ledger.item("4712", "I2", "2026-03-06", "100.00");

        ledger.runOn("2026-03-09");

        assertThat(ledger.outcome(item)).startsWith("no-address");
        assertThat(ledger.database
                        .sql()
                        .sql("select reason from latest_decision where item_id = ?")
                        .param(item)
                        .query(String.class)
                        .single())
                .isEqualTo("no usable address for email or letter; its email address bounced with 5.1.1 on 2026-03-04;"
                        + " a letter to it came back: UNKNOWN on 2026-03-04");
        addresses.lift(2, "bruno", "he lives there");
        ledger.runOn("2026-03-09");
        assertThat(ledger.dispatches()).containsExactly("email sent", "letter waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_parallel_channel_that_fails_changes_nothing_while_the_other_goes_on(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-04", "100.00");
        ledger.runOn("2026-03-04");
        assertThat(ledger.dispatches()).containsExactly("email waiting", "sms waiting");

        ledger.fail(firstDispatch(ledger, "sms"));
        assertThat(ledger.reminded()).containsExactly("I1 due-today waiting");

        ledger.fail(firstDispatch(ledger, "email"));
        assertThat(ledger.reminded()).containsExactly("I1 due-today undelivered");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_19_a_hold_ends_on_its_own_on_the_day_it_names_and_the_item_is_planned_again(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        Hold asked = new Hold(null, "manual", "asked for a copy", "anna", null, LocalDate.parse("2026-03-09"));
        ledger.holds.place("ACME-IT", "sap", "4711", item, LocalDate.parse("2026-03-03"), asked, "anna");

        ledger.runOn("2026-03-04");
        assertThat(ledger.outcome(item)).isEqualTo("held first");
        ledger.runOn("2026-03-09");
        assertThat(ledger.outcome(item)).isEqualTo("held first");
        ledger.runOn("2026-03-10");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");
        assertThat(ledger.holds.of("ACME-IT")).isEmpty();
        assertThat(ledger.journal.of("item:" + item))
                .extracting(row -> row.event() + " by " + row.actor())
                .containsExactly("hold-placed by anna", "hold-ended by run");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hold_on_the_debtor_stops_all_items_until_a_person_ends_it(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        long hold = ledger.holds.place(
                "ACME-IT",
                "sap",
                "4711",
                null,
                LocalDate.parse("2026-03-03"),
                new Hold(null, "insolvency", "court of Milan", "anna", null, null),
                "anna");
        ledger.runOn("2026-03-04");
        assertThat(ledger.outcome(item)).isEqualTo("held first");

        assertThat(ledger.holds.end("ACME-IT", hold, "anna", "settled by phone"))
                .isTrue();
        assertThat(ledger.holds.end("ACME-IT", hold, "anna", "settled by phone"))
                .isFalse();
        ledger.runOn("2026-03-05");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_approved_step_goes_out_with_the_next_run_and_once_only(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-01-20", "100.00");
        for (String day : List.of("2026-03-03", "2026-03-10", "2026-03-17")) {
            ledger.runOn(day);
            ledger.sendAll(day);
        }
        ledger.runOn("2026-03-24");
        assertThat(ledger.outcome(item)).isEqualTo("awaiting-approval formal");
        assertThat(ledger.approvals.waiting("ACME-IT")).hasSize(1);

        assertThat(ledger.approvals.approve(
                        "ACME-IT", "sap", "4711", "formal", "anna", "checked", LocalDate.parse("2026-04-03")))
                .containsExactly(item);
        assertThat(ledger.runOn("2026-03-24").reminders()).isEqualTo(1);
        assertThat(ledger.outcome(item)).isEqualTo("remind formal");
        assertThat(ledger.count("approval where used_at is not null")).isEqualTo(1);
        assertThat(ledger.database
                        .sql()
                        .sql("select deadline from reminder where step = 'formal'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2026-04-08");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_item_that_continues_another_one_goes_on_from_its_steps(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long old = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        long rest = ledger.rest(old, "I2", "I1");

        ledger.runOn("2026-03-10");
        assertThat(ledger.outcome(rest)).isEqualTo("not-yet second");
        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(rest)).isEqualTo("remind second");
    }

    private static long firstDispatch(PlanningLedger ledger, String channel) {
        return ledger.database
                .sql()
                .sql("select min(id) from dispatch where channel = ?")
                .param(channel)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_that_the_erp_books_as_an_item_of_its_own_is_netted_against_the_item_it_paid(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long paid = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4711", "I2", "2026-03-01", "300.00");
        ledger.item("4711", "P1", "2026-03-01", "-100.00");
        ledger.database
                .sql()
                .sql(
                        "insert into allocation (item_id, amount, purpose, state, since, made_at, made_by, state_at, booked_key)"
                                + " select i.id, 100, 'principal', 'confirmed', ?, ?, 'run', ?, p.item_key"
                                + " from open_item i, open_item p where i.id = ? and p.document_no = 'P1'")
                .params(
                        Database.at(Instant.parse("2026-03-02T08:00:00Z")),
                        Database.at(Instant.parse("2026-03-02T08:00:00Z")),
                        Database.at(Instant.parse("2026-03-02T08:00:00Z")),
                        paid)
                .update();

        ledger.runOn("2026-03-04");

        assertThat(ledger.outcome(paid)).startsWith("credit-covers");
        assertThat(ledger.reminded()).containsExactly("I2 first waiting");
    }
}
