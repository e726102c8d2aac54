package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargeLine;
import io.sollecito.model.ListedCharges;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges in messages: lines of their own, a second total, and what the payment box asks for. */
class ChargedMessageTest {

    private static final ChargeLine INTEREST = new ChargeLine(
            "2026/1042",
            1,
            ChargeKind.INTEREST,
            LocalDate.of(2025, 12, 15),
            LocalDate.of(2026, 3, 17),
            "10.15/10.4",
            new BigDecimal("30.77"));
    private static final ChargeLine COMPENSATION =
            new ChargeLine("2026/1042", 2, ChargeKind.COMPENSATION, null, null, null, new BigDecimal("40.00"));
    private static final ChargeLine FEE =
            new ChargeLine("2026/1057", 1, ChargeKind.FEE, null, null, null, new BigDecimal("5.00"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | Interessi di mora, 2026/1042: 30,77 € | 15/12/2025–17/03/2026, 10,15 % / 10,4 % | Indennità forfettaria, 2026/1042 (rata 2): 40,00 € | Totale con interessi e spese: 2.526,27 € | oltre a 75,77 €",
                "fr | Intérêts de retard, 2026/1042 : 30,77 € | 15/12/2025–17/03/2026, 10,15 % / 10,4 % | Indemnité forfaitaire de recouvrement, 2026/1042 (échéance 2) : 40,00 € | Total, intérêts et frais compris : 2 526,27 € | s’ajoutent 75,77 €",
                "de | Verzugszinsen, 2026/1042: 30,77 € | 15.12.2025–17.03.2026, 10,15 % / 10,4 % | Verzugspauschale, 2026/1042 (Rate 2): 40,00 € | Gesamtbetrag mit Zinsen und Kosten: 2.526,27 € | zuzüglich 75,77 €",
                "en | Late-payment interest, 2026/1042: €30.77 | 15 Dec 2025–17 Mar 2026, 10.15% / 10.4% | Compensation, 2026/1042 (instalment 2): €40.00 | Total with interest and costs: €2,526.27 | plus €75.77",
            })
    void every_language_lists_them_and_the_notice_says_so(
            String language, String interest, String span, String compensation, String total, String said) {
        EmailContent email = Facts.COMPOSER.email(charged("formal-notice", language));

        String text = plain(email.text());
        assertThat(text).contains(interest, span, compensation, total, said);
        assertThat(plain(email.html())).contains(total.substring(total.lastIndexOf(':') + 2), said);
    }

    @Test
    void the_payment_box_and_the_code_ask_for_principal_and_charges() throws IOException {
        ReminderFacts facts = charged("second-reminder", "en");
        EmailContent email = Facts.COMPOSER.email(facts);
        byte[] code = EpcQr.png(EpcQr.payload(
                        facts.creditor().name(),
                        facts.creditor().payTo(),
                        facts.creditor().howToPay().bic(),
                        new BigDecimal("2526.27"),
                        "EUR",
                        facts.reference())
                .orElseThrow());

        assertThat(plain(email.text())).contains("Amount: €2,526.27").contains("Total to pay: €2,450.50");
        assertThat(email.inline()).anyMatch(picture -> Arrays.equals(picture.bytes(), code));
    }

    @Test
    void a_letter_lists_them_and_so_does_the_account_statement() throws IOException {
        ReminderFacts facts = charged("formal-notice", "en");

        assertThat(textOf(Facts.COMPOSER.letter(facts, AddressZone.DIN_5008_B).pdf()))
                .contains("Late-payment interest, 2026/1042", "15 Dec 2025–17 Mar 2026, 10.15% / 10.4%", "€30.77")
                .contains("Total with interest and costs", "€2,526.27");
        assertThat(textOf(Facts.COMPOSER.accountStatement(facts)))
                .contains("Interest and costs", "Late-payment interest, 2026/1042", "Reminder fee, 2026/1057", "€5.00")
                .contains("Balance with interest and costs");
    }

    @Test
    void a_message_without_charges_says_nothing_of_them() {
        EmailContent email = Facts.COMPOSER.email(Facts.of("formal-notice", "en"));

        assertThat(plain(email.text()))
                .doesNotContain("Interest and costs", "interest and costs", "claim further")
                .contains("Amount: €2,450.50");
    }

    private static ReminderFacts charged(String template, String language) {
        return charged(Facts.of(template, language));
    }

    /** The same with interest, compensation and a fee. */
    static ReminderFacts charged(ReminderFacts facts) {
        return new ReminderFacts(
                facts.creditor(),
                facts.debtor(),
                facts.plan(),
                facts.step(),
                facts.template(),
                facts.language(),
                facts.currency(),
                facts.total(),
                facts.reference(),
                facts.deadline(),
                facts.date(),
                facts.consideredUntil(),
                facts.items(),
                facts.statement(),
                facts.letterId(),
                new ListedCharges(List.of(INTEREST, COMPENSATION, FEE), List.of(INTEREST, COMPENSATION, FEE)));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]+>", "").replaceAll("[\\s\\u00a0]+", " ");
    }
}
