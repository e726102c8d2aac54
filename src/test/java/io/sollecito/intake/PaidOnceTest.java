package io.sollecito.intake;

import static io.sollecito.intake.Desk.credit;
import static io.sollecito.intake.Desk.day;
import static io.sollecito.intake.Desk.invoice;
import static io.sollecito.intake.Desk.paymentItem;
import static io.sollecito.intake.Desk.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.ItemsForTests.Decrease;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.model.DocumentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 10: what the bank shows and what the ERP books later is the same money. */
class PaidOnceTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_invoice_of_1000_with_bank_400_and_a_netted_credit_note_of_400_is_never_reminded_above_200(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), credit("C", "-400"));
        long allocation = desk.allocate(5, "A", "400");

        desk.snapshot(6, invoice("A", "600"));

        assertThat(desk.effective("A")).isEqualTo("200");
        assertThat(desk.state(allocation)).isEqualTo("pending");
        assertThat(desk.history("A")).containsExactly("changed several");
        assertThat(desk.find("C").settledCause()).isEqualTo("credit");

        desk.snapshot(7, invoice("A", "200"));
        assertThat(desk.effective("A")).isEqualTo("200");
        assertThat(desk.state(allocation)).isEqualTo("confirmed");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void payment_and_credit_note_booked_together_are_both_accounted_for(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), credit("C", "-400"));
        long allocation = desk.allocate(5, "A", "400");

        desk.snapshot(6, invoice("A", "200"));

        assertThat(desk.effective("A")).isEqualTo("200");
        assertThat(desk.state(allocation)).isEqualTo("confirmed");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_lowered_item_confirms_the_payment_that_explains_it(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long allocation = desk.allocate(5, "A", "400");
        assertThat(desk.effective("A")).isEqualTo("600");

        desk.snapshot(6, invoice("A", "600"));

        assertThat(desk.effective("A")).isEqualTo("600");
        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_export_older_than_the_payment_confirms_nothing(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long allocation = desk.allocate(6, "A", "400");

        desk.snapshot(6, invoice("A", "900"));

        assertThat(desk.state(allocation)).isEqualTo("pending");
        assertThat(desk.effective("A")).isEqualTo("500");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_decrease_smaller_than_every_payment_confirms_nothing(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long allocation = desk.allocate(5, "A", "400");

        desk.snapshot(6, invoice("A", "950"));

        assertThat(desk.state(allocation)).isEqualTo("pending");
        assertThat(desk.effective("A")).isEqualTo("550");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_decrease_picks_the_payments_that_add_up_to_it(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long first = desk.allocate(5, "A", "400");
        long second = desk.allocate(5, "A", "300");

        desk.snapshot(6, invoice("A", "700"));

        assertThat(desk.state(first)).isEqualTo("pending");
        assertThat(desk.state(second)).isEqualTo("confirmed");
        assertThat(desk.effective("A")).isEqualTo("300");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_erp_books_a_payment_as_its_own_item_and_it_counts_once(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long allocation = desk.allocate(5, "A", "400");

        desk.snapshot(6, invoice("A", "1000"), paymentItem("P", "-400"));

        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        assertThat(desk.effective("A")).isEqualTo("1000");
        assertThat(desk.effective("P")).isEqualTo("-400");
        assertThat(plain(desk.items.openTotals(Desk.ACME).get("EUR"))).isEqualTo("600");

        desk.snapshot(7, invoice("A", "600"));
        assertThat(desk.effective("A")).isEqualTo("600");
        assertThat(desk.history("A")).containsExactly("changed payment");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_the_erp_closes_with_its_own_payment_item_before_the_statement_comes_is_offered_to_the_bank(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        desk.snapshot(6, invoice("A", "1000"), paymentItem("P", "-1000"));
        desk.snapshot(7, invoice("B", "50"));

        assertThat(desk.history("A")).containsExactly("settled payment");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1)))
                .extracting(decrease -> plain(decrease.unexplained()))
                .containsExactly("1000");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_item_accounts_for_one_payment_over_several_invoices_and_only_for_one(Desk desk) {
        desk.snapshot(5, invoice("A", "100"), invoice("B", "300"), invoice("C", "400"));
        long payment = desk.payment(5, "400", null);
        long a = desk.allocate(5, payment, "A", "100");
        long b = desk.allocate(5, payment, "B", "300");
        long other = desk.allocate(5, "C", "400");

        desk.snapshot(6, invoice("A", "100"), invoice("B", "300"), invoice("C", "400"), paymentItem("P", "-400"));

        assertThat(List.of(desk.state(a), desk.state(b), desk.state(other)))
                .containsExactly("confirmed", "confirmed", "pending");
        assertThat(plain(desk.items.openTotals(Desk.ACME).get("EUR"))).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void the_erp_closes_january_before_the_statement_comes_and_february_stays_open(Desk desk) {
        desk.snapshot(5, invoice("JAN", "1190"), invoice("FEB", "1190"));
        desk.snapshot(6, invoice("FEB", "1190"));

        List<Decrease> decreases = desk.items.unexplainedDecreases(Desk.ACME, day(1));

        assertThat(decreases).hasSize(1);
        Decrease january = decreases.get(0);
        assertThat(january.item().item().itemKey()).isEqualTo("JAN");
        assertThat(january.item().item().debtor()).isEqualTo("D1");
        assertThat(plain(january.unexplained())).isEqualTo("1190");
        assertThat(january.asOf()).isEqualTo(day(6));
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(7))).isEmpty();

        assertThat(desk.effective("FEB")).isEqualTo("1190");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_return_after_confirmation_reopens(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "1"));
        long allocation = desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "1"));
        assertThat(desk.find("A").settledCause()).isEqualTo("payment");
        assertThat(desk.state(allocation)).isEqualTo("confirmed");

        desk.giveBack(7, allocation);
        assertThat(desk.effective("A")).isEqualTo("1000");
        desk.snapshot(8, invoice("B", "2"));
        assertThat(desk.effective("A")).isEqualTo("1000");

        desk.snapshot(9, invoice("A", "1000"), invoice("B", "2"));
        assertThat(desk.state(allocation)).isEqualTo("reversal-confirmed");
        assertThat(desk.effective("A")).isEqualTo("1000");
        assertThat(desk.find("A").settledCause()).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_a_payment_leaves_of_a_closed_item_is_offered_to_the_next_payment(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "1"));
        desk.allocate(5, "A", "400");

        desk.snapshot(6, invoice("B", "1"));

        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1)))
                .extracting(decrease -> plain(decrease.unexplained()))
                .containsExactly("600");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_booked_as_an_item_of_its_own_is_for_the_invoice_that_the_bank_showed_it_for(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "500"));
        desk.allocate(5, "A", "400");
        desk.snapshot(6, invoice("A", "1000"), invoice("B", "500"), paymentItem("P", "-400"), paymentItem("Q", "-70"));

        List<String> named = new ArrayList<>();
        new Cases(desk.database)
                .forEachBatch(
                        Desk.ACME,
                        LocalDate.of(2026, 1, 6),
                        cases -> cases.forEach(debtor -> debtor.items()
                                .forEach(item -> named.add(item.item().documentNo() + " for "
                                        + item.item().precedingDocuments()))));

        assertThat(named).containsExactlyInAnyOrder("A for []", "B for []", "P for [A]", "Q for []");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_raise_smaller_than_the_return_accounts_for_its_part(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "1"));
        long allocation = desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "1"));
        desk.giveBack(7, allocation);

        desk.snapshot(8, Desk.item("A", "D1", DocumentType.INVOICE, "1000", "400", null), invoice("B", "1"));
        assertThat(desk.effective("A")).isEqualTo("1000");
        assertThat(desk.state(allocation)).isEqualTo("reversal-confirmed");

        desk.snapshot(9, invoice("A", "1000"), invoice("B", "1"));
        assertThat(desk.effective("A")).isEqualTo("1000");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_the_erp_booked_stays_booked_when_a_person_takes_the_payment_back(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "1"));
        long allocation = desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "1"));

        desk.payments.reverse(allocation, "anna", "another debtor's");

        assertThat(desk.state(allocation)).isEqualTo("reversed");
        assertThat(desk.effective("A")).isEqualTo("0");
        assertThat(desk.find("A").settledCause()).isEqualTo("unknown");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1)))
                .extracting(decrease -> plain(decrease.unexplained()))
                .containsExactly("1000");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void taking_back_one_of_two_payments_leaves_what_the_other_explains(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "1"));
        long first = desk.allocate(5, "A", "400");
        desk.allocate(5, "A", "600");
        desk.snapshot(6, invoice("B", "1"));

        desk.payments.reverse(first, "anna", "another debtor's");

        assertThat(desk.find("A").settledCause()).isEqualTo("payment");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1)))
                .extracting(decrease -> plain(decrease.unexplained()))
                .containsExactly("400");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_that_the_erp_books_as_its_own_item_is_taken_back_by_a_person_and_counts_once(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"));
        long lowered = desk.allocate(5, "A", "300");
        desk.snapshot(6, invoice("A", "700"));
        long booked = desk.allocate(6, "A", "400");
        desk.snapshot(7, invoice("A", "700"), paymentItem("P", "-400"));

        desk.payments.reverse(booked, "anna", "another debtor's");

        assertThat(desk.effective("A")).isEqualTo("700");
        assertThat(plain(desk.items.openTotals(Desk.ACME).get("EUR"))).isEqualTo("300");
        assertThat(desk.state(lowered)).isEqualTo("confirmed");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, day(1))).isEmpty();
    }
}
