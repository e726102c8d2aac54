package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.Past;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the variables of a message stand for. */
class MessageValuesTest {

    private static final Map<String, String> LABELS = Facts.TEMPLATES.labels(Language.EN);

    @Test
    void who_looks_after_payables_is_addressed_and_else_whoever_is_known() {
        Contact sales = new Contact("sales", "Ugo Neri", "vendite@rossi.example", "+39021");
        Contact payables = new Contact("accounts-payable", "Anna Bianchi", "pagamenti@rossi.example", "+39022");

        assertThat(of(withContacts(sales, payables)))
                .containsEntry(Variable.CUSTOMER_CONTACT_NAME.tag(), "Anna Bianchi")
                .containsEntry(Variable.CUSTOMER_EMAIL.tag(), "pagamenti@rossi.example");
        assertThat(of(withContacts(sales))).containsEntry(Variable.CUSTOMER_CONTACT_NAME.tag(), "Ugo Neri");
        assertThat(of(withContacts())).doesNotContainKey(Variable.CUSTOMER_CONTACT_NAME.tag());
    }

    @Test
    void what_is_overdue_and_which_numbers_are_meant_leaves_out_credits_and_what_is_listed_only() {
        assertThat(of(Facts.of("first-reminder", "en")))
                .containsEntry(Variable.CUSTOMER_INVOICING_EXPIRED_OUTSTANDING_AMOUNT.tag(), "€2,570.50")
                .containsEntry(Variable.TOTAL_AMOUNT.tag(), "€2,450.50")
                .containsEntry(Variable.INVOICE_NUMBERS.tag(), "2026/1042, 2026/1057")
                .containsKey(Variable.HAS_OTHER_ITEMS.tag())
                .doesNotContainKey(Variable.SINGLE_INVOICE.tag());
    }

    @Test
    void one_invoice_beside_a_credit_is_spoken_of_in_the_singular() {
        assertThat(of(facts(
                        "1070.00", List.of(Facts.items().get(0), Facts.items().get(2)), Past.NONE)))
                .containsKey(Variable.SINGLE_INVOICE.tag())
                .doesNotContainKey(Variable.HAS_OTHER_ITEMS.tag());
    }

    @Test
    void a_day_to_pay_by_is_named_where_there_is_one_and_an_amount_where_something_is_to_be_paid() {
        assertThat(of(Facts.of("first-reminder", "en")))
                .containsEntry(Variable.PAY_BY_DATE.tag(), "1\u00a0April 2026")
                .containsKey(Variable.PAYABLE.tag());
        assertThat(of(facts("0.00", Facts.items().subList(0, 1), Past.NONE)))
                .doesNotContainKey(Variable.PAY_BY_DATE.tag())
                .doesNotContainKey(Variable.PAYMENTS_CONSIDERED_UNTIL.tag())
                .doesNotContainKey(Variable.PAYABLE.tag());
    }

    @Test
    void of_a_broken_promise_what_arrived_is_named_if_anything_did() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        Past nothing = new Past(1, new Past.BrokenPromise(new BigDecimal("800.00"), day, BigDecimal.ZERO));
        Past cent = new Past(1, new Past.BrokenPromise(new BigDecimal("800.00"), day, new BigDecimal("0.01")));

        assertThat(of(facts("1190.00", Facts.items().subList(0, 1), nothing)))
                .containsEntry(Variable.PROMISED_AMOUNT.tag(), "€800.00")
                .containsEntry(Variable.PROMISED_DATE.tag(), "10\u00a0March 2026")
                .doesNotContainKey(Variable.PROMISED_AND_ARRIVED.tag());
        assertThat(of(facts("1190.00", Facts.items().subList(0, 1), cent)))
                .containsEntry(Variable.PROMISED_AND_ARRIVED.tag(), "€0.01");
    }

    @Test
    void a_message_that_asks_for_nothing_names_no_way_to_pay_and_calls_its_total_what_it_is() {
        for (Payment payment : List.of(Payment.COLLECTED, Payment.NONE)) {
            Values values = MessageValues.of(Facts.of("first-reminder", "en"), Language.EN, LABELS);
            assertThat(values.map()).containsKeys(Variable.COMPANY_IBAN.tag(), Variable.AMOUNT_TO_PAY.tag());

            MessageValues.withoutPayment(values, payment);

            assertThat(values.map())
                    .doesNotContainKeys(
                            Variable.COMPANY_IBAN.tag(),
                            Variable.COMPANY_BIC.tag(),
                            Variable.PAYMENT_REFERENCE.tag(),
                            Variable.PAY_BY_DATE.tag(),
                            Variable.PAYABLE.tag(),
                            Variable.AMOUNT_TO_PAY.tag());
            Label total = payment == Payment.COLLECTED ? Label.TOTAL_COLLECTED : Label.TOTAL_LISTED;
            assertThat(values.map())
                    .containsEntry(Label.TOTAL.tag(), LABELS.get(total.tag()))
                    .containsEntry(Label.TOTAL_WITH_UPCOMING.tag(), LABELS.get(total.tag()));
        }
    }

    @Test
    void a_creditor_stands_with_city_address_and_the_law_of_his_country() {
        assertThat(of(Facts.of("first-reminder", "en")))
                .containsEntry(Variable.SIGNATORY_COMPANY_CITY.tag(), "Milano")
                .containsEntry(Variable.LEGAL_BASIS.tag(), "art.\u00a01219\u00a0c.c.")
                .containsEntry(
                        Variable.SENDER_LINES.tag(),
                        List.of(
                                Map.of(Variable.LINE.tag(), "Via Torino 15"),
                                Map.of(Variable.LINE.tag(), "20123 Milano")));
        Creditor acme = Facts.ACME;
        Creditor nowhere = CreditorsForTests.with(
                new Creditor.Letterhead(null, acme.letterhead().vatId(), null, null), acme.howToPay(), acme.people());
        assertThat(of(Facts.of(nowhere, Facts.ROSSI, "first-reminder", "en", Facts.items(), "2450.50")))
                .doesNotContainKeys(Variable.SIGNATORY_COMPANY_CITY.tag(), Variable.SENDER_LINES.tag());
    }

    private static Map<String, Object> of(ReminderFacts facts) {
        return MessageValues.of(facts, Language.EN, LABELS).map();
    }

    private static Map<String, Object> of(Debtor debtor) {
        return of(Facts.of(Facts.ACME, debtor, "first-reminder", "en", Facts.items(), "2450.50"));
    }

    /** Without a day to pay by and without payments that were considered. */
    private static ReminderFacts facts(String total, List<ReminderFacts.Listed> items, Past past) {
        ReminderFacts plain = Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "en", items, total);
        return new ReminderFacts(
                plain.creditor(),
                plain.debtor(),
                plain.plan(),
                plain.step(),
                plain.template(),
                plain.language(),
                plain.currency(),
                plain.total(),
                plain.reference(),
                null,
                plain.date(),
                null,
                plain.items(),
                plain.statement(),
                plain.letterId(),
                ListedCharges.NONE,
                past);
    }

    private static Debtor withContacts(Contact... contacts) {
        Debtor rossi = Facts.ROSSI;
        return new Debtor(
                rossi.creditor(),
                rossi.source(),
                rossi.debtor(),
                rossi.name(),
                rossi.debtorClass(),
                rossi.vatId(),
                rossi.language(),
                rossi.country(),
                rossi.address(),
                List.of(),
                null,
                List.of(),
                List.of(contacts));
    }
}
