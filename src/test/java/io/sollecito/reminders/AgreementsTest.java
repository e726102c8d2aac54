package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.Why;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.reminders.Agreements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Instalment;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises and payment plans: what arrives in time, and how reminders go on when it does not. */
class AgreementsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-05");

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_broken_promise_resumes_the_plan_at_the_step_where_it_paused(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        promise(ledger, "2026-03-16", null, item);

        ledger.runOn("2026-03-18");
        assertThat(ledger.outcome(item)).as("two bank days of tolerance").isEqualTo("held second");
        ledger.runOn("2026-03-19");

        assertThat(ledger.outcome(item)).isEqualTo("remind second");
        assertThat(outcomes(ledger)).containsExactly("I1 broken");
        assertThat(events(ledger, item)).contains("promise-broken by run");
        assertThat(why(ledger))
                .contains("Promise, agreement 1, was broken: 0.00 EUR arrived in time, 100.00 EUR is missing");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_promise_is_not_called_broken_before_the_bank_has_shown_its_last_day(PlanningLedger ledger) {
        ledger.connections.declare(new Connection("bank-acme", "ACME-IT", "bank", "daily", 2, 30));
        ledger.connections.declare(new Connection("bank-two", "ACME-IT", "bank", "movements", 2, 30));
        ledger.connections.declare(new Connection("bank-closed", "ACME-IT", "bank", "none", 2, 30));
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        promise(ledger, "2026-03-16", null, item);

        ledger.dayIs("2026-03-19");
        ledger.connections.factsAsOf("bank-acme", Instant.parse("2026-03-18T22:59:59Z"));
        ledger.connections.factsAsOf("bank-two", Instant.parse("2026-03-17T22:59:59Z"));
        ledger.runOn("2026-03-19");
        assertThat(ledger.outcome(item)).as("its last day is the 18th").isEqualTo("held first");
        assertThat(outcomes(ledger)).containsExactly("I1 null");

        ledger.dayIs("2026-03-20");
        ledger.connections.factsAsOf("bank-two", Instant.parse("2026-03-20T05:30:00Z"));
        ledger.runOn("2026-03-20");
        assertThat(outcomes(ledger)).containsExactly("I1 broken");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void of_days_without_banking_no_statement_is_waited_for(PlanningLedger ledger) {
        ledger.connections.declare(new Connection("bank-acme", "ACME-IT", "bank", "daily", 2, 30));
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        promise(ledger, "2026-03-11", null, item);

        ledger.dayIs("2026-03-16");
        ledger.connections.factsAsOf("bank-acme", Instant.parse("2026-03-13T22:59:59Z"));
        ledger.runOn("2026-03-16");

        assertThat(outcomes(ledger)).as("Friday is known, and so is Sunday").containsExactly("I1 broken");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void one_promise_over_two_items_is_partly_kept_by_what_the_bank_showed_in_time(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long one = ledger.item("4711", "I1", "2026-03-01", "100.00");
        long two = ledger.item("4711", "I2", "2026-03-01", "50.00");
        promise(ledger, "2026-03-10", "120.00", one, two);
        pays(ledger, "2026-03-04", one, "40.00", "pending");
        pays(ledger, "2026-03-12", one, "60.00", "confirmed");
        pays(ledger, "2026-03-12", two, "30.00", "reversed");
        pays(ledger, "2026-03-13", two, "20.00", "pending");

        ledger.runOn("2026-03-13");

        assertThat(outcomes(ledger)).containsExactly("I1 partly-kept", "I2 partly-kept");
        assertThat(ledger.count("agreement where state = 'partly-kept' and arrived = 60"))
                .isEqualTo(1);
        assertThat(events(ledger, two)).contains("promise-partly-kept by run");
        assertThat(ledger.outcome(two)).isEqualTo("remind first");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_only_the_erp_shows_as_paid_keeps_a_promise_and_a_credit_does_not(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long paid = ledger.item("4711", "I1", "2026-03-01", "100.00");
        long credited = ledger.item("4711", "I2", "2026-03-01", "100.00");
        promise(ledger, "2026-03-10", null, paid);
        promise(ledger, "2026-03-10", null, credited);
        settles(ledger, paid, "unknown");
        settles(ledger, credited, "credit");

        ledger.runOn("2026-03-09");

        assertThat(outcomes(ledger)).containsExactly("I1 kept", "I2 lapsed");
    }

    /** That a bank collected it is only what its means of payment says; that one was presented is what the ERP says. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_erp_closes_and_only_its_means_of_payment_calls_collected_keeps_a_promise(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long paid = ledger.item("4711", "I1", "2026-03-01", "100.00");
        long presented = ledger.item("4711", "I2", "2026-03-01", "100.00");
        promise(ledger, "2026-03-10", null, paid);
        promise(ledger, "2026-03-10", null, presented);
        settles(ledger, paid, "collected");
        settles(ledger, presented, "collected");
        ledger.database
                .sql()
                .sql("update open_item set in_collection = true where id = ?")
                .param(presented)
                .update();

        ledger.runOn("2026-03-09");

        assertThat(outcomes(ledger)).containsExactly("I1 kept", "I2 lapsed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_missed_instalment_ends_the_payment_plan_and_a_kept_one_does_not(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.holds
                .agreements()
                .paymentPlan(
                        List.of(item),
                        List.of(instalment("2026-03-10", "50.00"), instalment("2026-03-20", "50.00")),
                        TODAY,
                        "anna",
                        "agreed by phone");
        pays(ledger, "2026-03-11", item, "50.00", "pending");

        ledger.runOn("2026-03-16");
        assertThat(ledger.outcome(item)).isEqualTo("held first");
        ledger.runOn("2026-03-25");

        assertThat(ledger.outcome(item)).isEqualTo("remind first");
        assertThat(outcomes(ledger)).containsExactly("I1 broken");
        assertThat(events(ledger, item)).contains("payment-plan-broken by run");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nothing_is_judged_on_stale_facts_and_nothing_is_agreed_on_twice(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        promise(ledger, "2026-03-10", null, item);

        ledger.dayIs("2026-03-20");
        assertThat(ledger.run()
                        .run(PlanningLedger.ACME, LocalDate.parse("2026-03-20"))
                        .stale())
                .isNotNull();

        assertThat(outcomes(ledger)).containsExactly("I1 null");
        assertThatThrownBy(() -> promise(ledger, "2026-03-10", null, item))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stands in agreement 1 already");
        assertThatThrownBy(() -> promise(ledger, "2026-03-04", null, item)).hasMessageContaining("has passed");
        ledger.holds.end("ACME-IT", 1, "anna", "they pay by direct debit");
        assertThat(ledger.count("agreement where state = 'withdrawn'")).isEqualTo(1);
        assertThat(outcomes(ledger)).containsExactly("I1 withdrawn");
    }

    private static void promise(PlanningLedger ledger, String until, String amount, Long... items) {
        Instalment promised = Agreements.instalment(
                creditor(), LocalDate.parse(until), amount == null ? null : new BigDecimal(amount));
        ledger.holds.agreements().promise(List.of(items), promised, TODAY, "anna", "by phone");
    }

    private static Instalment instalment(String due, String amount) {
        return Agreements.instalment(creditor(), LocalDate.parse(due), new BigDecimal(amount));
    }

    private static Creditor creditor() {
        return PlanningLedger.ACME;
    }

    private static void pays(PlanningLedger ledger, String booked, long item, String amount, String state) {
        ledger.database
                .sql()
                .sql(
                        "insert into bank_statement (connection, creditor, file_name, content_hash, account, state, received_at)"
                                + " values ('b', 'ACME-IT', 'f', 'h', 'a', 'applied', timestamp with time zone '2026-03-01 00:00:00+00')")
                .update();
        ledger.database
                .sql()
                .sql(
                        "insert into bank_entry (statement_id, creditor, account, booking_date, amount, currency, reversal,"
                                + " fingerprint, twin) select max(id), 'ACME-IT', 'a', ?, ?, 'EUR', false, 'f' || max(id), 1"
                                + " from bank_statement")
                .params(LocalDate.parse(booked), new BigDecimal(amount))
                .update();
        ledger.database
                .sql()
                .sql(
                        "insert into payment (entry_id, creditor, seq, booking_date, amount, currency, decision, decided_by,"
                                + " unallocated, decided_at) select max(id), 'ACME-IT', 1, ?, ?, 'EUR', 'allocated', 'run', 0,"
                                + " timestamp with time zone '2026-03-01 00:00:00+00' from bank_entry")
                .params(LocalDate.parse(booked), new BigDecimal(amount))
                .update();
        ledger.database
                .sql()
                .sql(
                        "insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                                + " select max(id), ?, ?, 'principal', ?, timestamp with time zone '2026-03-01 00:00:00+00',"
                                + " timestamp with time zone '2026-03-01 00:00:00+00', 'run',"
                                + " timestamp with time zone '2026-03-01 00:00:00+00' from payment")
                .params(item, new BigDecimal(amount), state)
                .update();
    }

    private static void settles(PlanningLedger ledger, long item, String cause) {
        ledger.database
                .sql()
                .sql("insert into item_change (item_id, at, what, old_open, new_open, cause)"
                        + " values (?, timestamp with time zone '2026-03-08 05:00:00+00', 'settled', 100, 0, ?)")
                .params(item, cause)
                .update();
        ledger.database
                .sql()
                .sql("update open_item set erp_open = 0, settled_cause = ? where id = ?")
                .params(cause, item)
                .update();
    }

    private static List<String> outcomes(PlanningLedger ledger) {
        return ledger.database
                .sql()
                .sql("select i.document_no, h.outcome from hold h join open_item i on i.id = h.item_id order by h.id")
                .query((rs, n) -> rs.getString(1) + " " + rs.getString(2))
                .list();
    }

    private static List<String> events(PlanningLedger ledger, long item) {
        return ledger.journal.of("item:" + item).stream()
                .map(row -> row.event() + " by " + row.actor())
                .toList();
    }

    private static String why(PlanningLedger ledger) {
        Why why = new Why(ledger.database, ledger.journal, creditor().zone());
        return why.text(why.tell("I1"));
    }
}
