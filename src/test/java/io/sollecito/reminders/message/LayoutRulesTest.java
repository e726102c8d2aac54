package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutRulesTest {

    private static final String ROOM = "<html>\n[[Title]]\n[[Body]]\n</html>";

    @ParameterizedTest
    @ValueSource(strings = {"email.html", "email.txt", "letter.html"})
    void a_frame_has_room_for_title_and_body(String name) {
        assertThat(check(name, ROOM)).isEmpty();
        assertThat(check(name, "<html>[[Title]]</html>"))
                .extracting(Problem::message)
                .containsExactly("[[Body]] is missing");
        assertThat(check(name, "<html>[[Body]]</html>"))
                .extracting(Problem::message)
                .containsExactly("[[Title]] is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement.html", "email-items.html", "email-items.txt", "letter-payment.html"})
    void other_layouts_need_no_such_room(String name) {
        assertThat(check(name, "<div></div>")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<html>|<p>[[Title]] [[Body]]|</html>; 3; </html>",
                "<html>|<p class=a>[[Title]] [[Body]]</p>|</html>; 2; <p class=a>[[Title]] [[Body]]</p>",
                "<!DOCTYPE html>|<html>[[Title]] [[Body]]</html>; 1; <!DOCTYPE html>"
            })
    void a_page_for_print_that_is_not_well_formed_is_told_with_the_line_that_shows_it(
            String source, int line, String excerpt) {
        for (String name : List.of("letter.html", "statement.html")) {
            assertThat(check(name, source.replace('|', '\n'))).singleElement().satisfies(problem -> {
                assertThat(problem.message()).startsWith("is not well-formed: ");
                assertThat(problem.line()).isEqualTo(line);
                assertThat(problem.column()).isPositive();
                assertThat(problem.excerpt()).isEqualTo(excerpt);
            });
        }
        assertThat(check("email.html", source.replace('|', '\n')))
                .as("no page for print")
                .isEmpty();
    }

    @Test
    void an_empty_page_has_a_problem_without_a_line_to_show() {
        assertThat(check("statement.html", "")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.column()).isEqualTo(1);
            assertThat(problem.excerpt()).isNull();
        });
    }

    @Test
    void a_style_holds_neither_tags_nor_variables() {
        assertThat(check(LayoutRules.PAGE_STYLE, "p { color: red; }\n\n  [[Title]] { }\na & b"))
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .containsExactly("3:3 '[[' has no place in a style", "4:3 '&' has no place in a style");
        assertThat(check("email.txt", "[[Title]] [[Body]] & <3")).isEmpty();
    }

    private static List<Problem> check(String name, String source) {
        return LayoutRules.check("layout/" + name, name, source);
    }
}
