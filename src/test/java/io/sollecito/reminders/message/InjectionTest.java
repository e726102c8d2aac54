package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Debtor;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formal notice prints the debtor's name in its body. */
class InjectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<script>alert(1)</script>; &lt;script&gt;alert(1)&lt;/script&gt;",
                "[[CompanyIban]]; [[CompanyIban]]",
                "[[#SingleInvoice]]; [[#SingleInvoice]]",
                "**bold**; **bold**",
                "=cmd|' /C calc'!A0; &#x3D;cmd|&#39; /C calc&#39;!A0",
                "$1 \\\\ {{x}} ${y}; $1 \\\\ {{x}} ${y}",
            })
    void a_debtors_name_stays_literal(String name, String html) {
        EmailContent email = Facts.COMPOSER.email(notice(Facts.named(name)));

        assertThat(email.html()).contains(html).doesNotContain("<script>");
        assertThat(email.text().replace('\n', ' ')).contains(name);
    }

    @Test
    void line_breaks_in_a_name_add_neither_headers_nor_lines() {
        EmailContent email = Facts.COMPOSER.email(notice(Facts.named("x\r\nBcc: y\u2028z\u0000\u202etxt")));

        assertThat(email.subject()).doesNotContain("\r", "\n");
        assertThat(email.text()).contains("x Bcc: y z txt").doesNotContain("\r", "\u2028", "\u0000", "\u202e");
        assertThat(email.html()).contains("x Bcc: y z txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "[[CompanyIban]]", "</p></body><h1>", "a & b", "]]>"})
    void a_letter_prints_a_hostile_name_as_it_is(String name) throws IOException {
        Letter letter = Facts.COMPOSER.letter(notice(Facts.named(name)), AddressZone.DIN_5008_B);

        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            assertThat(new PDFTextStripper().getText(document)).contains(name);
        }
    }

    @Test
    void a_character_that_the_font_lacks_holds_the_letter_but_not_the_email() {
        Debtor debtor = Facts.named("東京商事");

        assertThat(Facts.COMPOSER.email(notice(debtor)).html()).contains("東京商事");
        assertThatThrownBy(() -> Facts.COMPOSER.letter(notice(debtor), AddressZone.DIN_5008_B))
                .isInstanceOf(MessageHeld.class)
                .hasMessageContaining("no '東' (U+6771)");
    }

    private static ReminderFacts notice(Debtor debtor) {
        return Facts.of(Facts.ACME, debtor, "formal-notice", "it", Facts.items(), "2450.50");
    }
}
