package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceBreakerTest {

    @Test
    void lines_break_behind_spaces_of_any_kind() {
        assertThat(broken("one  two\tthree\nfour\r\nfive "))
                .containsExactly("one  ", "two\t", "three\n", "four\r\n", "five ");
        assertThat(broken(" end")).containsExactly(" ", "end");
        assertThat(broken("")).isEmpty();
    }

    @Test
    void neither_an_apostrophe_nor_an_addresss_dots_nor_a_space_that_does_not_break_end_a_line() {
        assertThat(broken("s’élève à 1\u00a0190,00 €: a.b@rossi.example"))
                .containsExactly("s’élève ", "à ", "1\u00a0190,00 ", "€: ", "a.b@rossi.example");
    }

    private static List<String> broken(String text) {
        SpaceBreaker breaker = new SpaceBreaker();
        breaker.setText("another text before");
        breaker.next();
        breaker.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = breaker.next(); at >= 0 && parts.size() <= text.length(); at = breaker.next()) {
            parts.add(text.substring(from, at));
            from = at;
        }
        return parts;
    }
}
