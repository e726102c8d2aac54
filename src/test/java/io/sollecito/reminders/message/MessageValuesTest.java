package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.Past;
import io.sollecito.model.Past.BrokenPromise;
import io.sollecito.model.TaxNumbers;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of templates stand for, by the names that templates write. */
class MessageValuesTest {

    private static final Map<String, String> LABELS = Map.of(
            "LabelTotal",
            "Total",
            "LabelTotalWithUpcoming",
            "Total, all",
            "LabelTotalListed",
            "Listed",
            "LabelTotalCollected",
            "Collected");
    private static final Contact ANNA = new Contact("accounts-payable", "Anna", "anna@rossi.example", "+39021");
    private static final Contact BRUNO = new Contact("sales", "Bruno", "bruno@rossi.example", "+39022");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void the_debtor_has_name_number_address_and_tax_numbers() {
        assertThat(values(facts("2450.50", APRIL, Past.NONE)))
                .containsEntry("CustomerName", "Rossi S.r.l.")
                .containsEntry("CustomerClientCode", "0000104711")
                .containsEntry("CustomerVatId", "IT01234567890")
                .containsEntry("CustomerAddress", "Via Roma 1, 20121 Milano")
                .containsEntry("BusinessCustomer", "yes")
                .doesNotContainKey("CustomerSiren");
        assertThat(values(of(debtor("consumer", "FR 44 732829320"))))
                .containsEntry("CustomerSiren", "732 829 320")
                .doesNotContainKey("BusinessCustomer");
    }

    @Test
    void the_contact_is_who_pays_else_the_first_there_is() {
        assertThat(values(of(debtor("business", null, BRUNO, ANNA))))
                .containsEntry("CustomerContactName", "Anna")
                .containsEntry("CustomerEmail", "anna@rossi.example")
                .containsEntry("CustomerPhoneNumber", "+39021");
        assertThat(values(of(debtor("business", null, BRUNO, BRUNO)))).containsEntry("CustomerContactName", "Bruno");
        assertThat(values(of(debtor("business", null))))
                .doesNotContainKeys("CustomerContactName", "CustomerEmail", "CustomerPhoneNumber");
    }

    @Test
    void the_creditor_has_its_letterhead_its_account_and_who_signs() {
        assertThat(values(facts("2450.50", APRIL, Past.NONE)))
                .containsEntry("CompanyName", "Acme Italia S.p.A.")
                .containsEntry("CompanyAddress", "Via Torino 15, 20123 Milano")
                .containsEntry("CompanyVatId", "IT09876543217")
                .containsEntry("CompanyIban", "IT60 X054 2811 1010 0000 0123 456")
                .containsEntry("CompanyBic", "BLOPIT22")
                .containsEntry("DisputeContact", "reclami@acme.example")
                .containsEntry("SignatoryCompanyCity", "Milano")
                .containsEntry("SignatoryFirstName", "Laura")
                .containsEntry("SignatoryLastName", "Conti")
                .containsEntry("SignatoryEmail", "crediti@acme.example")
                .containsEntry("SignatoryPhoneNumber", "+39\u00a002\u00a05550\u00a01200")
                .containsEntry("SenderLines", List.of(Map.of("Line", "Via Torino 15"), Map.of("Line", "20123 Milano")));
    }

    @Test
    void a_creditor_without_address_and_signatory_has_no_values_of_them() {
        Creditor bare = CreditorsForTests.with(
                new Creditor.Letterhead(
                        null, null, null, null, null, new TaxNumbers("732829320", "73282932000074", "09876543217")),
                Facts.ACME.howToPay(),
                new Creditor.People(null, null, List.of()));

        assertThat(values(Facts.of(bare, Facts.ROSSI, "first-reminder", "en", Facts.items(), "2450.50")))
                .containsEntry("CompanySiren", "732 829 320")
                .containsEntry("CompanySiret", "732 829 320 00074")
                .containsEntry("CompanyFiscalCode", "09876543217")
                .doesNotContainKeys("CompanyAddress", "SenderLines", "SignatoryCompanyCity", "SignatoryFirstName");
    }

    @ParameterizedTest
    @CsvSource({
        "IT,business,art. 1219 c.c.,d.lgs. 231/2002,art. 1224 c.c.",
        "IT,consumer,art. 1219 c.c.,art. 1224 c.c.,art. 1224 c.c.",
        "DE,public,§ 286 BGB,§ 288 Abs. 2 und 5 BGB,§ 288 Abs. 1 BGB",
        "PL,business,,,"
    })
    void a_notice_cites_the_law_of_the_creditor_and_the_interest_of_the_debtors_class(
            String country, String debtorClass, String notice, String interest, String civil) {
        Map<String, Object> values = values(
                Facts.of(in(country), debtor(debtorClass, null), "formal-notice", "en", Facts.items(), "2450.50"));

        assertThat(values.get("LegalBasis")).isEqualTo(unbroken(notice));
        assertThat(values.get("InterestBasis")).isEqualTo(unbroken(interest));
        assertThat(values.get("CivilInterestBasis")).isEqualTo(unbroken(civil));
    }

    @Test
    void what_is_to_be_paid_has_total_reference_and_day() {
        assertThat(values(facts("2450.50", APRIL, Past.NONE)))
                .containsEntry("CurrentDate", "17\u00a0March 2026")
                .containsEntry("PayByDate", "1\u00a0April 2026")
                .containsEntry("PaymentsConsideredUntil", "16\u00a0March 2026")
                .containsEntry("TotalAmount", "€2,450.50")
                .containsEntry("AmountToPay", "€2,450.50")
                .containsEntry("Payable", "yes")
                .containsEntry("PaymentReference", "RF18 5390 0754 7034")
                .containsEntry("LetterId", "L-2026-000123");
        assertThat(values(facts("2450.50", null, Past.NONE))).doesNotContainKey("PayByDate");
    }

    @ParameterizedTest
    @CsvSource({"0.01,yes", "0.00,", "-0.01,"})
    void only_an_amount_above_zero_is_payable(String total, String payable) {
        assertThat(values(facts(total, APRIL, Past.NONE)).get("Payable")).isEqualTo(payable);
    }

    @Test
    void overdue_is_what_counts_as_such_and_named_are_the_debts_that_the_message_is_about() {
        Map<String, Object> values = values(facts("2450.50", APRIL, Past.NONE));

        assertThat(values)
                .containsEntry("CustomerInvoicingExpiredOutstandingAmount", "€2,570.50")
                .containsEntry("InvoiceNumbers", "2026/1042, 2026/1057")
                .containsEntry("HasOtherItems", "yes")
                .doesNotContainKeys("SingleInvoice", "UpcomingItems");
        assertThat(numbers(values, "Invoices")).containsExactly("2026/1042", "2026/1057", "2026/9003");
        assertThat(numbers(values, "OtherItems")).containsExactly("2026/1101", "2026/0998");
    }

    @Test
    void one_invoice_beside_a_credit_is_a_single_one() {
        List<Listed> items = List.of(Facts.items().get(0), Facts.items().get(2));

        assertThat(values(Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "en", items, "1070.00")))
                .containsEntry("SingleInvoice", "yes")
                .containsEntry("InvoiceNumbers", "2026/1042")
                .doesNotContainKeys("HasOtherItems", "OtherItems");
    }

    @ParameterizedTest
    @CsvSource({"333.00,€333.00", "0.01,€0.01", "0.00,"})
    void a_broken_promise_is_named_with_what_arrived_if_anything_did(String arrived, String named) {
        Past past = new Past(
                1, new BrokenPromise(new BigDecimal("800.00"), LocalDate.of(2026, 3, 10), new BigDecimal(arrived)));
        Map<String, Object> values = values(facts("2450.50", APRIL, past));

        assertThat(values)
                .containsEntry("PromisedAmount", "€800.00")
                .containsEntry("PromisedDate", "10\u00a0March 2026");
        assertThat(values.get("PromisedAndArrived")).isEqualTo(named);
        assertThat(values(facts("2450.50", APRIL, Past.NONE))).doesNotContainKeys("PromisedAmount", "PromisedDate");
    }

    @ParameterizedTest
    @CsvSource({"NONE,Listed", "COLLECTED,Collected"})
    void a_message_that_asks_for_nothing_has_no_means_of_payment_and_another_word_for_its_total(
            Payment payment, String word) {
        Values values = MessageValues.of(facts("2450.50", APRIL, Past.NONE), Language.EN, LABELS);

        MessageValues.withoutPayment(values, payment);

        assertThat(values.map())
                .containsEntry("LabelTotal", word)
                .containsEntry("LabelTotalWithUpcoming", word)
                .containsEntry("TotalAmount", "€2,450.50")
                .doesNotContainKeys("CompanyIban", "CompanyBic", "PaymentReference")
                .doesNotContainKeys("PayByDate", "Payable", "AmountToPay");
    }

    private static List<Object> numbers(Map<String, Object> values, String list) {
        return ((List<?>) values.get(list))
                .stream().map(row -> (Object) ((Map<?, ?>) row).get("Number")).toList();
    }

    private static Map<String, Object> values(ReminderFacts facts) {
        return MessageValues.of(facts, Language.EN, Facts.TEMPLATES.labels(Language.EN))
                .map();
    }

    private static String unbroken(String citation) {
        return citation == null ? null : citation.replace(' ', '\u00a0');
    }

    private static ReminderFacts of(Debtor debtor) {
        return Facts.of(Facts.ACME, debtor, "first-reminder", "en", Facts.items(), "2450.50");
    }

    private static Debtor debtor(String debtorClass, String vatId, Contact... contacts) {
        Debtor rossi = Facts.ROSSI;
        return new Debtor(
                rossi.creditor(),
                rossi.source(),
                rossi.debtor(),
                rossi.name(),
                debtorClass,
                vatId,
                rossi.language(),
                rossi.country(),
                rossi.address(),
                List.of(),
                null,
                List.of(),
                List.of(contacts));
    }

    private static Creditor in(String country) {
        Creditor acme = Facts.ACME;
        return new Creditor(
                acme.code(),
                acme.name(),
                country,
                acme.zone(),
                acme.baseCurrency(),
                acme.language(),
                acme.letterhead(),
                acme.howToPay(),
                acme.people(),
                acme.senders());
    }

    private static ReminderFacts facts(String total, LocalDate deadline, Past past) {
        ReminderFacts usual = Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "en", Facts.items(), total);
        return new ReminderFacts(
                usual.creditor(),
                usual.debtor(),
                usual.plan(),
                usual.step(),
                usual.template(),
                usual.language(),
                usual.currency(),
                usual.total(),
                usual.reference(),
                deadline,
                usual.date(),
                usual.consideredUntil(),
                usual.items(),
                usual.statement(),
                usual.letterId(),
                ListedCharges.NONE,
                past);
    }
}
