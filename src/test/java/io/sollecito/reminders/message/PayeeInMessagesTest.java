package io.sollecito.reminders.message;

import static io.sollecito.PayeesForTests.FACTOR;
import static io.sollecito.PayeesForTests.assigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.CreditorsForTests;
import io.sollecito.model.Creditor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.PaymentLink;
import io.sollecito.reminders.message.EmailContent.Inline;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was assigned is to be paid to the factor, and nowhere does its message say otherwise. */
class PayeeInMessagesTest {

    private static final String IBAN = "IT40 S054 2811 1010 0000 0123 456";
    private static final String OWN = "IT60 X054 2811 1010 0000 0123 456";

    @ParameterizedTest
    @CsvSource({
        "it, il pagamento va effettuato solo su questo conto",
        "fr, le paiement ne se fait que sur ce compte",
        "de, Bitte zahlen Sie nur auf dieses Konto",
        "en, please pay to this account only"
    })
    void an_email_names_the_factors_account_and_no_other(String language, String sentence) throws IOException {
        EmailContent email = Facts.COMPOSER.email(factored(language));

        for (String said : List.of(email.text(), email.html())) {
            assertThat(said)
                    .contains("Fattore S.p.A.", IBAN, "BLOPIT22", "RF18 5390 0754 7034", sentence)
                    .doesNotContain(OWN, "pay.acme.example", "[[");
        }
        assertThat(email.inline()).extracting(Inline::cid).contains("qr@sollecito");
        assertThat(Pictures.decoded(email.inline().get(1).bytes()))
                .contains("\nBLOPIT22\nFattore S.p.A.\nIT40S0542811101000000123456\nEUR1190.00\n")
                .endsWith("RF18539007547034");
    }

    @Test
    void so_does_the_letter_and_its_code() throws IOException {
        Letter letter = Facts.COMPOSER.letter(factored("it"), AddressZone.DIN_5008_A);

        try (PDDocument pdf = Loader.loadPDF(letter.pdf())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Fattore S.p.A.", IBAN, "Il credito è stato ceduto")
                    .doesNotContain(OWN, "pay.acme.example");
        }
        assertThat(Pictures.decodedFromFirstPage(letter.pdf()))
                .contains("\nFattore S.p.A.\nIT40S0542811101000000123456\n");
        assertThat(Facts.COMPOSER.script(template("call-script", "it", List.of(item("2026/1042")))))
                .contains(IBAN + " (Fattore S.p.A.)")
                .doesNotContain(OWN);
    }

    @Test
    void who_is_paid_as_usual_reads_nothing_of_an_assignment() {
        assertThat(Facts.COMPOSER.email(Facts.of("first-reminder", "it")).text())
                .contains(OWN, "Beneficiario: Acme Italia S.p.A.")
                .doesNotContain("ceduto");
    }

    @Test
    void items_that_are_paid_to_different_accounts_hold_the_message() {
        Listed own = Facts.listed(
                Facts.item("2026/1057", DocumentType.INVOICE, Facts.DAY.minusDays(3), "10.00", "10.00"), "overdue");

        assertThatThrownBy(
                        () -> Facts.COMPOSER.email(template("first-reminder", "it", List.of(item("2026/1042"), own))))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining(
                        "2026/1057 is not paid to Fattore S.p.A. (IT40S0542811101000000123456) like the others");
    }

    private static ReminderFacts factored(String language) {
        return template("first-reminder", language, List.of(item("2026/1042")));
    }

    private static Listed item(String number) {
        return Facts.listed(
                assigned(
                        Facts.item(number, DocumentType.INVOICE, Facts.DAY.minusDays(31), "1190.00", "1190.00"),
                        FACTOR),
                "overdue");
    }

    /** Of a creditor whose own items are paid online. */
    private static ReminderFacts template(String template, String language, List<Listed> items) {
        Creditor.HowToPay without = Facts.ACME.howToPay();
        Creditor linked = CreditorsForTests.with(
                Facts.ACME.letterhead(),
                new Creditor.HowToPay(
                        without.accounts(),
                        without.bic(),
                        new PaymentLink("https://pay.acme.example/{reference}"),
                        without.references(),
                        without.aliases(),
                        List.of(FACTOR)),
                Facts.ACME.people());
        String total = items.size() == 1 ? "1190.00" : "1200.00";
        return Facts.of(linked, Facts.ROSSI, template, language, items, total);
    }
}
