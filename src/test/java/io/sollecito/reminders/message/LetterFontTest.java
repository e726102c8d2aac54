package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterFontTest {

    private static final Offset<Double> LEAST = Offset.offset(1e-9);

    @ParameterizedTest
    @ValueSource(ints = {'A', 'é', 'ß', 'Ł', '€', '’', '\u00a0', '\n', '\t', '\u0300'})
    void european_languages_are_printed(int character) {
        assertThat(LetterFont.REGULAR.prints(character)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {'東', '\r', 0xffff, 0x10000, 0x1f600})
    void what_has_no_glyph_is_not_printed(int character) {
        assertThat(LetterFont.REGULAR.prints(character)).isFalse();
    }

    /** The advances of H and i in the font are 1511 and 518 of 2048 units. */
    @Test
    void a_word_is_as_wide_as_its_letters() {
        double millimetres = 10 * 25.4 / 72 / 2048;

        assertThat(LetterFont.REGULAR.width("Hi", 10)).isCloseTo((1511 + 518) * millimetres, LEAST);
        assertThat(LetterFont.REGULAR.width("Hi\u0300東", 10))
                .as("an accent above a letter takes no room")
                .isCloseTo((1511 + 518) * millimetres, LEAST);
        assertThat(LetterFont.BOLD.width("Hi", 10)).isGreaterThan(LetterFont.REGULAR.width("Hi", 10));
        assertThat(LetterFont.REGULAR.width("", 10)).isZero();
    }
}
