package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money that could be counted twice, lost, or given to the wrong item. */
class StatementDoubtsTest extends StatementLedger {

    private static final String OTHER = "FR7630006000011234567890189";

    @ParameterizedTest
    @MethodSource("ledgers")
    void after_a_gap_an_entry_whose_bank_reference_is_nonref_is_not_taken_for_a_known_one(Database database) {
        open(database);
        take(CamtFixture.statement().payment("100.00", "NONREF", "Rossi", IBAN, "a"));

        StatementIntake.Taken doubtful =
                take(CamtFixture.statement().opening("900.00").payment("100.00", "NONREF", "Bianchi", OTHER, "b"));

        assertThat(doubtful.state() + " new " + doubtful.entriesNew()).isNotEqualTo("applied new 0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_second_statement_of_a_day_that_begins_where_the_first_began_and_ended_loses_no_entry(Database database) {
        open(database);
        take(CamtFixture.statement()
                .opening("100.00")
                .payment("50.00", null, "Rossi", IBAN, "a")
                .payment("-50.00", "F1", "Rent", OTHER, "c"));

        StatementIntake.Taken second =
                take(CamtFixture.statement().opening("100.00").payment("50.00", null, "Bianchi", OTHER, "b"));

        assertThat(second.state() + " new " + second.entriesNew()).isNotEqualTo("applied new 0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_account_learned_from_an_allocation_that_a_person_reversed_is_unlearned(Database database) {
        open(database);
        item("2026/1042", "7", "100.00");
        long second = item("2026/1043", "7", "60.00");
        take(CamtFixture.statement().payment("100.00", "B1", "Verdi", IBAN, "2026/1042"));
        new io.sollecito.ledger.payments.Payments(ledger, CLOCK, java.util.Map.of("ACME-IT", ACME))
                .reverse(number("select id from allocation where 1 = ?", 1), "anna", "Verdi mistyped the number");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .payment("60.00", "B2", "Verdi", IBAN, "thanks"));

        assertThat(number("select count(*) from allocation where state = 'pending' and item_id = ?", second))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_of_a_debtor_that_is_left_over_stops_the_reminder_that_it_covers(Database database) {
        open(database);
        item("2026/1042", "7", "500.00");
        long other = item("2026/1077", "7", "300.00");
        long reminder = reminder("RF18539007547034", other, "300.00");
        learned("7");

        take(CamtFixture.statement().payment("800.00", "B1", "Rossi", IBAN, "Fattura 2026/1042 e altre"));

        assertThat(text("select state from dispatch where reminder_id = ?", reminder)
                        + " unclear "
                        + number("select count(*) from unclear_item where item_id = ?", other)
                        + " open "
                        + open(other).stripTrailingZeros().toPlainString())
                .isNotEqualTo("waiting unclear 0 open 300");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_with_another_end_to_end_id_reopens_nothing_by_account_and_amount(Database database) {
        open(database);
        long paid = item("2026/1042", "7", "500.00");
        take(CamtFixture.statement()
                .entry("500.00", "B1", CamtFixture.details(null, "RCUR-2026-02", "Rossi", IBAN, "2026/1042", null)));
        assertThat(open(paid)).isEqualByComparingTo("0");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("500.00")
                .entry("-500.00", "B2", CamtFixture.details(null, "RCUR-2025-12", "Rossi", IBAN, null, "AC04")));

        assertThat(open(paid)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_person_cannot_settle_an_item_by_more_than_is_open(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().payment("200.00", "B1", "Verdi", IBAN, "?"));
        long payment = number("select id from payment where 1 = ?", 1);
        var parts = List.of(
                new io.sollecito.ledger.payments.PaymentDecider.Part(
                        item, new BigDecimal("100.00"), "principal", false),
                new io.sollecito.ledger.payments.PaymentDecider.Part(item, new BigDecimal("3.00"), "discount", false),
                new io.sollecito.ledger.payments.PaymentDecider.Part(
                        item, new BigDecimal("100.00"), "principal", false));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new io.sollecito.ledger.payments.Payments(
                                ledger, CLOCK, java.util.Map.of("ACME-IT", ACME))
                        .allocate(payment, parts, "anna", "by phone"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_candidate_with_a_discount_is_allocated_as_it_was_shown(Database database) {
        open(database);
        long item = item("A1042", "7", "100.00");
        item("A1042", "8", "100.00", "A1042-8");
        update(
                "update open_item set discount_until = date '2026-03-01', discount_amount = ? where 1 = 1",
                new BigDecimal("3.00"));
        take(CamtFixture.statement().payment("97.00", "B1", "Nobody", OTHER, "A1042"));
        long payment = number("select id from payment where decision = 'candidates' and 1 = ?", 1);
        var payments = new io.sollecito.ledger.payments.Payments(ledger, CLOCK, java.util.Map.of("ACME-IT", ACME));

        payments.allocate(
                payment,
                payments.candidate(payment, number("select min(id) from candidate where payment_id = ?", payment)),
                "anna",
                "it is theirs");

        assertThat(text(
                        "select string_agg(purpose || ' ' || cast(amount as numeric(9,2)), ' ' order by id) from"
                                + " allocation where payment_id = ?",
                        payment))
                .isEqualTo("discount 3.00 principal 97.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_retention_whose_day_has_passed_is_not_given_away(Database database) {
        open(database);
        long item = item("2026/1042", "7", "1000.00");
        withheld(item, "2026-01-31");

        take(CamtFixture.statement().payment("900.00", "B1", "Rossi", IBAN, "2026/1042"));

        assertThat(open(item)).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_retention_until_a_day_to_come_stays_open(Database database) {
        open(database);
        long item = item("2026/1042", "7", "1000.00");
        withheld(item, "2026-12-31");

        take(CamtFixture.statement().payment("900.00", "B1", "Rossi", IBAN, "2026/1042"));

        assertThat(open(item)).isEqualByComparingTo("100");
    }

    private void withheld(long item, String until) {
        update(
                "update open_item set details = ? where id = ?",
                "{\"withheld\":[{\"reason\":\"retention\",\"amount\":\"100.00\",\"until\":\"" + until
                        + "\"}],\"precedingDocuments\":[],\"holds\":[]}",
                item);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_closing_that_the_erp_took_back_is_not_what_the_payment_explains(Database database) {
        open(database);
        long item = item("2026/1042", "7", "1000.00");
        long reminder = reminder("RF18539007547034", item, "1000.00");
        export(1001, "2026-02-18T05:00:00Z");
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open, cause, explained) values"
                        + " (?, 1000, timestamp with time zone '2026-02-17 05:00:00+00', 'settled', 1000, 0, 'unknown',"
                        + " 1000)",
                item);
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open) values (?, 1001,"
                        + " timestamp with time zone '2026-02-18 05:00:00+00', 'reopened', 0, 1000)",
                item);

        take(CamtFixture.statement().payment("1000.00", "B1", "Rossi", IBAN, "2026/1042"));

        assertThat(open(item)).isEqualByComparingTo("0");
        assertThat(text("select state from dispatch where reminder_id = ?", reminder))
                .isEqualTo("cancelled");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void undecided_money_suspends_for_five_bank_days_and_then_shows(Database database) {
        open(database);
        item("A1042", "7", "100.00");
        item("A1043", "8", "100.00");
        take(CamtFixture.statement().payment("100.00", "B1", "Nobody", OTHER, "thanks"));
        LocalDate lastDay = LocalDate.of(2026, 2, 26);

        assertThat(unclear(lastDay)).containsExactly(true, true);
        assertThat(unclear(lastDay.plusDays(1))).containsExactly(false, false);
        assertThat(problems(lastDay)).doesNotContain("payment-unclear");
        assertThat(problems(lastDay.plusDays(1))).contains("payment-unclear");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_person_leaves_over_suspends_nothing(Database database) {
        open(database);
        long item = item("A1042", "7", "500.00");
        item("A1077", "7", "300.00");
        take(CamtFixture.statement().payment("800.00", "B1", "Nobody", OTHER, "thanks"));
        var part = new io.sollecito.ledger.payments.PaymentDecider.Part(
                item, new BigDecimal("500.00"), "principal", false);

        new io.sollecito.ledger.payments.Payments(ledger, CLOCK, java.util.Map.of("ACME-IT", ACME))
                .allocate(number("select id from payment where 1 = ?", 1), List.of(part), "anna", "by phone");

        assertThat(unclear(LocalDate.of(2026, 2, 20))).containsExactly(false, false);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_second_statement_of_a_day_that_begins_where_the_first_began_brings_what_its_references_tell(
            Database database) {
        open(database);
        take(CamtFixture.statement()
                .opening("100.00")
                .payment("50.00", "B1", "Rossi", IBAN, "a")
                .payment("-50.00", "B2", "Rent", OTHER, "c"));

        StatementIntake.Taken second =
                take(CamtFixture.statement().opening("100.00").payment("50.00", "B3", "Bianchi", OTHER, "b"));

        assertThat(second.state() + " new " + second.entriesNew()).isEqualTo("applied new 1");
    }

    private List<Boolean> unclear(LocalDate asOf) {
        List<Boolean> unclear = new ArrayList<>();
        new Cases(ledger)
                .forEachBatch(
                        "ACME-IT",
                        asOf,
                        cases -> cases.forEach(debtor -> debtor.items().forEach(item -> unclear.add(item.unclear()))));
        return unclear;
    }

    private List<String> problems(LocalDate day) {
        var limits = new ProblemFigures.Limits(NOW, day);
        return new DigestFigures(ledger)
                .read("ACME-IT", day, NOW.plusSeconds(3600), limits).problems().stream()
                        .map(ProblemFigures.Problems::kind)
                        .toList();
    }
}
