package io.sollecito.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Payee;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 6: a dispatch leaves only if every item that it advances is still eligible for its step. */
class ClaimEligibilityTest {

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_formal_notice_whose_pay_by_date_has_passed_does_not_leave(OutboxForTests hub) {
        long item = hub.item("4711", "4711-1", "100.00");
        long reminder = hub.reminder("4711", "formal", item);
        hub.exec("update reminder set deadline = ? where id = ?", LocalDate.of(2026, 3, 17), reminder);
        long letter = hub.dispatch(reminder, "registered-letter", "Via Roma 1");
        hub.clock.forward(Duration.ofDays(20));
        hub.connections.factsAsOf("erp-acme-sap", hub.clock.instant());

        assertThat(hub.claim("registered-letter")).isEmpty();
        assertThat(hub.state(letter)).isEqualTo("cancelled");
        assertThat(hub.reason(letter)).isEqualTo("its pay-by date has passed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_courtesy_before_due_does_not_leave_after_due(OutboxForTests hub) {
        long item = hub.item("4711", "4711-1", "100.00");
        long reminder = hub.reminder("4711", "courtesy", item);
        hub.exec("update reminder set expires_on = ? where id = ?", LocalDate.of(2026, 3, 5), reminder);
        long email = hub.dispatch(reminder, "email", "a@rossi.example");
        hub.clock.forward(Duration.ofDays(7));
        hub.connections.factsAsOf("erp-acme-sap", hub.clock.instant());

        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.state(email)).isEqualTo("cancelled");
        assertThat(hub.reason(email)).isEqualTo("its step has expired");
        assertThat(hub.guards(email)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_that_lists_a_charge_which_was_waived_or_paid_since_does_not_leave(OutboxForTests hub) {
        long waived = hub.email("4711");
        long paid = hub.email("4712");
        long untouched = hub.email("4713");
        charge(hub, "4711");
        charge(hub, "4712");
        charge(hub, "4713");
        List<Claim> claims = hub.claim("email");
        assertThat(claims).hasSize(3);

        hub.clock.forward(Duration.ofSeconds(5));
        hub.exec(
                "update charge set waived_by = 'anna', waived_at = ? where debtor = '4711'",
                Database.at(hub.clock.instant()));
        hub.pays(hub.single(Long.class, "select id from open_item where debtor = '4712'"), "40.00");
        hub.exec("update allocation set purpose = 'costs'");

        assertThat(hub.outbox.sending(claims)).extracting(Claim::dispatchId).containsExactly(untouched);
        assertThat(hub.reason(waived)).contains("charge");
        assertThat(hub.state(paid)).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_charge_that_was_waived_before_the_claim_is_left_out_and_the_message_leaves(OutboxForTests hub) {
        hub.email("4711");
        charge(hub, "4711");
        hub.clock.forward(Duration.ofSeconds(5));
        hub.exec("update charge set waived_by = 'anna', waived_at = ?", Database.at(hub.clock.instant()));
        hub.clock.forward(Duration.ofSeconds(5));

        assertThat(hub.outbox.sending(hub.claim("email"))).hasSize(1);
    }

    private static void charge(OutboxForTests hub, String debtor) {
        hub.exec(
                "insert into charge (creditor, source, debtor, reminder_id, item_id, step, kind, currency, amount, basis,"
                        + " created_at) select r.creditor, r.source, r.debtor, r.id, i.item_id, i.step, 'compensation', 'EUR',"
                        + " 40, 'by law', r.created_at from reminder r join reminder_item i on i.reminder_id = r.id"
                        + " where r.debtor = ?",
                debtor);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_that_also_demands_what_is_paid_to_another_account_since_does_not_leave(OutboxForTests hub) {
        long email = hub.email("4711");
        long other = hub.item("4711", "4711-2", "50.00");
        hub.exec(
                "insert into reminder_item (reminder_id, item_id, role, advances, amount)"
                        + " select reminder_id, ?, 'overdue', false, 50 from reminder_item",
                other);
        hub.exec(
                "update open_item set details = ? where id = ?",
                "{\"payTo\":{\"name\":\"Fattore\",\"iban\":\"IT60X0542811101000000123456\",\"bic\":null}}",
                other);

        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.state(email)).isEqualTo("cancelled");
        assertThat(hub.reason(email)).isEqualTo("item " + other + " is paid to another account now");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_that_asks_to_pay_whom_its_item_is_paid_to_leaves(OutboxForTests hub) {
        hub.email("4711");
        hub.exec("update reminder set pay_to = 'IT60X0542811101000000123456'");
        hub.exec(
                "update open_item set details = ?",
                "{\"payTo\":{\"name\":\"Fattore\",\"iban\":\"IT60X0542811101000000123456\",\"bic\":null}}");

        assertThat(hub.claim("email")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void on_its_last_day_a_reminder_leaves(OutboxForTests hub) {
        long email = hub.email("4711");
        hub.exec(
                "update reminder set expires_on = ?, deadline = ?", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));

        assertThat(hub.claim("email")).hasSize(1);
        assertThat(hub.state(email)).isEqualTo("claimed");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_message_does_not_demand_an_item_that_was_disputed_since_even_if_it_advances_another(OutboxForTests hub) {
        long email = hub.email("4711");
        long disputed = hub.item("4711", "4711-2", "500.00");
        hub.list(
                hub.single(Long.class, "select reminder_id from dispatch where id = ?", email),
                disputed,
                "overdue",
                null);
        hub.clock.forward(Duration.ofSeconds(5));
        hub.exec(
                "insert into hold (creditor, source, debtor, item_id, kind, reason, owner, starts_on, placed_at)"
                        + " values ('ACME-IT', 'sap', '4711', ?, 'dispute', 'r', 'anna', ?, ?)",
                disputed,
                LocalDate.of(2026, 3, 2),
                Database.at(hub.clock.instant()));

        assertThat(hub.claim("email")).isEmpty();
        assertThat(hub.reason(email)).isEqualTo("item " + disputed + " is on hold");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_was_assigned_does_not_leave_unless_it_says_whom_to_pay_and_asks_for_that(OutboxForTests hub) {
        long told = hub.email("4711");
        long untold = hub.email("4712");
        hub.exec(
                "update open_item set details = ? where debtor = '4711'",
                "{\"holds\":[\"assigned\"],\"payTo\":{\"name\":\"Fattore S.p.A.\","
                        + "\"iban\":\"IT40S0542811101000000123456\",\"bic\":null}}");
        hub.exec("update reminder set pay_to = 'IT40S0542811101000000123456' where debtor = '4711'");
        hub.exec("insert into hold (creditor, source, debtor, kind, reason, owner, starts_on)"
                + " select creditor, source, debtor, 'assigned', 'sold', 'anna', date '2026-03-02' from debtor");

        List<Claim> claims = hub.claim("email");

        assertThat(claims).extracting(Claim::dispatchId).containsExactly(told);
        assertThat(hub.reason(untold)).endsWith("is on hold");
        assertThat(new DispatchContents(hub.database)
                        .load(claims, LocalDate.of(2026, 3, 2))
                        .get(told)
                        .items()
                        .get(0)
                        .item()
                        .payTo())
                .extracting(Payee::name)
                .isEqualTo("Fattore S.p.A.");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_message_to_pay_the_factor_nets_and_states_is_off_what_the_factor_is_paid(OutboxForTests hub) {
        hub.email("4711");
        long credit = hub.item("4711", "4711-2", "-30.00");
        hub.exec(
                "insert into reminder_item (reminder_id, item_id, role, advances, amount)"
                        + " select reminder_id, ?, 'credit', false, -30 from reminder_item",
                credit);
        hub.exec(
                "update open_item set details = ? where erp_open > 0",
                "{\"payTo\":{\"name\":\"Fattore S.p.A.\",\"iban\":\"IT40S0542811101000000123456\",\"bic\":null}}");
        hub.exec(
                "update open_item set due_date = date '2026-01-01', details = '{\"precedingDocuments\":[\"' ||"
                        + " (select document_no from open_item where erp_open > 0) || '\"]}' where id = ?",
                credit);
        hub.exec("update reminder set pay_to = 'IT40S0542811101000000123456', attachments = '[\"account-statement\"]'");

        DispatchContent content = new DispatchContents(hub.database)
                .load(hub.claim("email"), LocalDate.of(2026, 3, 2)).values().stream()
                        .findFirst()
                        .orElseThrow();

        assertThat(content.items())
                .extracting(listed -> listed.item().payTo().name())
                .containsExactly("Fattore S.p.A.", "Fattore S.p.A.");
        assertThat(content.statement())
                .extracting(item -> item.openAmount().signum())
                .containsExactly(-1, 1);
    }
}
