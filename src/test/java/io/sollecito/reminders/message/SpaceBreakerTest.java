package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceBreakerTest {

    private final SpaceBreaker breaker = new SpaceBreaker();

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\t", "\r", " \r\n\t "})
    void a_line_may_end_after_blanks(String blanks) {
        assertThat(parts("Il" + blanks + "totale")).containsExactly("Il" + blanks, "totale");
    }

    @Test
    void no_line_ends_within_a_word_a_number_or_an_address() {
        assertThat(parts("s’élève à 1.190,00\u00a0€, amministrazione@rossi.example"))
                .containsExactly("s’élève ", "à ", "1.190,00\u00a0€, ", "amministrazione@rossi.example");
    }

    @Test
    void blanks_at_the_ends_belong_to_what_is_before_them() {
        assertThat(parts("  Il totale ")).containsExactly("  ", "Il ", "totale ");
        assertThat(parts("")).isEmpty();
    }

    private List<String> parts(String text) {
        breaker.setText(text);
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = breaker.next(); end > start; end = breaker.next()) {
            parts.add(text.substring(start, end));
            start = end;
        }
        assertThat(breaker.next()).as("at the end").isEqualTo(-1);
        return parts;
    }
}
