package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void no_control_character_and_no_line_break_is_left() {
        assertThat(OneLine.of("  a\r\nb\u2028c\u001b[31md\u0085e")).isEqualTo("  a b c [31md e");
        assertThat(OneLine.of(null)).isEmpty();
    }

    @Test
    void a_text_is_stripped_and_cut() {
        assertThat(OneLine.of("\n abcdef\n", 3)).isEqualTo("abc");
        assertThat(OneLine.of("abc", 3)).isEqualTo("abc");
    }
}
