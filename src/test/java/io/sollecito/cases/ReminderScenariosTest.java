package io.sollecito.cases;

import static io.sollecito.cases.BankDays.back;
import static io.sollecito.cases.BankDays.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.payments.WriteOffs;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import io.sollecito.model.TwoPeople;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of docs/reminding.md in which sending, crashes, payments and write-offs matter. */
class ReminderScenariosTest {

    private static final String PLAN = """
            plan: standard
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
              - {name: second, when: 10d after due, by: [email], template: second-reminder}
              - {name: third, when: 20d after due, by: [email], template: third-reminder}
            """;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-20T06:00:00Z"), ZoneOffset.UTC);
    private static final String ROSSI = "DE89370400440532013000";

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, new Plans(List.of(PlanLoader.parse("plan.yaml", PLAN)))));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.cases.LedgerOfNodes#both")
    void scenario_8_what_was_planned_composed_and_sent_makes_no_message_when_the_run_is_repeated(LedgerOfNodes nodes)
            throws Exception {
        Clock morning = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
        try (WatchedSmtpServer server = new WatchedSmtpServer();
                HikariDataSource source = nodes.open()) {
            OutboxForTests hub = new OutboxForTests(Database.open(source));
            hub.item("D1", "I1", "100.00");
            try (RemindingNode node =
                    new RemindingNode(Database.open(source), server.port(), morning, SendPolicy.DEFAULT, "node")) {
                node.plan();
                assertThat(node.dispatch()).isEqualTo(Map.of(Result.SENT, 1));
                node.plan();
                assertThat(node.dispatch()).isEmpty();
            }
            assertThat(server.accepted()).hasSize(1);
            assertThat(hub.single(Long.class, "select count(*) from reminder")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_9_after_a_crash_a_run_goes_on_with_the_rest_though_the_first_were_sent_meanwhile(
            PlanningLedger ledger) {
        for (int i = 1; i <= 5; i++) {
            ledger.debtor("471" + i, "a@rossi.example");
            ledger.item("471" + i, "I" + i, "2026-03-01", "100.00");
        }
        ledger.crashAfter(8);
        assertThatThrownBy(() -> ledger.runOn("2026-03-04")).isInstanceOf(PlanningLedger.Crash.class);
        ledger.restart();
        List<String> first = ledger.reminded();
        assertThat(first).isNotEmpty().hasSizeLessThan(5);
        ledger.sendAll("2026-03-04");

        assertThat(ledger.runOn("2026-03-04").reminders()).isEqualTo(5 - first.size());
        assertThat(ledger.reminded())
                .extracting(text -> text.split(" ")[0])
                .containsExactlyInAnyOrder("I1", "I2", "I3", "I4", "I5");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_11_a_paid_item_that_is_charged_back_goes_on_at_its_step_until_that_is_reversed(
            PlanningLedger ledger) {
        BankDays bank = bank(ledger);
        ledger.debtor("7", "a@rossi.example");
        long item = ledger.item("7", "2026/1042", "2026-03-01", "100.00");
        Payment paid = from("Rossi", ROSSI, "100.00", "E2E-7", "2026/1042");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        bank.show("2026-03-05", paid);
        ledger.runOn("2026-03-06");
        assertThat(ledger.outcome(item)).startsWith("settled");

        bank.show("2026-03-12", back(paid, "AC06", Particulars.NONE, "-100.00"));
        ledger.runOn("2026-03-13");
        assertThat(ledger.outcome(item)).isEqualTo("remind second");

        bank.show("2026-03-16", back(paid, "AC06", Particulars.NONE, "100.00"));
        ledger.runOn("2026-03-17");
        assertThat(ledger.outcome(item)).startsWith("settled");
        assertThat(ledger.claim()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_12_once_the_erp_shows_the_older_invoice_paid_the_newer_goes_on_by_its_own_date(
            PlanningLedger ledger) {
        ledger.debtor("7", "a@rossi.example");
        long older = ledger.item("7", "I1", "2026-02-01", "100.00");
        long newer = ledger.item("7", "I2", "2026-03-10", "80.00");
        ledger.runOn("2026-02-04");
        ledger.sendAll("2026-02-04");
        settledInErp(ledger, older);

        ledger.runOn("2026-03-12");
        assertThat(ledger.outcome(older)).startsWith("settled");
        assertThat(ledger.outcome(newer)).isEqualTo("not-yet first");
        ledger.runOn("2026-03-13");
        assertThat(ledger.outcome(newer)).isEqualTo("remind first");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_13_of_two_instalments_one_is_paid_the_other_goes_on_and_what_is_given_back_resumes(
            PlanningLedger ledger) {
        BankDays bank = bank(ledger);
        ledger.debtor("7", "a@rossi.example");
        long first = ledger.item("7", "2026/1042-1", "2026-03-01", "50.00");
        long second = ledger.item("7", "2026/1042-2", "2026-03-02", "50.00");
        ledger.database
                .sql()
                .sql("update open_item set document_no = '2026/1042', instalment = case when id = ? then 1 else 2 end")
                .param(first)
                .update();
        ledger.runOn("2026-03-05");
        assertThat(ledger.reminded()).containsExactly("2026/1042 first waiting", "2026/1042 first waiting");
        ledger.sendAll("2026-03-05");
        Payment half = from("Rossi", ROSSI, "50.00", "E2E-1", "2026/1042");
        bank.show("2026-03-06", half);
        long paid = open(ledger, first).signum() == 0 ? first : second;
        long other = paid == first ? second : first;
        assertThat(open(ledger, paid)).isZero();

        ledger.runOn("2026-03-12");
        assertThat(ledger.outcome(paid)).startsWith("settled");
        assertThat(ledger.outcome(other)).isEqualTo("remind second");
        ledger.sendAll("2026-03-12");

        bank.show("2026-03-13", back(half, "AC06", Particulars.NONE, "-50.00"));
        ledger.runOn("2026-03-19");
        assertThat(ledger.outcome(paid)).isEqualTo("remind second");
        assertThat(ledger.outcome(other)).isEqualTo("not-yet third");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_15_what_was_written_off_is_never_reminded(PlanningLedger ledger) {
        ledger.debtor("7", "a@rossi.example");
        long item = ledger.item("7", "I1", "2026-03-01", "100.00");
        new WriteOffs(ledger.database, CLOCK, Map.of("ACME-IT", PlanningLedger.ACME))
                .give(item, new BigDecimal("100.00"), new TwoPeople("anna", "bruno"), "uncollectible");

        for (String day : List.of("2026-03-04", "2026-03-20", "2026-04-20")) {
            ledger.runOn(day);
            assertThat(ledger.outcome(item)).startsWith("settled");
        }
        assertThat(ledger.reminded()).isEmpty();
    }

    private static BankDays bank(PlanningLedger ledger) {
        return new BankDays(ledger.database, CLOCK, PlanningLedger.ACME);
    }

    private static void settledInErp(PlanningLedger ledger, long item) {
        ledger.database
                .sql()
                .sql("update open_item set erp_open = 0, settled_cause = 'payment', settled_at ="
                        + " timestamp with time zone '2026-02-20 05:00:00+00' where id = ?")
                .param(item)
                .update();
    }

    private static BigDecimal open(PlanningLedger ledger, long item) {
        return ledger.database
                .sql()
                .sql("select open_amount from item_effective where id = ?")
                .param(item)
                .query(BigDecimal.class)
                .single();
    }
}
