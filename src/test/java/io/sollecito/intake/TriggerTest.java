package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {

    @ParameterizedTest
    @CsvSource({
        "${file:name}.ok,          x.csv,   x.csv.ok",
        "ready-${file:name},       x.csv,   ready-x.csv",
        "${file:name.noext}.trg,   x.1.csv, x.1.trg",
        "${file:name.noext}.trg,   x,       x.trg",
        "go_${file:name.noext}.ok, x.csv,   go_x.ok",
        "complete.ok,              x.csv,   complete.ok"
    })
    void the_file_beside_it_says_that_a_file_is_whole(String expression, String file, String beside) {
        Trigger trigger = Trigger.parse(expression);

        assertThat(trigger.of(file)).contains(beside);
        assertThat(trigger.is(beside)).isTrue();
        assertThat(trigger.is(file)).isFalse();
    }

    @Test
    void without_an_expression_nothing_is_waited_for() {
        assertThat(Trigger.parse(" ").of("x.csv")).isEmpty();
        assertThat(Trigger.NONE.is("x.csv")).isFalse();
    }

    @Test
    void one_name_stands_for_all_files() {
        assertThat(Trigger.parse("complete.ok").isForAll()).isTrue();
        assertThat(Trigger.parse("${file:name}.ok").isForAll()).isFalse();
    }

    @Test
    void a_trigger_of_nothing_is_none() {
        assertThat(Trigger.parse("${file:name}.ok").is(".ok")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready/${file:name}",
                "../${file:name}.ok",
                "a/b",
                ".ok",
                "${file:size}.ok",
                "${bean:x}",
                "${file:name}${file:name}",
                "a\u0000b"
            })
    void what_is_no_name_beside_the_file_is_refused(String expression) {
        assertThatThrownBy(() -> Trigger.parse(expression)).hasMessage("it names no file beside the one to take");
    }

    @Test
    void a_file_is_not_its_own_trigger() {
        assertThatThrownBy(() -> Trigger.parse("${file:name}")).hasMessage("a file cannot be its own trigger");
        assertThatThrownBy(() -> Trigger.parse("${file:name.noext}")).hasMessage("a file cannot be its own trigger");
    }
}
