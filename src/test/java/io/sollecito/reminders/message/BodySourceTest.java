package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BodySourceTest {

    @Test
    void paragraphs_are_parted_by_blank_lines_and_stand_on_one_line_each() {
        assertThat(BodySource.paragraphs("\nDear Anna,\n \n\n our invoice\n  2026/1042\nis open. \n\t\nYours\n"))
                .containsExactly("Dear Anna,", "our invoice 2026/1042 is open.", "Yours");
    }

    @Test
    void the_last_two_paragraphs_stay_with_the_signature_and_a_blocks_name_becomes_the_block() {
        assertThat(BodySource.html(
                        "Dear Anna\n\n[[ItemTable]]\n\nPlease pay\n\nYours", Map.of("[[ItemTable]]", "<table/>")))
                .isEqualTo("""
                        <p>Dear Anna</p>
                        <table/>
                        <p class="end">Please pay</p>
                        <p class="end">Yours</p>""");
    }

    @Test
    void words_are_escaped_and_what_stands_between_two_asterisks_is_bold() {
        assertThat(BodySource.htmlWords("Fish & **Chips** <now> **soon**"))
                .isEqualTo("Fish &amp; <strong>Chips</strong> &lt;now&gt; <strong>soon</strong>");
        assertThat(BodySource.plainWords("Fish & **Chips** **soon**")).isEqualTo("Fish & Chips soon");
    }

    @Test
    void a_paragraph_that_is_one_condition_disappears_with_it() {
        assertThat(BodySource.html("[[#Payable]]Please pay **[[TotalAmount]]**.[[/Payable]]", Map.of()))
                .isEqualTo("[[#Payable]]<p class=\"end\">Please pay <strong>[[TotalAmount]]</strong>.</p>[[/Payable]]");
        assertThat(BodySource.html("[[^Payable]]Nothing[[/Payable]] is due", Map.of()))
                .isEqualTo("<p class=\"end\">[[^Payable]]Nothing[[/Payable]] is due</p>");
    }
}
