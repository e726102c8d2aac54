package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BodySourceTest {

    private static final Map<String, String> BLOCKS =
            Map.of("[[ItemTable]]", "<table></table>", "[[PaymentBox]]", "<div>IBAN</div>");

    @Test
    void a_blank_line_ends_a_paragraph_and_a_line_does_not() {
        assertThat(BodySource.paragraphs("\n\n  Dear customer,\n\n  the total\n  is due. \n \t\n\n\n  Kind regards\n"))
                .containsExactly("Dear customer,", "the total is due.", "Kind regards");
    }

    @Test
    void the_closing_words_and_the_paragraph_before_stay_with_the_signature() {
        assertThat(BodySource.html("One\n\nTwo\n\nThree\n\nFour", BLOCKS))
                .isEqualTo("<p>One</p>\n<p>Two</p>\n<p class=\"end\">Three</p>\n<p class=\"end\">Four</p>");
        assertThat(BodySource.html("One", BLOCKS)).isEqualTo("<p class=\"end\">One</p>");
    }

    @Test
    void a_paragraph_that_names_a_block_becomes_the_block() {
        assertThat(BodySource.html("See:\n\n[[ItemTable]]\n\nPay:\n\n[[PaymentBox]]\n\nBye", BLOCKS))
                .isEqualTo("<p>See:</p>\n<table></table>\n<p>Pay:</p>\n<div>IBAN</div>\n<p class=\"end\">Bye</p>");
        assertThat(BodySource.html("[[ItemTable]] below", BLOCKS)).contains("[[ItemTable]] below");
    }

    @Test
    void words_between_stars_are_strong_and_what_html_reads_is_escaped() {
        assertThat(BodySource.htmlWords("**Rossi & Co** owes <1 and >0, **now**, 2 * 3 ** 4"))
                .isEqualTo("<strong>Rossi &amp; Co</strong> owes &lt;1 and &gt;0, <strong>now</strong>, 2 * 3 ** 4");
        assertThat(BodySource.plainWords("**Rossi & Co** owes <1, **now**")).isEqualTo("Rossi & Co owes <1, now");
    }

    @Test
    void a_paragraph_that_is_one_condition_disappears_whole() {
        assertThat(BodySource.html("[[#PayByDate]]by **[[PayByDate]]**[[/PayByDate]]\n\nA\n\nB", BLOCKS))
                .startsWith("[[#PayByDate]]<p>by <strong>[[PayByDate]]</strong></p>[[/PayByDate]]\n<p class=");
        assertThat(BodySource.html("[[^PayByDate]]soon[[/PayByDate]]", BLOCKS))
                .isEqualTo("[[^PayByDate]]<p class=\"end\">soon</p>[[/PayByDate]]");
    }

    @Test
    void a_paragraph_of_two_conditions_or_more_words_stays() {
        String two = "[[#PayByDate]]a[[/PayByDate]][[^PayByDate]]b[[/PayByDate]]";

        assertThat(BodySource.html(two, BLOCKS)).isEqualTo("<p class=\"end\">" + two + "</p>");
        assertThat(BodySource.html("Pay [[#PayByDate]]a[[/PayByDate]]", BLOCKS)).startsWith("<p class=\"end\">Pay ");
    }
}
