package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Creditor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a letter before it is printed, and which pages its form asks for. */
class LetterPageTest {

    private static final String PICTURE = "src=\"data:image/png;base64,";

    private static String page(ReminderFacts facts, AddressZone zone) {
        return Facts.COMPOSER.letterPage(facts, zone, Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"din-5008-b,left:105.0mm,height: 74.0mm", "france,left:0.0mm,height: 72.0mm"})
    void the_sender_stands_opposite_the_window_within_the_margins(String zone, String sender, String head) {
        assertThat(page(
                        Facts.of("first-reminder", "en"),
                        AddressZone.named(zone).orElseThrow()))
                .contains(sender, head);
    }

    @Test
    void it_bears_the_logo_and_the_code_and_the_signature_of_whoever_has_one() {
        Creditor signing = Facts.signing();
        Creditor without = Facts.acme(null, "crediti@acme.example");

        assertThat(pictures(signing)).isEqualTo(3);
        assertThat(pictures(Facts.ACME)).as("logo and code").isEqualTo(2);
        assertThat(pictures(without)).as("the code").isEqualTo(1);
    }

    private static int pictures(Creditor creditor) {
        ReminderFacts facts = Facts.of(creditor, Facts.ROSSI, "first-reminder", "en", Facts.items(), "2450.50");
        return page(facts, AddressZone.DIN_5008_B).split(PICTURE, -1).length - 1;
    }

    @Test
    void nobody_is_asked_to_transfer_what_the_bank_collects_nor_told_that_it_collects_what_it_does_not() {
        OpenItem item = Facts.item("2026/2001", DocumentType.INVOICE, Facts.DAY.plusDays(3), "50.00", "50.00");

        assertThatThrownBy(() -> page(about(Facts.collected(item, "SDD"), "first-reminder"), AddressZone.DIN_5008_B))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("2026/2001 is being collected by the bank: nobody may be asked to transfer it");
        assertThatThrownBy(() -> page(about(item, "will-be-collected"), AddressZone.DIN_5008_B))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("2026/2001 is not being collected by the bank, which the template announces");
    }

    private static ReminderFacts about(OpenItem item, String template) {
        return Facts.of(Facts.ACME, Facts.ROSSI, template, "en", List.of(Facts.listed(item, "overdue")), "50.00");
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true"})
    void its_form_says_whether_the_statement_follows_and_whether_it_is_a_specimen(boolean statement, boolean specimen)
            throws Exception {
        Letter letter = Facts.COMPOSER.letter(
                Facts.of("first-reminder", "en"), new LetterForm(AddressZone.DIN_5008_B, statement, specimen));

        try (PDDocument pages = Loader.loadPDF(letter.pdf())) {
            String text = new PDFTextStripper().getText(pages);
            assertThat(text.contains("Statement of account")).isEqualTo(statement);
            assertThat(text.replaceAll("\\s", "").contains("TEST")).isEqualTo(specimen);
        }
    }
}
