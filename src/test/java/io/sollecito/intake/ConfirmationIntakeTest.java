package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.ledger.payments.Confirmations;
import io.sollecito.ledger.payments.Confirmations.Provider;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.Problem;
import io.sollecito.model.ReferenceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a payment provider confirms is paid at once, once, and never again by the payout (laws 1, 2, 3, 6, 9, 10). */
class ConfirmationIntakeTest extends StatementLedger {

    private static final String HEADER = "reference;amount;currency;paidAt;providerId\n";
    private static final String REFERENCE = CreditorReference.ofReminder(1);
    private static final String OTHER = CreditorReference.ofReminder(2);
    private static final String PAYOUT_IBAN = "FR7630006000011234567890189";
    private static final Provider PROVIDER = new Provider("paylink", PAYOUT_IBAN, "Paylink S.A.");

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_confirmation_pays_the_items_of_its_reference_at_once_and_stops_the_reminder(Database database) {
        open(database);
        long item = item("2026/1042", "7", "1190.00");
        long reminder = reminder(REFERENCE, item, "1190.00");

        ConfirmationIntake.Taken taken = confirm(line(REFERENCE, "1190.00", "EUR", "pay_1"));

        assertThat(taken.applied()).isEqualTo(1);
        assertThat(taken.keptAs()).isNull();
        assertThat(open(item)).isEqualByComparingTo("0");
        assertThat(text("select state from allocation where item_id = ?", item)).isEqualTo("pending");
        assertThat(text("select state from dispatch where reminder_id = ?", reminder))
                .isEqualTo("cancelled");
        assertThat(events()).contains("confirmations-applied", "payment-decided", "allocation-made");
        assertThat(number("select count(*) from bank_statement where gap and 1 = ?", 1))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_confirmation_that_comes_again_in_whatever_file_has_no_effect(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        String line = line(REFERENCE, "100.00", "EUR", "pay_1");

        ConfirmationIntake.Taken twice = confirm(line + line);
        assertThat(twice.applied() + " " + twice.unchanged()).isEqualTo("1 1");
        assertThat(confirm(line + line).unchanged()).isEqualTo(2);
        ConfirmationIntake.Taken written =
                confirm(line.replace("100.00", "100.0").replace("+01:00", ".000+01:00"));
        assertThat(written.unchanged()).isEqualTo(1);
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(1);
        assertThat(number("select count(*) from allocation where item_id = ?", item))
                .isEqualTo(1);

        ConfirmationIntake.Taken changed = confirm(line(REFERENCE, "90.00", "EUR", "pay_1"));
        assertThat(changed.problems())
                .extracting(Problem::message)
                .containsExactly("id pay_1 was confirmed before with another amount or reference");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_collective_payout_does_not_pay_twice(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        long alike = item("2026/1043", "8", "147.10");
        reminder(REFERENCE, item, "100.00");
        confirm(line(REFERENCE, "100.00", "EUR", "pay_1"));

        StatementIntake.Taken taken = take(CamtFixture.statement()
                .payment("147.10", "B1", "Paylink", PAYOUT_IBAN, "payout 2026-02-18")
                .payment("147.10", "B2", "PAYLINK S.A.", null, "payout 2026-02-18")
                .payment("98.60", "B3", "Paylink", PAYOUT_IBAN, "payout " + REFERENCE)
                .entry("100.00", "B4", details(REFERENCE, "pay_1", "Somebody", IBAN)));

        assertThat(taken.count("notOurs")).isEqualTo(4);
        assertThat(open(item)).isEqualByComparingTo("0");
        assertThat(open(alike)).isEqualByComparingTo("147.10");
        assertThat(number("select count(*) from allocation where 1 = ?", 1)).isEqualTo(1);
        assertThat(number("select count(*) from candidate where 1 = ?", 1)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payout_that_names_what_nobody_confirmed_is_money_like_any_other(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        long lost = item("2026/1043", "7", "60.00");
        reminder(REFERENCE, item, "100.00");
        reminder(OTHER, lost, "60.00");
        confirm(line(REFERENCE, "100.00", "EUR", "pay_1"));

        StatementIntake.Taken taken =
                take(CamtFixture.statement().entry("60.00", "B1", details(OTHER, "pay_2", "Paylink", PAYOUT_IBAN)));
        assertThat(taken.count("allocated")).isEqualTo(1);
        assertThat(open(lost)).isEqualByComparingTo("0");

        ConfirmationIntake.Taken late = confirm(line(OTHER, "60.00", "EUR", "pay_2"));
        assertThat(late.decisions()).containsOnlyKeys("notOurs");
        assertThat(number("select count(*) from allocation where item_id = ?", lost))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_debtors_own_transfer_beside_the_confirmation_is_a_second_payment_for_a_person(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        confirm(line(REFERENCE, "100.00", "EUR", "pay_1"));

        StatementIntake.Taken taken = take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, REFERENCE));

        assertThat(taken.count("notOurs") + taken.count("allocated")).isZero();
        assertThat(number("select count(*) from allocation where item_id = ?", item))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_paid_already_leaves_money_for_a_person_and_suspends_nobody_else(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        item("2026/1043", "8", "100.00");
        reminder(REFERENCE, item, "100.00");
        take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, REFERENCE));

        ConfirmationIntake.Taken taken = confirm(line(REFERENCE, "100.00", "EUR", "pay_1"));

        assertThat(taken.decisions()).containsOnlyKeys("unmatched");
        assertThat(text("select cast(unallocated as varchar) from payment where end_to_end_id = ?", "pay_1"))
                .startsWith("100.00");
        assertThat(text("select evidence from payment where end_to_end_id = ?", "pay_1"))
                .contains("names what is already paid");
        assertThat(number("select count(*) from unclear_item where 1 = ?", 1)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_paid_in_part_takes_the_rest_and_leaves_over_what_is_too_much(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        take(CamtFixture.statement().payment("40.00", "B1", "Rossi", IBAN, REFERENCE));

        confirm(line(REFERENCE, "100.00", "EUR", "pay_1"));

        assertThat(open(item)).isEqualByComparingTo("0");
        assertThat(text(
                        "select cast(cast(unallocated as numeric(23, 2)) as varchar) from payment where end_to_end_id = ?",
                        "pay_1"))
                .isEqualTo("40.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void every_line_is_applied_unchanged_or_quarantined_with_its_place_and_reason(Database database) {
        open(database);
        reminder(REFERENCE, item("2026/1042", "7", "100.00"), "100.00");

        ConfirmationIntake.Taken taken = confirm(line(REFERENCE, "100.00", "EUR", "pay_1")
                + line(REFERENCE, "100.00", "EUR", "pay_1")
                + line(OTHER, "100.00", "EUR", "pay_2")
                + line(REFERENCE, "100.00", "USD", "pay_3")
                + line("RF00123", "100.00", "EUR", "pay_4")
                + line(REFERENCE, "100,00", "EUR", "pay_5")
                + line(REFERENCE, "-100.00", "EUR", "pay_6")
                + line(REFERENCE, "100.005", "EUR", "pay_7")
                + line(REFERENCE, "100.00", "EURO", "pay_8")
                + line(REFERENCE, "100.00", "EUR", "pay 9")
                + line(REFERENCE, "100.00", "EUR", "pay_10").replace("2026-02-18T", "18.02.2026 ")
                + line(REFERENCE, "100.00", "EUR", "pay_11").replace("2026-02-18T", "2027-02-18T")
                + "RF;1\n");

        assertThat(taken.read()).isEqualTo(13);
        assertThat(taken.applied() + taken.unchanged() + taken.problems().size())
                .isEqualTo(13);
        assertThat(taken.applied() + " " + taken.unchanged()).isEqualTo("1 1");
        assertThat(taken.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .contains(
                        "4:1 reference " + OTHER + " is of no reminder of ACME-IT",
                        "5:1 reference " + REFERENCE + " asks for EUR, not USD",
                        "6:1 'RF00123' is no reference",
                        "7:18 '100,00' is no amount of EUR above zero",
                        "14:1 the line has 2 fields, not 5");
        assertThat(Path.of(taken.keptAs())).exists();
        assertThat(number("select count(*) from bank_statement where state = 'quarantined' and 1 = ?", 1))
                .isEqualTo(11);
        confirm(HEADER);
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_file_that_is_none_waits_whole_and_touches_nothing(Database database) throws IOException {
        open(database);
        reminder(REFERENCE, item("2026/1042", "7", "100.00"), "100.00");
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "id,amount\n1,100.00\n");

        ConfirmationIntake.Taken taken = intakeOfConfirmations().take("paylink", ACME, PROVIDER, file, "other.csv");

        assertThat(taken.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("the header is not reference;amount"));
        assertThat(text("select reason from bank_statement where state = ?", "quarantined"))
                .startsWith("line 1: the header is not");
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_equal_confirmed_payments_of_one_reference_are_two_though_the_first_was_paid_out(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        confirm(line(REFERENCE, "50.00", "EUR", "pay_1"));
        take(CamtFixture.statement().entry("50.00", "B1", details(REFERENCE, "pay_1", "Paylink", PAYOUT_IBAN)));

        confirm(line(REFERENCE, "50.00", "EUR", "pay_2"));

        assertThat(open(item)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_bank_showed_once_before_stands_for_one_confirmation_only(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        take(CamtFixture.statement().entry("50.00", "B1", details(REFERENCE, "pay_1", "Paylink", PAYOUT_IBAN)));
        assertThat(open(item)).isEqualByComparingTo("50.00");

        confirm(line(REFERENCE, "50.00", "EUR", "pay_1"));
        assertThat(open(item)).isEqualByComparingTo("50.00");
        confirm(line(REFERENCE, "50.00", "EUR", "pay_2"));

        assertThat(open(item)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payout_that_was_put_aside_before_its_confirmation_does_not_make_that_void(Database database) {
        open(database);
        long known = item("2026/1041", "7", "30.00");
        long item = item("2026/1042", "7", "100.00");
        reminder(OTHER, known, "30.00");
        reminder(REFERENCE, item, "100.00");
        confirm(line(OTHER, "30.00", "EUR", "pay_1"));
        StatementIntake.Taken early =
                take(CamtFixture.statement().entry("100.00", "B1", details(null, "pay_2", "Paylink", PAYOUT_IBAN)));
        assertThat(early.count("notOurs")).isEqualTo(1);

        confirm(line(REFERENCE, "100.00", "EUR", "pay_2"));

        assertThat(open(item)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_amount_with_more_decimals_than_its_currency_waits_for_a_person(Database database) {
        open(database);
        reminder(REFERENCE, item("2026/1042", "7", "1190.00"), "1190.00");

        ConfirmationIntake.Taken taken = confirm(line(REFERENCE, "1.190", "EUR", "pay_1"));

        assertThat(taken.applied()).isZero();
        assertThat(taken.problems()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_moment_long_ago_or_far_ahead_holds_up_its_own_line_only(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");

        ConfirmationIntake.Taken taken =
                confirm(line(REFERENCE, "1.00", "EUR", "pay_1").replace("2026-02-18T", "-9999-02-18T")
                        + line(REFERENCE, "1.00", "EUR", "pay_2").replace("2026-02-18T", "+999999999-02-18T")
                        + line(REFERENCE, "1.00", "EUR", "pay_3").replace("2026-02-18T", "1970-01-01T")
                        + line(REFERENCE, "100.00", "EUR", "pay_4"));

        assertThat(taken.applied()).isEqualTo(1);
        assertThat(taken.problems()).hasSize(3);
        assertThat(open(item)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void ids_of_zeros_or_that_are_bank_words_are_ids_like_others(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        String lines = line(REFERENCE, "50.00", "EUR", "0")
                + line(REFERENCE, "50.00", "EUR", "00")
                + line(REFERENCE, "50.00", "EUR", "NONREF");

        assertThat(confirm(lines).applied()).isEqualTo(3);
        assertThat(confirm(lines).unchanged()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_payout_account_is_recognised_however_it_is_written(Database database) throws IOException {
        open(database);
        item("2026/1043", "8", "147.10");
        long item = item("2026/1042", "7", "100.00");
        reminder(REFERENCE, item, "100.00");
        Path file = folder.resolve("c.csv");
        Files.writeString(file, HEADER + line(REFERENCE, "100.00", "EUR", "pay_1"));
        intakeOfConfirmations()
                .take(
                        "paylink",
                        ACME,
                        new Provider("paylink", "fr76 3000 6000 0112 3456 7890 189", null),
                        file,
                        "c.csv");

        StatementIntake.Taken taken =
                take(CamtFixture.statement().payment("147.10", "B1", "Paylink", PAYOUT_IBAN, "payout"));

        assertThat(taken.count("notOurs")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void belgian_and_swiss_references_are_confirmed_too(Database database) {
        open(database);
        long belgian = item("2026/1042", "7", "100.00");
        long swiss = item("2026/1043", "7", "60.00");
        String ogm = ReferenceKind.OGM.ofReminder(1);
        String qrr = ReferenceKind.QRR.ofReminder(2);
        reminder(ogm, belgian, "100.00");
        reminder(qrr, swiss, "60.00");

        ConfirmationIntake.Taken taken = confirm(line(ReferenceKind.printed(ogm), "100.00", "EUR", "pay_1")
                + line(ReferenceKind.printed(qrr), "60.00", "EUR", "pay_2")
                + line(ogm.replace('9', '8'), "60.00", "EUR", "pay_3"));

        assertThat(taken.applied()).isEqualTo(2);
        assertThat(taken.problems()).hasSize(1);
        assertThat(open(belgian)).isEqualByComparingTo("0");
        assertThat(open(swiss)).isEqualByComparingTo("0");
    }

    /** Confirmations, payouts and transfers of the same money, in any order and repeated: every item is paid once. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void in_whatever_order_and_however_often_it_comes_every_item_is_paid_once(Database database) {
        open(database);
        Random chance = new Random(20260219);
        for (int round = 0; round < 6; round++) {
            List<Runnable> events = new ArrayList<>();
            List<Long> items = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = 100 + round * 10 + i;
                String reference = CreditorReference.ofReminder(number);
                String amount = (50 + number) + ".00";
                long item = item("N" + number, "7", amount);
                items.add(item);
                reminder(reference, item, amount);
                String line = line(reference, amount, "EUR", "pay_" + number);
                events.add(() -> confirm(line));
                events.add(() -> confirm(line));
                if (chance.nextBoolean()) {
                    events.add(() -> payout(number, amount, reference));
                }
            }
            Collections.shuffle(events, chance);
            events.forEach(Runnable::run);

            assertThat(items).allSatisfy(item -> {
                assertThat(open(item)).isEqualByComparingTo("0");
                assertThat(number("select count(*) from allocation where item_id = ?", item))
                        .isEqualTo(1);
            });
        }
        assertThat(new LawChecks(ledger, new Journal(ledger, CLOCK)).violations())
                .isEmpty();
    }

    private void payout(int number, String amount, String reference) {
        take(CamtFixture.statement()
                .on("2026-02-18")
                .opening(number + ".17")
                .entry(amount, "P" + number, details(reference, "pay_" + number, "Paylink", PAYOUT_IBAN)));
    }

    private ConfirmationIntake intakeOfConfirmations() {
        return new ConfirmationIntake(new Confirmations(ledger, CLOCK), folder.resolve("kept"), CLOCK);
    }

    private ConfirmationIntake.Taken confirm(String lines) {
        try {
            Path file = Files.createTempFile(folder, "confirmations", ".csv");
            Files.writeString(file, lines.startsWith("reference") ? lines : HEADER + lines);
            return intakeOfConfirmations().take("paylink", ACME, PROVIDER, file, "confirmations.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String line(String reference, String amount, String currency, String id) {
        return reference + ";" + amount + ";" + currency + ";2026-02-18T10:15:00+01:00;" + id + "\n";
    }

    private static String details(String reference, String id, String name, String iban) {
        return CamtFixture.details(null, id, name, iban, reference, null);
    }
}
