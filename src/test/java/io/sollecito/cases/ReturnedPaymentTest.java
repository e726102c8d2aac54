package io.sollecito.cases;

import static io.sollecito.cases.BankDays.back;
import static io.sollecito.cases.BankDays.from;
import static io.sollecito.cases.BankDays.own;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payments that come back: their items are open again at the step that they had reached. */
class ReturnedPaymentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T06:00:00Z"), ZoneOffset.UTC);
    private static final String ROSSI = "DE89370400440532013000";
    private static final Payment PAID = from("Rossi", ROSSI, "100.00", "E2E-7", "2026/1042");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private PlanningLedger ledger;
    private BankDays bank;
    private long item;

    private void begin(Database database) {
        begin(database, Plans.load(Path.of("reminders/plans")));
    }

    private void begin(Database database, Plans plans) {
        ledger = new PlanningLedger(database, plans);
        bank = new BankDays(database, CLOCK, PlanningLedger.ACME);
        ledger.debtor("7", "a@rossi.example");
        item = ledger.item("7", "2026/1042", "2026-03-01", "100.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_7_a_return_found_by_its_end_to_end_id_reopens_the_item_and_its_plan_resumes_and_the_fee_is_told(
            Database database) {
        begin(database);
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        assertThat(ledger.outcome(item)).isEqualTo("remind first");
        bank.show("2026-03-05", PAID);
        assertThat(open()).isZero();
        ledger.runOn("2026-03-06");
        assertThat(ledger.outcome(item)).startsWith("settled");

        bank.show("2026-03-09", back(PAID, "AC06", Particulars.NONE, "-100.00"), own("-4.50", "Commissione insoluto"));

        assertThat(open()).isEqualByComparingTo("100.00");
        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(item)).isEqualTo("remind collection-returned");
        ledger.sendAll("2026-03-11");
        ledger.runOn("2026-03-18");
        assertThat(ledger.outcome(item)).isEqualTo("remind call");
        assertThat(text("select decision || ' ' || about_payment || ' ' || cast(return_fee as numeric(9, 2))"
                        + " from payment where amount = -4.50"))
                .isEqualTo("notOurs 2 4.50");
        assertThat(text("select decision || ' ' || about_payment from payment where amount = -100.00"))
                .isEqualTo("returned 1");
        assertThat(why("payment:2"))
                .contains("gives back payment 1", "The bank took a fee of 4.50 EUR for it (payment 3)");
        assertThat(why("payment:1")).contains("Given back by payment 2");
        assertThat(new LawChecks(database, ledger.journal).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_plan_may_have_a_step_of_its_own_for_what_came_back(Database database) {
        begin(database, new Plans(List.of(PlanLoader.parse("plan.yaml", """
                plan: standard
                calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
                steps:
                  - {name: first, when: 3d after due, by: [email], template: first-reminder}
                  - {name: second, when: 5d after due, by: [email], template: second-reminder}
                  - {name: collection-returned, when: on return, by: [email], template: collection-returned}
                """))));
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        bank.show("2026-03-05", PAID);
        bank.show("2026-03-09", back(PAID, "AM04", Particulars.NONE, "-100.00"));

        ledger.runOn("2026-03-10");
        assertThat(ledger.outcome(item)).isEqualTo("remind collection-returned");
        ledger.sendAll("2026-03-10");
        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(item)).isEqualTo("remind second");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_bank_collected_and_gives_back_goes_on_though_the_erp_still_shows_it_as_presented(Database database) {
        begin(database);
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        database.sql()
                .sql(
                        "update open_item set in_collection = true, payment_means = 'SDD', presented_on = date '2026-03-01'")
                .update();
        bank.show("2026-03-05", PAID);
        ledger.runOn("2026-03-06");
        assertThat(text("select outcome || ': ' || reason from latest_decision"))
                .isEqualTo("settled: collected by direct debit, may come back until 2026-04-27");

        bank.show("2026-03-09", back(PAID, "AC04", Particulars.NONE, "-100.00"));

        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(item)).isEqualTo("remind collection-returned");
        ledger.momentIs("2026-03-11T09:00:00Z");
        assertThat(ledger.claim()).hasSize(1);
        assertThat(new LawChecks(database, ledger.journal).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_fee_that_the_bank_takes_out_with_the_return_is_told_apart(Database database) {
        begin(database);
        bank.show("2026-03-05", PAID);

        bank.show("2026-03-09", back(PAID, "MS03", Particulars.NONE, "-103.00"));

        assertThat(open()).isEqualByComparingTo("100.00");
        assertThat(number("select return_fee from payment where amount = -103.00"))
                .isEqualByComparingTo("3.00");
        assertThat(why("payment:2")).contains("3.00 EUR of it are the bank's fee");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void without_an_id_the_told_charges_say_what_is_given_back_and_more_is_nobodys_payment(Database database) {
        begin(database);
        Payment anonymous = from("Rossi", ROSSI, "100.00", null, "2026/1042");
        bank.show("2026-03-05", anonymous);

        bank.show("2026-03-06", back(anonymous, "AC04", Particulars.NONE, "-103.00"));
        assertThat(open()).isZero();
        Particulars told = new Particulars("PMNT/RDDT/PMDD", new BigDecimal("3.00"), null, null);
        bank.show("2026-03-09", back(anonymous, "AC04", told, "-103.00"));

        assertThat(open()).isEqualByComparingTo("100.00");
        assertThat(text("select transaction_code from payment where charges = 3.00"))
                .isEqualTo("PMNT/RDDT/PMDD");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void no_reminder_answers_a_return_that_a_person_must_see_first(Database database) {
        begin(database);
        bank.show("2026-03-05", PAID);

        bank.show("2026-03-06", back(PAID, "MD06", Particulars.NONE, "-100.00"));

        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(item)).startsWith("held");
        assertThat(text("select kind || ' ' || item_id from hold")).isEqualTo("dispute " + item);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void nobody_reminds_a_debtor_of_whom_the_bank_says_that_he_died(Database database) {
        begin(database);
        long other = ledger.item("7", "2026/1077", "2026-03-01", "55.00");
        bank.show("2026-03-05", PAID);

        bank.show("2026-03-06", back(PAID, "MD07", Particulars.NONE, "-100.00"));

        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(item)).startsWith("held");
        assertThat(ledger.outcome(other)).startsWith("held");
        assertThat(text("select kind from hold where item_id is null")).isEqualTo("deceased");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_that_is_reversed_pays_again(Database database) {
        begin(database);
        bank.show("2026-03-05", PAID);
        bank.show("2026-03-06", back(PAID, "AC06", Particulars.NONE, "-100.00"));
        assertThat(open()).isEqualByComparingTo("100.00");

        bank.show("2026-03-09", back(PAID, "AC06", Particulars.NONE, "100.00"));

        assertThat(open()).isZero();
        ledger.runOn("2026-03-11");
        assertThat(ledger.outcome(item)).startsWith("settled");
    }

    private BigDecimal open() {
        return number("select open_amount from item_effective where id = " + item);
    }

    private BigDecimal number(String sql) {
        return ledger.database.sql().sql(sql).query(BigDecimal.class).single();
    }

    private String text(String sql) {
        return ledger.database.sql().sql(sql).query(String.class).single();
    }

    private String why(String reference) {
        Why why = new Why(ledger.database, ledger.journal, ZoneOffset.UTC);
        return why.text(why.tell(reference));
    }
}
