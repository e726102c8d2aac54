package io.sollecito.intake;

import static io.sollecito.bank.CamtFixture.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.ledger.payments.PaymentDecider;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.ledger.payments.Payments;
import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementIntakeTest extends StatementLedger {

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_is_allocated_pending_and_stops_the_reminder_that_waits(Database database) {
        open(database);
        long item = item("2026/1042", "7", "1190.00");
        long other = item("2026/1043", "7", "50.00");
        long reminder = reminder("RF18539007547034", item, "1190.00");
        long untouched = reminder("RF45G72UUR", other, "50.00");

        StatementIntake.Taken taken =
                take(CamtFixture.statement().payment("1190.00", "B1", "Rossi", IBAN, "RF18539007547034"));

        assertThat(taken.state()).isEqualTo("applied");
        assertThat(taken.count("allocated")).isEqualTo(1);
        assertThat(text("select state || ' ' || purpose from allocation where item_id = ?", item))
                .isEqualTo("pending principal");
        assertThat(open(item)).isEqualByComparingTo("0");
        assertThat(text("select state from dispatch where reminder_id = ?", reminder))
                .isEqualTo("cancelled");
        assertThat(text("select state from reminder where id = ?", reminder)).isEqualTo("cancelled");
        assertThat(number("select count(*) from reminder_item where reminder_id = ? and guard is null", reminder))
                .isEqualTo(1);
        assertThat(text("select state from dispatch where reminder_id = ?", untouched))
                .isEqualTo("waiting");
        assertThat(text("select origin || ' ' || debtor from debtor_iban where iban = '" + IBAN + "' and 1 = ?", 1))
                .isEqualTo("learned 7");
        assertThat(new Connections(ledger, CLOCK).health().get(0).factsAsOf())
                .isEqualTo(Instant.parse("2026-02-18T22:59:59Z"));
        assertThat(events()).contains("statement-applied", "payment-decided", "allocation-made", "dispatch-cancelled");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_learned_account_clears_the_next_payment(Database database) {
        open(database);
        item("2026/1042", "7", "100.00");
        long second = item("2026/1043", "7", "60.00");
        take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, "2026/1042"));

        assertThat(take(CamtFixture.statement()
                                .on("2026-02-19")
                                .opening("100.00")
                                .payment("60.00", "B2", "Rossi", IBAN, "thanks"))
                        .count("allocated"))
                .isEqualTo(1);
        assertThat(open(second)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_identical_entry_in_a_statement_that_continues_the_chain_is_new(Database database) {
        open(database);
        take(CamtFixture.statement().payment("100.00", null, "Rossi", IBAN, "a"));

        assertThat(take(CamtFixture.statement().opening("100.00").payment("100.00", null, "Rossi", IBAN, "a"))
                        .entriesNew())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_overlapping_file_brings_only_what_is_new(Database database) {
        open(database);
        take(CamtFixture.statement().payment("100.00", null, "Rossi", IBAN, "a"));

        StatementIntake.Taken longer = take(CamtFixture.statement()
                .payment("100.00", null, "Rossi", IBAN, "a")
                .payment("70.00", null, "Rossi", IBAN, "b"));

        assertThat(longer.entriesKnown()).isEqualTo(1);
        assertThat(longer.entriesNew()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void statements_of_two_days_that_overlap_each_other_by_one_bring_every_entry_once(Database database) {
        open(database);
        take(CamtFixture.statement().on("2026-02-16").payment("100.00", "B1", "Rossi", IBAN, "a"));
        take(CamtFixture.statement()
                .from("2026-02-16")
                .on("2026-02-16")
                .payment("100.00", "B1", "Rossi", IBAN, "a")
                .on("2026-02-17")
                .payment("70.00", "B2", "Rossi", IBAN, "b"));

        StatementIntake.Taken next = take(CamtFixture.statement()
                .from("2026-02-17")
                .opening("100.00")
                .on("2026-02-17")
                .payment("70.00", "B2", "Rossi", IBAN, "b")
                .on("2026-02-18")
                .payment("30.00", "B3", "Rossi", IBAN, "c"));

        assertThat(next.entriesKnown()).isEqualTo(1);
        assertThat(next.entriesNew()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_balances_do_not_decide_is_held(Database database) {
        open(database);
        take(CamtFixture.statement().payment("100.00", null, "Rossi", IBAN, "a"));

        StatementIntake.Taken doubtful =
                take(CamtFixture.statement().opening("900.00").payment("100.00", null, "Rossi", IBAN, "a"));

        assertThat(doubtful.state()).isEqualTo("quarantined");
        assertThat(doubtful.keptAs()).isNotNull();
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_statements_of_one_number_in_one_file_are_both_taken(Database database) {
        open(database);
        CamtFixture file = CamtFixture.statement()
                .id("S1")
                .payment("100.00", "B1", "Rossi", IBAN, "a")
                .then(CamtFixture.statement()
                        .id("S1")
                        .on("2026-02-19")
                        .opening("100.00")
                        .payment("60.00", "B2", "Rossi", IBAN, "b"));

        assertThat(take(file).entriesNew()).isEqualTo(2);
        assertThat(take(file).state()).isEqualTo("unchanged");
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_statement_without_balances_comes_again_on_another_day_and_brings_nothing(Database database) {
        open(database);
        CamtFixture statement = CamtFixture.statement().withoutBalances().payment("100.00", null, "Rossi", IBAN, "a");

        assertThat(take(statement).entriesNew()).isEqualTo(1);
        assertThat(take(statement, NOW.plus(Duration.ofDays(1))).state()).isEqualTo("unchanged");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_monthly_statement_after_daily_ones_brings_nothing_twice(Database database) {
        open(database);
        take(CamtFixture.statement().on("2026-01-30").payment("500.00", "B0", "Rossi", IBAN, "a"));
        take(CamtFixture.statement().on("2026-02-03").opening("500.00").payment("100.00", "B1", "Rossi", IBAN, "b"));
        take(CamtFixture.statement().on("2026-02-10").opening("600.00").payment("-100.00", "B2", "Rent", IBAN, "c"));
        take(CamtFixture.statement().on("2026-02-12").opening("500.00").payment("100.00", "B3", "Rossi", IBAN, "d"));

        StatementIntake.Taken monthly = take(february());

        assertThat(monthly.state()).isEqualTo("applied");
        assertThat(monthly.statements().get(0).gap()).isFalse();
        assertThat(monthly.entriesKnown()).isEqualTo(3);
        assertThat(monthly.entriesNew()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_monthly_statement_brings_only_the_day_that_was_missing(Database database) {
        open(database);
        take(CamtFixture.statement().on("2026-01-30").payment("500.00", "B0", "Rossi", IBAN, "a"));
        take(CamtFixture.statement().on("2026-02-10").opening("600.00").payment("-100.00", "B2", "Rent", IBAN, "c"));

        StatementIntake.Taken monthly = take(february());

        assertThat(monthly.entriesKnown()).isEqualTo(1);
        assertThat(monthly.entriesNew()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_daily_statement_after_the_monthly_one_brings_nothing_twice(Database database) {
        open(database);
        take(CamtFixture.statement().on("2026-01-30").payment("500.00", "B0", "Rossi", IBAN, "a"));
        take(february());

        assertThat(take(CamtFixture.statement()
                                .on("2026-02-03")
                                .opening("500.00")
                                .payment("100.00", "B1", "Rossi", IBAN, "b"))
                        .entriesNew())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_statement_of_another_account_is_quarantined(Database database) {
        open(database);
        CamtFixture statement = CamtFixture.statement().payment("1.00", "B1", "a", null, "x");
        Path file = statement.file(folder);
        try {
            java.nio.file.Files.writeString(
                    file, statement.xml().replace(CamtFixture.ACCOUNT, "FR1420041010050500013M02606"));
            assertThat(intake().take("bank-acme", ACME, file, "s.xml", NOW).reasons())
                    .containsExactly("account FR1420041010050500013M02606 is none of ACME-IT");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_for_what_its_erp_cleared_as_collected_is_found_and_what_was_presented_stays_collected(
            Database database) {
        open(database);
        learned("7");
        long presented = item("2026/0042", "7", "0.00");
        long cleared = item("2026/0043", "7", "0.00");
        long change = closedByErp(presented, "1190.00");
        closedByErp(cleared, "70.00");
        update("update open_item set settled_cause = 'collected', in_collection = id = ?", presented);
        update("update item_change set cause = 'collected'");

        take(CamtFixture.statement()
                .payment("1190.00", "B1", "Rossi", IBAN, "2026/0042")
                .payment("70.00", "B2", "Rossi", IBAN, "2026/0043"));

        assertThat(text("select state from allocation where item_id = ?", presented))
                .isEqualTo("confirmed");
        assertThat(text("select cast(explained as varchar) from item_change where id = ?", change))
                .startsWith("1190");
        assertThat(text("select settled_cause from open_item where id = ?", presented))
                .isEqualTo("collected");
        assertThat(text("select settled_cause from open_item where id = ?", cleared))
                .isEqualTo("payment");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_erp_closes_januarys_1190_before_the_statement_comes_and_februarys_1190_stays_open(Database database) {
        open(database);
        learned("7");
        long january = item("2026/0042", "7", "0.00");
        long february = item("2026/1042", "7", "1190.00");
        long change = closedByErp(january, "1190.00");

        assertThat(take(CamtFixture.statement().payment("1190.00", "B1", "Rossi", IBAN, "rent"))
                        .count("allocated"))
                .isEqualTo(1);

        assertThat(text("select state from allocation where item_id = ?", january))
                .isEqualTo("confirmed");
        assertThat(number("select count(*) from allocation where item_id = ?", february))
                .isZero();
        assertThat(open(february)).isEqualByComparingTo("1190.00");
        assertThat(open(january)).isEqualByComparingTo("0");
        assertThat(text("select cast(explained as varchar) from item_change where id = ?", change))
                .startsWith("1190");
        assertThat(text("select settled_cause from open_item where id = ?", january))
                .isEqualTo("payment");
        assertThat(take(CamtFixture.statement()
                                .on("2026-02-19")
                                .opening("1190.00")
                                .payment("1190.00", "B2", "Rossi", IBAN, "rent"))
                        .count("allocated"))
                .isEqualTo(1);
        assertThat(open(february)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_of_a_pending_payment_reopens_the_item(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().entry("100.00", "B1", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", null)));
        assertThat(open(item)).isEqualByComparingTo("0");

        StatementIntake.Taken back = take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B9", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", "AC06"))
                .payment("-3.50", "B10", null, null, "Spese insoluto"));

        assertThat(back.count("returned")).isEqualTo(1);
        assertThat(back.count("notOurs")).isEqualTo(1);
        assertThat(open(item)).isEqualByComparingTo("100.00");
        assertThat(text("select state from allocation where item_id = ?", item)).isEqualTo("reversed");
        assertThat(number("select count(*) from payment where decision = 'returned' and 1 = ?", 1))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_after_confirmation_reopens(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().entry("100.00", "B1", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", null)));
        update("update allocation set state = 'confirmed' where item_id = ?", item);
        update("update open_item set erp_open = 0, settled_cause = 'payment' where id = ?", item);
        assertThat(open(item)).isEqualByComparingTo("0");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B9", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", "AC06")));

        assertThat(open(item)).isEqualByComparingTo("100.00");
        assertThat(number("select count(*) from open_item where settled_cause is null and id = ?", item))
                .isEqualTo(1);
        assertThat(number("select count(*) from item_change where what = 'reopened' and item_id = ?", item))
                .isEqualTo(1);
        assertThat(number("select count(*) from allocation where state = 'reversal-pending' and item_id = ?", item))
                .isEqualTo(1);
        assertThat(events()).contains("allocation-reversed", "item-reopened");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_of_a_payment_that_netted_a_credit_note_reopens_both(Database database) {
        open(database);
        long invoice = item("2026/1042", "7", "1000.00");
        long credit = item("2026/1050", "7", "-200.00");
        take(CamtFixture.statement().entry("800.00", "B1", details(null, "E2E-7", "Rossi", IBAN, "thanks", null)));
        payments()
                .allocate(
                        number("select max(id) from payment where 1 = ?", 1),
                        List.of(principal(invoice, "1000.00"), principal(credit, "-200.00")),
                        "anna",
                        "Rossi netted it");
        update("update allocation set state = 'confirmed', confirmed_at = state_at");
        update("update open_item set erp_open = 0, settled_cause = 'payment', settled_at = current_timestamp");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("800.00")
                .entry("-800.00", "B9", details(null, "E2E-7", "Rossi", IBAN, "thanks", "AC06")));

        assertThat(open(invoice)).isEqualByComparingTo("1000.00");
        assertThat(open(credit)).isEqualByComparingTo("-200.00");
        assertThat(number("select count(*) from open_item where settled_cause is null and 1 = ?", 1))
                .isEqualTo(2);
        Journal journal = new Journal(ledger, CLOCK);
        journal.seal();
        assertThat(new LawChecks(ledger, journal).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_erp_closed_before_the_bank_showed_it_stays_closed_when_a_person_takes_it_back(Database database) {
        open(database);
        learned("7");
        long january = item("2026/0042", "7", "0.00");
        long change = closedByErp(january, "1190.00");
        take(CamtFixture.statement().payment("1190.00", "B1", "Rossi", IBAN, "rent"));
        long allocation = number("select id from allocation where item_id = ?", january);
        Payments payments = payments();

        payments.reverse(allocation, "anna", "it was for another one");

        assertThat(open(january)).isEqualByComparingTo("0");
        assertThat(text("select state from allocation where item_id = ?", january))
                .isEqualTo("reversed");
        assertThat(text("select settled_cause from open_item where id = ?", january))
                .isEqualTo("unknown");
        assertThat(text("select cause from item_change where id = ?", change)).isEqualTo("unknown");
        assertThat(text("select cast(cast(explained as int) as varchar) from item_change where id = ?", change))
                .isEqualTo("0");
        payments.allocate(
                number("select id from payment where 1 = ?", 1),
                List.of(principal(january, "1190.00")),
                "anna",
                "so it was");
        assertThat(text("select settled_cause from open_item where id = ?", january))
                .isEqualTo("payment");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_person_takes_back_on_the_day_that_the_erp_reopened_it_counts_once(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, "2026/1042"));
        update("update allocation set state = 'confirmed', confirmed_at = state_at");
        export(1001, "2026-02-19T05:00:00Z");
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open) values (?, 1001,"
                        + " timestamp with time zone '2026-02-19 05:00:00+00', 'reopened', 0, 100)",
                item);

        payments().reverse(number("select id from allocation where item_id = ?", item), "anna", "another's");

        assertThat(open(item)).isEqualByComparingTo("100.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_of_which_the_erp_booked_a_part_first_is_pending_for_the_rest(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().entry("100.00", "B1", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", null)));
        update("update allocation set state = 'confirmed', confirmed_at = state_at");
        export(1001, "2026-02-19T05:00:00Z");
        update("update open_item set erp_open = 40 where id = ?", item);
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open) values (?, 1001,"
                        + " timestamp with time zone '2026-02-19 05:00:00+00', 'reopened', 0, 40)",
                item);

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B9", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", "AM04")));

        assertThat(open(item)).isEqualByComparingTo("100.00");
        assertThat(text(
                        "select cast(cast(sum(amount) as int) as varchar) from allocation"
                                + " where state = 'reversal-pending' and item_id = ?",
                        item))
                .isEqualTo("60");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_return_that_the_erp_booked_first_reopens_once(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().entry("100.00", "B1", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", null)));
        update("update allocation set state = 'confirmed' where item_id = ?", item);
        export(1001, "2026-02-19T05:00:00Z");
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open) values (?, 1001,"
                        + " timestamp with time zone '2026-02-19 05:00:00+00', 'reopened', 0, 100)",
                item);
        assertThat(open(item)).isEqualByComparingTo("100.00");

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B9", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", "AM04")));

        assertThat(open(item)).isEqualByComparingTo("100.00");
        assertThat(number("select count(*) from allocation where state = 'reversal-pending' and item_id = ?", item))
                .isZero();
        assertThat(number(
                        "select confirmed_by from allocation where state = 'reversal-confirmed' and item_id = ?", item))
                .isEqualTo(1001);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_erp_raised_before_the_day_of_the_return_is_something_else(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        take(CamtFixture.statement().entry("100.00", "B1", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", null)));
        update("update allocation set state = 'confirmed' where item_id = ?", item);
        export(1001, "2026-02-18T22:59:59Z");
        update(
                "insert into item_change (item_id, export_id, at, what, old_open, new_open) values (?, 1001,"
                        + " timestamp with time zone '2026-02-18 23:00:00+00', 'changed', 0, 100)",
                item);

        take(CamtFixture.statement()
                .on("2026-02-19")
                .opening("100.00")
                .entry("-100.00", "B9", details(null, "E2E-7", "Rossi", IBAN, "2026/1042", "AM04")));

        assertThat(open(item)).isEqualByComparingTo("200.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_item_that_the_erp_delivered_before_the_statement_counts_once(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        long other = item("2026/1060", "7", "300.00");
        export(1001, "2026-02-18T05:00:00Z");
        long booked = paymentItem("ZP1", "7", "-100.00", 1001);

        take(CamtFixture.statement()
                .payment("100.00", "B1", "Rossi", IBAN, "2026/1042")
                .payment("100.00", "B2", "Rossi", IBAN, "2026/1060"));

        assertThat(text(
                        "select state || ' ' || booked_key || ' ' || explanation from allocation where item_id = ?",
                        item))
                .isEqualTo("confirmed ZP1 booked as an item of its own");
        assertThat(ledger.sql()
                        .sql("select details from journal where event = 'allocation-made' order by id")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"confirmed\":\"true\""),
                        second -> assertThat(second).contains("\"confirmed\":\"false\""));
        assertThat(text("select state from allocation where item_id = ?", other))
                .isEqualTo("pending");
        assertThat(open(item).add(open(other)).add(open(booked))).isEqualByComparingTo("200.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_item_from_before_the_booking_day_is_another_payment(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        paymentItem("ZP1", "7", "-100.00", 1000);

        take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, "2026/1042"));

        assertThat(text("select state from allocation where item_id = ?", item)).isEqualTo("pending");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_a_person_allocates_counts_from_the_same_moment_as_what_a_run_allocates(Database database) {
        open(database);
        long byRun = item("2026/1042", "7", "500.00");
        long byPerson = item("2026/1043", "8", "300.00");
        take(CamtFixture.statement().entry("500.00", "B1", details(null, "E1", null, null, "2026/1042", null)));
        take(CamtFixture.statement()
                .opening("500.00")
                .entry("300.00", "B2", details(null, "E2", null, null, "thanks", null)));

        payments()
                .allocate(
                        number("select max(id) from payment where 1 = ?", 1),
                        List.of(principal(byPerson, "300.00")),
                        "anna",
                        "by phone");

        assertThat(number("select count(distinct since) from allocation where item_id in (?, " + byPerson + ")", byRun))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_write_off_takes_two_different_people(Database database) {
        open(database);
        long mine = item("2026/1042", "7", "500.00");
        take(CamtFixture.statement().payment("490.00", "B1", null, null, "thanks"));
        long payment = number("select max(id) from payment where 1 = ?", 1);
        List<PaymentDecider.Part> parts = List.of(
                principal(mine, "490.00"), new PaymentDecider.Part(mine, new BigDecimal("10.00"), "write-off", false));

        assertThatThrownBy(() -> payments().allocate(payment, parts, "anna", "bank fee"))
                .hasMessageContaining("second person");
        assertThatThrownBy(() -> new TwoPeople("anna", "ANNA ")).hasMessageContaining("two different people");
        payments().allocate(payment, parts, new TwoPeople("anna", "bruno"), "bank fee");

        assertThat(open(mine)).isEqualByComparingTo("0");
        assertThat(text("select details from journal where event = 'payment-decided' and actor = ?", "anna"))
                .contains("\"second\":\"bruno\"");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void scenario_18_candidates_suspend_their_items_until_a_person_decides_and_no_run_undoes_it(Database database) {
        open(database);
        long mine = item("2026/1042", "7", "500.00");
        item("2026/1043", "8", "500.00");
        CamtFixture statement = CamtFixture.statement().payment("500.00", "B1", null, null, "thanks");
        assertThat(take(statement).count("candidates")).isEqualTo(1);
        assertThat(number("select count(*) from unclear_item where 1 = ?", 1)).isEqualTo(2);
        long payment = number("select id from payment where 1 = ?", 1);
        Payments payments = payments();

        assertThatThrownBy(() -> payments.allocate(payment, List.of(principal(mine, "500.01")), "anna", "x"))
                .isInstanceOf(Refused.class);
        payments.allocate(payment, List.of(principal(mine, "500.00")), "anna", "Rossi confirmed by phone");

        assertThat(number("select count(*) from unclear_item where 1 = ?", 1)).isZero();
        assertThat(open(mine)).isEqualByComparingTo("0");
        assertThat(take(statement).entriesNew()).isZero();
        assertThat(text("select decision || ' ' || decided_by from payment where id = ?", payment))
                .isEqualTo("allocated anna");

        long allocation = number("select id from allocation where item_id = ?", mine);
        payments.reverse(allocation, "bruno", "wrong debtor");
        assertThat(open(mine)).isEqualByComparingTo("500.00");
        assertThat(text("select cast(unallocated as varchar) from payment where id = ?", payment))
                .startsWith("500");
        payments.notOurs(payment, "bruno", "a refund");
        assertThat(text("select decision from payment where id = ?", payment)).isEqualTo("notOurs");
    }

    private static Part principal(long item, String amount) {
        return new Part(item, new BigDecimal(amount), "principal", false);
    }

    private Payments payments() {
        return new Payments(ledger, CLOCK, Map.of("ACME-IT", ACME));
    }
}
