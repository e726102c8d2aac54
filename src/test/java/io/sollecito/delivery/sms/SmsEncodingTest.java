package io.sollecito.delivery.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, 0, 1",
        "a, 161, 0, 2",
        "a, 306, 0, 2",
        "a, 307, 0, 3",
        "€, 80, 0, 1",
        "€, 81, 0, 2",
        "€, 152, 0, 2",
        "€, 153, 0, 3",
        "è, 160, 0, 1",
        "ç, 70, 8, 1",
        "ç, 71, 8, 2",
        "ç, 134, 8, 2",
        "ç, 135, 8, 3",
        "😀, 35, 8, 1",
        "😀, 36, 8, 2",
        "😀, 66, 8, 2",
        "😀, 67, 8, 3"
    })
    void characters_count_as_the_network_counts_them(String character, int times, int coding, int parts) {
        SmsEncoding encoded = SmsEncoding.of(character.repeat(times), 7);
        assertThat(encoded.dataCoding()).isEqualTo(coding);
        assertThat(encoded.parts()).hasSize(parts);
    }

    @ParameterizedTest
    @CsvSource({"'1.190,00\u00A0€', '1.190,00 €'", "'l\u2019invito', 'l''invito'", "'a \u2013 b', 'a - b'"})
    void typography_does_not_cost_the_alphabet(String typeset, String plain) {
        assertThat(SmsEncoding.of(typeset, 1).parts().get(0))
                .isEqualTo(SmsEncoding.of(plain, 1).parts().get(0));
        assertThat(SmsEncoding.of(typeset, 1).dataCoding()).isZero();
    }

    @Property(tries = 300)
    void no_pair_is_split_and_every_character_arrives(@ForAll @StringLength(max = 400) String any) {
        String text = any.replaceAll("\\p{Cs}", "") + "€è😀";
        SmsEncoding encoded = SmsEncoding.of(text, 300);
        StringBuilder received = new StringBuilder();
        for (byte[] part : encoded.parts()) {
            int header = encoded.isConcatenated() ? 6 : 0;
            assertThat(part.length).isLessThanOrEqualTo(140);
            String piece = new String(part, header, part.length - header, StandardCharsets.UTF_16BE);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
            received.append(piece);
        }
        assertThat(encoded.dataCoding()).isEqualTo(8);
        assertThat(received.toString().length()).isEqualTo(text.length());
    }

    @Property(tries = 300)
    void no_escape_pair_is_split(@ForAll @StringLength(min = 100, max = 400) String any) {
        StringBuilder text = new StringBuilder();
        any.chars().forEach(c -> text.append(c % 3 == 0 ? '€' : 'x'));
        SmsEncoding encoded = SmsEncoding.of(text.toString(), 300);
        int characters = 0;
        for (byte[] part : encoded.parts()) {
            byte[] septets = Arrays.copyOfRange(part, encoded.isConcatenated() ? 6 : 0, part.length);
            assertThat(septets.length).isLessThanOrEqualTo(encoded.isConcatenated() ? 153 : 160);
            assertThat(septets[septets.length - 1]).isNotEqualTo((byte) 0x1B);
            for (byte septet : septets) {
                characters += septet == 0x1B ? 0 : 1;
            }
        }
        assertThat(characters).isEqualTo(text.length());
    }

    @Test
    void what_is_outside_the_alphabet_is_named_once() {
        assertThat(SmsEncoding.outsideGsm7("€ è ’ ô 😀 ô")).isEqualTo("ô 😀");
        assertThat(SmsEncoding.outsideGsm7("[è] {€}")).isEmpty();
    }
}
