package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {

    private static final String WIDE = "Document Original Paid Open ".repeat(3).strip();

    private static final Map<String, String> LAYOUTS = Map.of(
            "email.html", "<h1>[[Title]]</h1>[[Body]]",
            "email-items.html", "<table></table>",
            "email-payment.html", "<div>[[CompanyIban]]</div>",
            "email.txt", "[[Title]]\n\n[[Body]]\n\n[[#LegalFooter]]\n[[LegalFooter]]\n[[/LegalFooter]]\n",
            "email-items.txt", WIDE,
            "email-payment.txt", "IBAN [[CompanyIban]]",
            "letter.html", "<b>[[Title]]</b>[[Body]]",
            "letter-items.html", "<table class=\"items\"></table>",
            "letter-payment.html", "<p>[[CompanyIban]]</p>");

    private static final Map<String, Object> VALUES = Map.of("CustomerName", "Rossi & Figli", "CompanyIban", "IT60");

    @Test
    void title_and_body_stand_in_the_frame_of_each_message() {
        MessageTemplate template = withBody("Dear [[CustomerName]],\n\n[[ItemTable]]\n\n[[PaymentBox]]\n\n**Bye**");

        assertThat(template.subject(VALUES)).isEqualTo("To Rossi & Figli");
        assertThat(template.text(VALUES))
                .isEqualTo("A reminder\n\nDear Rossi & Figli,\n\n" + WIDE + "\n\nIBAN IT60\n\nBye\n");
        assertThat(template.html(VALUES))
                .isEqualTo("<h1>A <strong>reminder</strong></h1><p>Dear Rossi &amp; Figli,</p>\n<table></table>\n"
                        + "<div>IT60</div>\n<p class=\"end\"><strong>Bye</strong></p>");
        assertThat(template.letter(VALUES))
                .startsWith("<b>A <strong>reminder</strong></b><p>Dear Rossi &amp; Figli,</p>\n"
                        + "<table class=\"items\"></table>\n<p>IT60</p>");
    }

    @Test
    void what_has_no_words_left_leaves_no_gap_in_the_text() {
        MessageTemplate template = withBody("One\n\n[[#CompanyBic]]BIC [[CompanyBic]][[/CompanyBic]]\n\nTwo");

        assertThat(template.text(VALUES)).isEqualTo("A reminder\n\nOne\n\nTwo\n");
        assertThat(template.text(with("CompanyBic", "BLOPIT22")))
                .isEqualTo("A reminder\n\nOne\n\nBIC BLOPIT22\n\nTwo\n");
        assertThat(template.text(with("LegalFooter", "Capitale sociale")))
                .isEqualTo("A reminder\n\nOne\n\nTwo\n\nCapitale sociale\n");
    }

    @ParameterizedTest
    @CsvSource({"40 30 4,40 30 4", "40 30 5,40 30/5", "76 1,76/1", "77 1 1,77/1 1", "30 45 76 75 1,30 45/76/75/1"})
    void a_line_of_the_text_holds_seventy_six_characters_or_one_long_word(String words, String lines) {
        assertThat(withBody(words(words)).text(VALUES)).isEqualTo("A reminder\n\n" + words(lines) + "\n");
    }

    /** Words of so many letters. */
    private static String words(String lengths) {
        StringBuilder text = new StringBuilder();
        for (String part : lengths.split("(?<=[ /])|(?=[ /])")) {
            text.append(part.isBlank() ? part : part.equals("/") ? "\n" : "x".repeat(Integer.parseInt(part)));
        }
        return text.toString();
    }

    @Test
    void it_lists_items_when_its_body_has_their_table() {
        assertThat(withBody("A\n\n[[ItemTable]]").listsItems()).isTrue();
        assertThat(withBody("A\n\n[[PaymentBox]]").listsItems()).isFalse();
        assertThat(new MessageTemplate(text(null, null, "Call"), LAYOUTS).listsItems())
                .isFalse();
    }

    @Test
    void an_sms_is_one_line_of_its_alphabet_and_a_script_keeps_its_lines() {
        MessageTemplate template =
                new MessageTemplate(text(null, "Call\u00a0us,\n[[CustomerName]] ", "\nAsk:\n- **when**?\n"), LAYOUTS);

        assertThat(template.sms(VALUES)).isEqualTo("Call us, Rossi & Figli");
        assertThat(template.script(VALUES)).isEqualTo("Ask:\n- when?\n");
    }

    @Test
    void a_text_that_the_template_lacks_or_a_value_that_it_needs_holds_the_message() {
        MessageTemplate script = new MessageTemplate(text(null, null, "Call"), LAYOUTS);

        assertThatThrownBy(() -> script.subject(VALUES)).hasMessage("the template has no e-mail text");
        assertThatThrownBy(() -> script.text(VALUES)).hasMessage("the template has no e-mail text");
        assertThatThrownBy(() -> script.html(VALUES)).hasMessage("the template has no e-mail text");
        assertThatThrownBy(() -> script.letter(VALUES)).hasMessage("the template has no letter text");
        assertThatThrownBy(() -> script.sms(VALUES)).hasMessage("the template has no SMS text");
        assertThatThrownBy(() -> withBody("A").script(VALUES)).hasMessage("the template has no script text");
        assertThatThrownBy(() -> withBody("[[CompanyBic]]").html(VALUES))
                .isInstanceOf(MessageHeld.class)
                .hasMessage("[[CompanyBic]] is empty");
    }

    private static MessageTemplate withBody(String body) {
        return new MessageTemplate(text(body, null, null), LAYOUTS);
    }

    private static MessageText text(String body, String sms, String script) {
        return new MessageText(Payment.ASKED, "To\n[[CustomerName]]", "A **reminder**", body, sms, script, List.of());
    }

    private static Map<String, Object> with(String name, String value) {
        Map<String, Object> values = new HashMap<>(VALUES);
        values.put(name, value);
        return values;
    }
}
