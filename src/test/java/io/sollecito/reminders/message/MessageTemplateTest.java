package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A template joined with layouts of a few words. */
class MessageTemplateTest {

    private static final Map<String, String> LAYOUTS = Map.of(
            "email.html", "<h1>[[Title]]</h1>[[Body]]",
            "email-items.html", "<table/>",
            "email-payment.html", "<pay/>",
            "letter.html", "<b>[[Title]]</b>[[Body]]",
            "letter-items.html", "<list/>",
            "letter-payment.html", "<box/>",
            "email.txt", "[[Title]]\n\n[[Body]]\n-- Acme",
            "email-items.txt",
                    "an item that is long and stays on its line, however far that one may reach to the right",
            "email-payment.txt", "pay here");

    private static final String BODY =
            "Dear [[CustomerName]]\n\n[[ItemTable]]\n\n[[#Payable]]Please pay.[[/Payable]]\n\n"
                    + "[[PaymentBox]]\n\nYours **sincerely**";

    private static final Map<String, Object> ROSSI = Map.of("CustomerName", "Rossi & Co.");

    @Test
    void the_text_has_paragraphs_blocks_and_what_the_layout_puts_around_them() {
        assertThat(template(BODY).text(ROSSI)).isEqualTo("""
                Your invoice

                Dear Rossi & Co.

                an item that is long and stays on its line, however far that one may reach to the right

                pay here

                Yours sincerely

                -- Acme
                """);
    }

    @Test
    void html_and_letter_have_their_own_blocks_and_values_are_escaped() {
        assertThat(template(BODY).html(ROSSI)).isEqualTo("""
                <h1>Your <strong>invoice</strong></h1><p>Dear Rossi &amp; Co.</p>
                <table/>

                <pay/>
                <p class="end">Yours <strong>sincerely</strong></p>""");
        assertThat(template(BODY).letter(ROSSI))
                .startsWith("<b>Your <strong>invoice</strong></b>")
                .contains("<list/>", "<box/>");
    }

    @Test
    void paragraphs_of_a_text_are_wrapped_at_seventy_six_characters() {
        String seventySix = "a".repeat(70) + " " + "b".repeat(5);
        String more = "a".repeat(70) + " " + "b".repeat(6);

        assertThat(paragraph(seventySix)).isEqualTo(seventySix);
        assertThat(paragraph(more)).isEqualTo("a".repeat(70) + "\n" + "b".repeat(6));
        assertThat(paragraph("c".repeat(80) + " d e")).isEqualTo("c".repeat(80) + "\nd e");
        assertThat(paragraph("x ".repeat(40) + "x")).isEqualTo("x ".repeat(37) + "x\nx x x");
    }

    @Test
    void whether_it_lists_items_says_whether_they_must_add_up() {
        assertThat(template(BODY).listsItems()).isTrue();
        assertThat(template("Dear [[CustomerName]]").listsItems()).isFalse();
    }

    @Test
    void subject_sms_and_script_are_plain_text() {
        MessageTemplate template = template(BODY);

        assertThat(template.subject(ROSSI)).isEqualTo("To Rossi & Co.");
        assertThat(template.sms(ROSSI)).isEqualTo("Rossi & Co.: call us");
        assertThat(template.script(ROSSI)).isEqualTo("Ask for the invoice of Rossi & Co.\n");
    }

    @Test
    void a_text_that_the_template_does_not_have_holds_the_message() {
        MessageTemplate callOnly =
                new MessageTemplate(new MessageText(Payment.ASKED, null, null, null, null, "Call", List.of()), LAYOUTS);
        MessageTemplate mailOnly =
                new MessageTemplate(new MessageText(Payment.ASKED, "S", "T", "B", null, null, List.of()), LAYOUTS);

        assertThatThrownBy(() -> callOnly.subject(ROSSI)).hasMessageContaining("the template has no e-mail text");
        assertThatThrownBy(() -> callOnly.text(ROSSI)).hasMessageContaining("the template has no e-mail text");
        assertThatThrownBy(() -> callOnly.html(ROSSI)).hasMessageContaining("the template has no e-mail text");
        assertThatThrownBy(() -> callOnly.letter(ROSSI)).hasMessageContaining("the template has no letter text");
        assertThatThrownBy(() -> mailOnly.sms(ROSSI)).hasMessageContaining("the template has no SMS text");
        assertThatThrownBy(() -> mailOnly.script(ROSSI)).hasMessageContaining("the template has no script text");
        assertThat(callOnly.listsItems()).isFalse();
    }

    private static MessageTemplate template(String body) {
        return new MessageTemplate(
                new MessageText(
                        Payment.ASKED,
                        "To [[CustomerName]]",
                        "Your **invoice**",
                        body,
                        "[[CustomerName]]:\u00a0call us",
                        "Ask for the **invoice** of [[CustomerName]]",
                        List.of()),
                LAYOUTS);
    }

    private static String paragraph(String words) {
        return template(words).text(Map.of()).replace("Your invoice\n\n", "").replace("\n\n-- Acme\n", "");
    }
}
