package io.sollecito.reconciliation;

import static io.sollecito.reconciliation.MatchFixture.BIANCHI_IBAN;
import static io.sollecito.reconciliation.MatchFixture.DAY;
import static io.sollecito.reconciliation.MatchFixture.OWN;
import static io.sollecito.reconciliation.MatchFixture.ROSSI_IBAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Discount;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {

    private final MatchFixture world = new MatchFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fattura 2026/1042",
                "fatt.2026-1042 del 15.01.2026",
                "2026 1042",
                "Rechnung 20261042, 1.190,00 EUR",
                "INV20261042",
                "2026/001042",
                "Saldo ft.2026/1042/Rossi"
            })
    void a_document_number_is_found_however_it_is_written(String text) {
        assertThat(world.item("R", "2026/1042", "1190.00").pay("1190.00", text).outcome())
                .isEqualTo("allocated 2026/1042:1190.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18000001234",
                "A1800000123",
                "91800000123",
                "1800000123X",
                "18000 00123 9",
                "2026/1800000123",
                "1800000123-77"
            })
    void a_number_inside_a_longer_number_names_nothing_by_itself(String text) {
        assertThat(world.item("R", "1800000123", "1190.00").pay("500.00", text).outcome())
                .isEqualTo("unmatched");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fattura 2026/1102", "saldo 2026-1102"})
    void a_number_of_year_and_counter_is_no_date_even_when_its_digits_could_be_one(String text) {
        assertThat(world.item("R", "2026/1102", "1190.00").pay("500.00", text).outcome())
                .isEqualTo("allocated 2026/1102:500.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ordine del 2026-11-02", "del 20261102"})
    void a_date_with_the_digits_of_a_number_names_nothing_by_itself(String text) {
        assertThat(world.item("R", "2026/1102", "1190.00").pay("500.00", text).outcome())
                .isNotEqualTo("allocated 2026/1102:500.00");
    }

    @Test
    void several_named_documents_clear_when_they_add_up_and_only_then() {
        String text = "F239765/F237654/F239875/F240001";
        world.item("R", "F239765", "100.00")
                .item("R", "F237654", "50.00")
                .item("R", "F239875", "60.00")
                .item("R", "F240001", "8.80");

        assertThat(world.pay("218.80", text).outcome())
                .isEqualTo("allocated F239765:100.00 F237654:50.00 F239875:60.00 F240001:8.80");
        MatchFixture another = new MatchFixture()
                .item("R", "F239765", "100.00")
                .item("R", "F237654", "50.00")
                .item("R", "F239875", "60.00")
                .item("R", "F240001", "9.80");
        assertThat(another.pay("218.80", text).outcome()).startsWith("candidates");
    }

    @Test
    void rent_2024_clears_no_invoice_that_contains_or_is_2024() {
        world.item("R", "PO 2024 1234", "800.00").item("B", "2024", "800.00").item("C", "2024/7", "800.00");

        assertThat(world.pay("800.00", "Rent 2024").only()).isInstanceOf(Decision.Candidates.class);
        assertThat(new MatchFixture()
                        .item("B", "2024", "900.00")
                        .pay("800.00", "Rent 2024")
                        .outcome())
                .isEqualTo("unmatched");
    }

    @Test
    void a_reference_whose_check_digits_fail_is_queued() {
        world.item("R", "A-10001", "10.00")
                .debtor("R", "Rossi", ROSSI_IBAN)
                .pay("10.00", "210000000003139471430009016", "Rossi", ROSSI_IBAN);

        assertThat(world.only()).isInstanceOf(Decision.Candidates.class);
        assertThat(world.only().evidence()).anyMatch(sentence -> sentence.contains("check digits"));
        assertThat(References.holds("210000000003139471430009017")).isTrue();
        assertThat(References.holds("RF18539007547034")).isTrue();
        assertThat(References.holds("RF19539007547034")).isFalse();
    }

    @Test
    void our_reference_names_the_items_of_its_reminder() {
        world.item("R", "A-10001", "10.00")
                .item("R", "A-10002", "20.00")
                .item("R", "A-10003", "30.00")
                .reference("RF18539007547034", 1, "10.00")
                .reference("RF18539007547034", 3, "30.00");

        assertThat(world.pay("40.00", "RF18539007547034").outcome()).isEqualTo("allocated A-10001:10.00 A-10003:30.00");
        assertThat(world.pay("40.00", "paid RF18 5390 0754 7034 thanks").only()).isInstanceOf(Decision.Unmatched.class);
    }

    @Test
    void a_reference_printed_in_groups_inside_a_text_is_found() {
        world.item("R", "A-10001", "10.00").reference("RF18539007547034", 1, "10.00");

        assertThat(world.pay("10.00", "paid RF18 5390 0754 7034 thanks").outcome())
                .isEqualTo("allocated A-10001:10.00");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-18, allocated A-10001:20.00:discount A-10001:980.00", "2026-02-17, allocated A-10001:980.00"})
    void a_discount_counts_until_its_last_day_and_later_the_rest_stays_open(String until, String outcome) {
        Discount discount = new Discount(java.time.LocalDate.parse(until), new BigDecimal("20.00"));

        assertThat(world.item("R", "A-10001", "1000.00", discount, false)
                        .pay("980.00", "A-10001")
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void an_overpayment_closes_the_item_and_leaves_the_rest() {
        assertThat(world.item("R", "A-10001", "100.00").pay("130.00", "A-10001").outcome())
                .isEqualTo("allocated A-10001:100.00 left 30.00");
    }

    @Test
    void a_head_office_pays_for_two_debtors() {
        world.item("R", "A-10001", "100.00").item("B", "A-10002", "50.00").pay("150.00", "A-10001, A-10002");

        assertThat(world.outcome()).isEqualTo("allocated A-10001:100.00 A-10002:50.00");
    }

    @Test
    void two_debtors_who_owe_the_same_are_candidates() {
        world.item("R", "A-10001", "500.00").item("B", "A-10002", "500.00").pay("500.00", "thanks");

        assertThat(world.outcome()).isEqualTo("candidates [A-10001:500.00] [A-10002:500.00]");
    }

    @Test
    void a_number_that_is_valid_for_two_creditors_is_for_a_person() {
        world.item("R", "A-10001", "100.00")
                .item(new DebtorKey("LUMIERE-FR", "odoo", "9"), "A-10001", 1, "100.00", null, false)
                .pay("100.00", "A-10001");

        assertThat(world.outcome()).isEqualTo("candidates [A-10001:100.00] [A-10001:100.00]");
    }

    @Test
    void a_known_account_and_a_unique_amount_clear() {
        world.debtor("R", "Rossi", ROSSI_IBAN).item("R", "A-10001", "100.00").item("R", "A-10002", "90.00");

        assertThat(world.pay("90.00", "thanks", "x", ROSSI_IBAN).outcome()).isEqualTo("allocated A-10002:90.00");
    }

    @Test
    void a_known_account_clears_nothing_when_the_text_names_another_document() {
        world.debtor("R", "Rossi", ROSSI_IBAN).item("R", "A-10001", "100.00");

        assertThat(world.pay("100.00", "A-10099", "x", ROSSI_IBAN).outcome()).isEqualTo("candidates [A-10001:100.00]");
    }

    @Test
    void an_account_that_several_debtors_share_decides_nothing() {
        world.debtor("R", "Rossi", ROSSI_IBAN)
                .debtor("B", "Bianchi", ROSSI_IBAN)
                .item("R", "A-10001", "100.00");

        assertThat(world.pay("100.00", "thanks", "x", ROSSI_IBAN).outcome()).isEqualTo("candidates [A-10001:100.00]");
    }

    @Test
    void a_recurring_amount_without_reference_is_for_a_person() {
        world.debtor("R", "Rossi", ROSSI_IBAN).item("R", "A-10001", "100.00").item("R", "A-10002", "100.00");

        assertThat(world.pay("100.00", "thanks", "x", ROSSI_IBAN).outcome())
                .isEqualTo("candidates [A-10001:100.00] [A-10002:100.00]");
    }

    @Test
    void the_whole_balance_of_a_known_account_clears_credits_too() {
        world.debtor("R", "Rossi", ROSSI_IBAN)
                .item("R", "A-10001", "100.00")
                .item("R", "A-10002", "50.00")
                .item("R", "A-10003", "-30.00");

        assertThat(world.pay("120.00", "thanks", "x", ROSSI_IBAN).outcome())
                .isEqualTo("allocated A-10001:100.00 A-10002:50.00 A-10003:-30.00");
    }

    @Test
    void a_credit_that_the_reminder_listed_stays_open_when_the_payment_does_without_it() {
        world.debtor("R", "Rossi", ROSSI_IBAN)
                .item("R", "A-10001", "3091.47")
                .item("R", "A-10002", "-2435.32")
                .reference("RF18539007547034", 1, "3091.47")
                .reference("RF18539007547034", 2, "-2435.32");

        assertThat(world.pay("3091.47", "RF18539007547034").outcome()).isEqualTo("allocated A-10001:3091.47");
    }

    @Test
    void more_than_all_debits_leaves_the_credits_and_less_than_them_is_for_a_person() {
        assertThat(twoDebitsAndACredit()
                        .pay("160.00", "A-10001 A-10002 A-10003", "Rossi", ROSSI_IBAN)
                        .outcome())
                .isEqualTo("allocated A-10001:100.00 A-10002:50.00 left 10.00");
        assertThat(twoDebitsAndACredit()
                        .pay("130.00", "A-10001 A-10002 A-10003", "Rossi", ROSSI_IBAN)
                        .outcome())
                .startsWith("candidates");
    }

    private static MatchFixture twoDebitsAndACredit() {
        return new MatchFixture()
                .debtor("R", "Rossi", ROSSI_IBAN)
                .item("R", "A-10001", "100.00")
                .item("R", "A-10002", "50.00")
                .item("R", "A-10003", "-30.00");
    }

    @Test
    void what_the_erp_booked_first_takes_the_payment() {
        world.debtor("R", "Rossi", ROSSI_IBAN)
                .item("R", "A-10001", "1190.00", null, true)
                .item("R", "A-10002", "1190.00");

        Decision.Allocated decision = (Decision.Allocated)
                world.pay("1190.00", "thanks", "x", ROSSI_IBAN).only();
        assertThat(decision.allocations()).singleElement().satisfies(allocation -> {
            assertThat(allocation.item().number()).isEqualTo("A-10001");
            assertThat(allocation.item().closedByErp()).isTrue();
        });
    }

    @Test
    void one_slip_counts_only_when_debtor_and_amount_agree() {
        MatchFixture known =
                new MatchFixture().debtor("R", "Rossi S.r.l.", ROSSI_IBAN).item("R", "1800000123", "100.00");
        assertThat(known.pay("100.00", "1800000132", "ROSSI SRL", ROSSI_IBAN).outcome())
                .isEqualTo("allocated 1800000123:100.00");
        MatchFixture amount =
                new MatchFixture().debtor("R", "Rossi S.r.l.", ROSSI_IBAN).item("R", "1800000123", "100.00");
        assertThat(amount.pay("99.00", "1800000132", "ROSSI SRL", ROSSI_IBAN).only())
                .isInstanceOf(Decision.Candidates.class);
        MatchFixture stranger = new MatchFixture().item("R", "1800000123", "100.00");
        assertThat(stranger.pay("100.00", "1800000132", "Verdi", null).only()).isInstanceOf(Decision.Candidates.class);
    }

    @Test
    void a_part_goes_to_the_named_item_when_account_or_name_is_its_debtors_and_not_anothers() {
        world.debtor("B", "Bianchi", BIANCHI_IBAN)
                .debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "A-10001", "100.00");

        assertThat(world.pay("40.00", "A-10001", "x", ROSSI_IBAN).outcome()).isEqualTo("allocated A-10001:40.00");
        assertThat(world.pay("30.00", "A-10001", "ROSSI S.R.L.", null).outcome())
                .isEqualTo("allocated A-10001:30.00");
        assertThat(world.pay("20.00", "A-10001", "Verdi", null).outcome()).isEqualTo("candidates [A-10001:20.00]");
        assertThat(new MatchFixture()
                        .debtor("B", "Bianchi", BIANCHI_IBAN)
                        .item("R", "A-10001", "100.00")
                        .pay("60.00", "A-10001", "Bianchi", BIANCHI_IBAN)
                        .outcome())
                .isEqualTo("candidates [A-10001:60.00]");
    }

    @Test
    void instalments_of_a_named_document_are_paid_by_amount() {
        DebtorKey rossi = MatchFixture.key("R");
        for (int i = 1; i <= 3; i++) {
            world.item(rossi, "A-10001", i, "100.00", null, false);
        }

        assertThat(world.pay("200.00", "A-10001").outcome()).isEqualTo("allocated A-10001:100.00 A-10001:100.00");
        assertThat(((Decision.Allocated) world.only())
                        .allocations()
                        .get(1)
                        .item()
                        .instalment())
                .isEqualTo(2);
    }

    @Test
    void the_second_payment_of_one_invoice_finds_it_paid() {
        world.item("R", "A-10001", "100.00").pay("100.00", "A-10001").pay("100.00", "A-10001");

        List<Decision> decisions = world.decide();
        assertThat(decisions.get(0)).isInstanceOf(Decision.Allocated.class);
        assertThat(decisions.get(1)).isInstanceOf(Decision.Unmatched.class);
        assertThat(decisions.get(1).evidence()).contains("number A-10001 in the remittance is already paid");
    }

    @Test
    void fees_interest_and_own_transfers_are_not_ours() {
        world.item("R", "A-10001", "100.00");

        assertThat(world.pay("-3.50", "Kontoführung").outcome()).isEqualTo("notOurs");
        assertThat(world.pay("0.35", "Interessi creditori").outcome()).isEqualTo("notOurs");
        assertThat(world.pay("100.00", "A-10001", "Acme", OWN).outcome()).isEqualTo("notOurs");
    }

    @Test
    void a_return_takes_back_what_its_payment_paid() {
        world.item("R", "A-10001", "100.00")
                .pay("100.00", "A-10001", "Rossi", ROSSI_IBAN, DAY, "E2E-7", null)
                .pay("-100.00", "A-10001", "Rossi", ROSSI_IBAN, DAY, "E2E-7", "AC06");

        assertThat(world.outcome()).isEqualTo("returned A-10001:-100.00");
    }
}
