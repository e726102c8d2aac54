package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Discount;
import io.sollecito.model.MatchingRules;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Allocation;
import io.sollecito.reconciliation.Book;
import io.sollecito.reconciliation.DebtorKey;
import io.sollecito.reconciliation.Decision;
import io.sollecito.reconciliation.Dividing;
import io.sollecito.reconciliation.Incoming;
import io.sollecito.reconciliation.KnownDebtor;
import io.sollecito.reconciliation.Matcher;
import io.sollecito.reconciliation.NotOursFacts;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reconciliation.Outcomes;
import io.sollecito.reconciliation.PaidBefore;
import io.sollecito.reconciliation.Payable;
import io.sollecito.reconciliation.ReferenceBook;
import io.sollecito.reconciliation.SettledNumbers;
import io.sollecito.reconciliation.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must come of a payment, case by case, as finance departments know them. */
class StatementScenariosTest {

    private static final String OWN = "IT60X0542811101000000123456";
    private static final String ROSSI = "DE89370400440532013000";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 18);

    private final List<KnownDebtor> debtors = new ArrayList<>();
    private final List<Payable> items = new ArrayList<>();
    private final List<Incoming> payments = new ArrayList<>();

    @Test
    void scenario_2_of_ten_announced_payments_two_are_given_they_clear_and_the_rest_is_queued() {
        debtor("R", "Rossi Srl", null);
        item("R", "2026/1042", "100.00").item("R", "2026/1043", "50.00").item("B", "2026/1044", "850.00");
        Statement.Entry entry = new Statement.Entry(
                DAY,
                DAY,
                new BigDecimal("1000.00"),
                "EUR",
                false,
                "B1",
                List.of(
                        given("100.00", "fattura 2026/1042"),
                        given("50.00", "fattura 2026/1043"),
                        given("850.00", null)));
        Dividing.payments(entry).forEach(payment -> payments.add(Incoming.of(statement(), entry, payment)));

        List<Decision> decisions = decide();

        assertThat(text(decisions.get(0))).isEqualTo("allocated 2026/1042:100.00");
        assertThat(text(decisions.get(1))).isEqualTo("allocated 2026/1043:50.00");
        assertThat(decisions.get(2)).isInstanceOf(Decision.Candidates.class);
    }

    @ParameterizedTest
    @CsvSource({"8.80, allocated F239765:100.00 F237654:50.00 F239875:60.00 F240001:8.80", "9.30, candidates"})
    void scenario_10_four_numbers_with_slashes_are_paid_only_if_the_four_add_up(String last, String outcome) {
        item("R", "F239765", "100.00")
                .item("R", "F237654", "50.00")
                .item("R", "F239875", "60.00")
                .item("R", "F240001", last)
                .pay("218.80", "F239765/F237654/F239875/F240001", null, null);

        assertThat(decision()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024/7", "PO 2024 1234", "INV-2024-0042", "42/2024"})
    void scenario_11_rent_2024_clears_no_invoice_that_merely_contains_2024(String number) {
        item("R", number, "800.00").pay("800.00", "Rent 2024", null, null);

        assertThat(decision()).isNotEqualTo("allocated " + number + ":800.00");
    }

    @Test
    void scenario_12_a_reference_whose_check_digit_fails_is_queued_and_not_discarded() {
        debtor("R", "Rossi Srl", ROSSI)
                .item("R", "2026/1042", "1190.00")
                .pay("1190.00", "210000000003139471430009016", "Rossi Srl", ROSSI);

        assertThat(decision()).isEqualTo("candidates");
        assertThat(decide().get(0).evidence())
                .contains("the check digits of reference 210000000003139471430009016 do not hold");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-18, allocated 2026/1042:20.00:discount 2026/1042:980.00",
        "2026-02-17, allocated 2026/1042:980.00"
    })
    void scenario_13_the_last_day_of_the_discount_closes_and_a_day_later_a_rest_stays(String until, String outcome) {
        debtor("R", "Rossi Srl", ROSSI)
                .item("R", "2026/1042", "1000.00", new Discount(LocalDate.parse(until), new BigDecimal("20.00")))
                .pay("980.00", "fattura 2026/1042", "Rossi Srl", ROSSI);

        assertThat(decision()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/1042, 2026/1043 e 2026/1044", "saldo"})
    void scenario_14_a_head_office_pays_for_two_debtors_and_both_are_settled(String text) {
        debtor("H", "Rossi Holding", ROSSI);
        debtors.add(new KnownDebtor(key("R"), "Rossi Milano", List.of(), "H"));
        debtors.add(new KnownDebtor(key("S"), "Rossi Torino", List.of(), "H"));
        item("R", "2026/1042", "100.00")
                .item("S", "2026/1043", "50.00")
                .item("S", "2026/1044", "30.00")
                .pay("180.00", text, "Rossi Holding", ROSSI);

        assertThat(decision()).isEqualTo("allocated 2026/1042:100.00 2026/1043:50.00 2026/1044:30.00");
    }

    @Test
    void scenario_15_an_overpayment_closes_the_item_and_the_rest_stays_unallocated() {
        debtor("R", "Rossi Srl", ROSSI)
                .item("R", "2026/1042", "1190.00")
                .pay("1200.00", "fattura 2026/1042", "Rossi Srl", ROSSI);

        assertThat(decision()).isEqualTo("allocated 2026/1042:1190.00 left 10.00");
    }

    @ParameterizedTest
    @CsvSource({"1189.50, allocated 2026/1042:0.50:write-off 2026/1042:1189.50", "1150.00, allocated 2026/1042:1150.00"
    })
    void scenario_16_what_a_bank_fee_within_the_tolerance_lacks_is_written_off_and_more_is_a_part(
            String amount, String outcome) {
        debtor("R", "Rossi Srl", ROSSI)
                .item("R", "2026/1042", "1190.00")
                .pay(amount, "fattura 2026/1042", "Rossi Srl", ROSSI);

        assertThat(decision()).isEqualTo(outcome);
    }

    @Test
    void scenario_17_two_debtors_who_owe_the_same_are_two_candidates_and_no_allocation() {
        item("R", "2026/1042", "500.00").item("B", "2026/1077", "500.00").pay("500.00", null, null, ROSSI);

        Decision decision = decide().get(0);
        assertThat(Outcomes.allocations(decision)).isEmpty();
        assertThat(Outcomes.candidates(decision)).hasSize(2);
    }

    private StatementScenariosTest debtor(String number, String name, String iban) {
        debtors.add(new KnownDebtor(key(number), name, iban == null ? List.of() : List.of(iban), null));
        return this;
    }

    private StatementScenariosTest item(String debtor, String number, String open) {
        return item(debtor, number, open, null);
    }

    private StatementScenariosTest item(String debtor, String number, String open, Discount discount) {
        items.add(new Payable(
                items.size() + 1L,
                key(debtor),
                number,
                null,
                1,
                DAY,
                "EUR",
                new BigDecimal(open),
                discount,
                BigDecimal.ZERO,
                null,
                false));
        return this;
    }

    private void pay(String amount, String text, String name, String iban) {
        boolean reference = text != null && text.matches("\\d{27}");
        payments.add(new Incoming(
                OWN,
                DAY,
                new BigDecimal(amount),
                "EUR",
                false,
                "B1",
                "NOTPROVIDED",
                reference ? text : null,
                reference ? null : text,
                name,
                iban,
                null));
    }

    private static Statement.Payment given(String amount, String text) {
        return new Statement.Payment(new BigDecimal(amount), "EUR", null, null, text, null, null);
    }

    private static Statement statement() {
        return new Statement(OWN, "1", "EUR", DAY, null, DAY, null, null, List.of());
    }

    private String decision() {
        return text(decide().get(0));
    }

    private List<Decision> decide() {
        Book book = new Book(new Wanted(payments, ReferenceBook.NONE), SettledNumbers.NONE);
        debtors.forEach(book::add);
        items.forEach(book::add);
        return new Matcher(
                        book,
                        ReferenceBook.NONE,
                        PaidBefore.NONE,
                        Set.of(OWN),
                        NotOursFacts.of(NotOursRules.shipped()),
                        MatchingRules.DEFAULT)
                .decide(payments);
    }

    private String text(Decision decision) {
        String parts = Outcomes.allocations(decision).stream()
                .map(StatementScenariosTest::text)
                .collect(Collectors.joining());
        boolean rest = decision instanceof Decision.Allocated allocated
                && allocated.unallocated().signum() != 0;
        return decision.word() + parts + (rest ? " left " + ((Decision.Allocated) decision).unallocated() : "");
    }

    private static String text(Allocation allocation) {
        String purpose = allocation.purpose().word();
        return " " + allocation.item().number() + ":" + allocation.amount()
                + (purpose.equals("principal") ? "" : ":" + purpose);
    }

    private static DebtorKey key(String debtor) {
        return new DebtorKey("ACME-IT", "sap", debtor);
    }
}
