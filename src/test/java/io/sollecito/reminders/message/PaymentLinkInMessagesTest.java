package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.CreditorsForTests;
import io.sollecito.model.Creditor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.PaymentLink;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Where a reminder is paid online stands in e-mails, letters and, if it tells nothing, in text messages. */
class PaymentLinkInMessagesTest {

    private static final String URL = "https://pay.acme.example/?ref={reference}&amount={amount}";
    private static final String FILLED = "https://pay.acme.example/?ref=RF18539007547034&amount=2450.50";

    @TempDir
    private Path folder;

    @Test
    void an_email_and_a_letter_say_where_to_pay() throws IOException {
        ReminderFacts facts = facts(URL, "2450.50");

        EmailContent email = Facts.COMPOSER.email(facts);

        assertThat(email.text()).contains("Paga online: " + FILLED);
        assertThat(email.html())
                .contains("href=\"" + FILLED.replace("&", "&amp;").replace("=", "&#x3D;") + "\"");
        assertThat(text(Facts.COMPOSER.letter(facts, AddressZone.DIN_5008_A))).contains("Paga online: " + FILLED);
        assertThat(Facts.COMPOSER.email(Facts.of("first-reminder", "it")).text())
                .doesNotContain("Paga online");
    }

    @Test
    void a_text_message_names_a_link_only_if_it_shows_neither_amount_nor_debtor() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("reminders/templates"), folder);
        Path template = folder.resolve("it/first-reminder.yaml");
        Files.writeString(
                template,
                Files.readString(template)
                        .replaceFirst("(?m)^sms:.*$", "sms: \"Acme[[#PaymentLink]] [[PaymentLink]][[/PaymentLink]]\""));
        Composer composer = new Composer(Templates.load(folder), Path.of(""));

        assertThat(composer.sms(facts("https://pay.example/{reference}", "2450.50")))
                .isEqualTo("Acme https://pay.example/RF18539007547034");
        assertThat(composer.sms(facts(URL, "2450.50"))).isEqualTo("Acme");
    }

    @Test
    void a_link_asks_for_the_charges_too_as_the_code_beside_it_does() {
        ReminderFacts charged = ChargedMessageTest.charged(facts(URL, "2450.50"));

        assertThat(Facts.COMPOSER.email(charged).text()).contains("amount=2526.27");
    }

    @Test
    void a_link_that_nothing_signs_holds_the_message() {
        ReminderFacts facts = facts("https://pay.example/{reference}/{signature}", "2450.50");

        assertThatThrownBy(() -> Facts.COMPOSER.email(facts))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("no secret signs the payment links of ACME-IT");
        assertThat(new Composer(Facts.TEMPLATES, Path.of(""), creditor -> creditor + "-secret")
                        .email(facts)
                        .text())
                .containsPattern("https://pay.example/RF18539007547034/[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({"0.01,true", "0.00,false", "-0.01,false"})
    void nobody_is_asked_to_pay_nothing_online(String open, boolean linked) {
        assertThat(Facts.COMPOSER.email(owing(URL, open)).text().contains("https://pay.acme.example/"))
                .isEqualTo(linked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void where_nothing_is_to_be_paid_no_link_need_be_signed(String open) {
        assertThat(Facts.COMPOSER
                        .email(owing("https://pay.example/{reference}/{signature}", open))
                        .text())
                .doesNotContain("https://pay.example/");
    }

    /** One overdue invoice of which that is open. */
    private static ReminderFacts owing(String link, String open) {
        List<Listed> items = List.of(Facts.listed(
                Facts.item("2026/1042", DocumentType.INVOICE, Facts.DAY.minusDays(3), "640.00", open), "overdue"));
        return Facts.of(facts(link, open).creditor(), Facts.ROSSI, "first-reminder", "it", items, open);
    }

    private static ReminderFacts facts(String link, String total) {
        Creditor.HowToPay without = Facts.ACME.howToPay();
        Creditor linked = CreditorsForTests.with(
                Facts.ACME.letterhead(),
                new Creditor.HowToPay(without.accounts(), without.bic(), new PaymentLink(link), without.references()),
                Facts.ACME.people());
        return Facts.of(linked, Facts.ROSSI, "first-reminder", "it", Facts.items(), total);
    }

    private static String text(Letter letter) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(letter.pdf())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
