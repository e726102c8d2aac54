package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Address;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {

    @ParameterizedTest
    @CsvSource({
        "IT,20121,Milano,20121 Milano",
        "GB,SW1A 2AA,London,London SW1A 2AA",
        "IT,,Milano,Milano",
        ",20121,Milano,20121 Milano"
    })
    void the_post_code_stands_where_the_country_writes_it(String country, String code, String city, String place) {
        assertThat(PostalAddress.withoutName(new Address(List.of("Via Roma 1", " "), code, city, country)))
                .containsExactly("Via Roma 1", place);
    }

    @ParameterizedTest
    @CsvSource({"IT,IT,''", "IT,DE,ITALY", "CH,IT,SWITZERLAND", ",IT,''", "Italia,DE,ITALIA"})
    void abroad_the_country_is_the_last_line_in_english_capitals(String country, String from, String last) {
        List<String> lines =
                PostalAddress.lines("Rossi", new Address(List.of("Via Roma 1"), "20121", "Milano", country), from);

        assertThat(lines.subList(0, 3)).containsExactly("Rossi", "Via Roma 1", "20121 Milano");
        assertThat(String.join("", lines.subList(3, lines.size()))).isEqualTo(last);
    }

    @Test
    void in_a_sentence_it_is_one_line_and_may_be_missing() {
        assertThat(PostalAddress.oneLine(new Address(List.of("Via Roma 1", "Scala B"), "20121", "Milano", "IT")))
                .isEqualTo("Via Roma 1, Scala B, 20121 Milano");
        assertThat(PostalAddress.oneLine(null)).isEmpty();
    }

    @Test
    void without_a_name_a_street_or_a_place_no_letter_arrives() {
        Address whole = new Address(List.of("Via Roma 1"), "20121", "Milano", "IT");

        for (Address address : new Address[] {
            null,
            new Address(List.of(), "20121", "Milano", "IT"),
            new Address(List.of("Via Roma 1"), "20121", " ", "IT")
        }) {
            assertThatThrownBy(() -> PostalAddress.lines("Rossi", address, "IT"))
                    .isInstanceOf(MessageHeld.class);
        }
        assertThatThrownBy(() -> PostalAddress.lines(" ", whole, "IT")).isInstanceOf(MessageHeld.class);
    }

    @Test
    void an_address_is_as_large_as_its_window_allows() {
        List<String> short3 = List.of("Rossi S.r.l.", "Via Roma 1", "20121 Milano");

        AddressBlock large = AddressBlock.fitting(short3, AddressZone.DIN_5008_B);
        assertThat(large.points()).isEqualTo(10);
        assertThat(large.lines()).isEqualTo(short3);
        assertThat(large.style(AddressZone.DIN_5008_B, 20, 20))
                .isEqualTo("left:5.00mm;top:42.70mm;width:80.00mm;font-size:10.0pt");

        // 26.3 mm high: 5 lines of 10 points, 6 of 9, 7 of 8
        assertThat(AddressBlock.fitting(Collections.nCopies(5, "Via"), AddressZone.DIN_5008_B)
                        .points())
                .isEqualTo(10);
        assertThat(AddressBlock.fitting(Collections.nCopies(6, "Via"), AddressZone.DIN_5008_B)
                        .points())
                .isEqualTo(9);
        assertThat(AddressBlock.fitting(Collections.nCopies(7, "Via"), AddressZone.DIN_5008_B)
                        .points())
                .isEqualTo(8);
        assertThatThrownBy(() -> AddressBlock.fitting(Collections.nCopies(8, "Via"), AddressZone.DIN_5008_B))
                .isInstanceOf(MessageHeld.class);
    }

    /** An X of ten points is 2.04 mm wide; between the edges of the window are 77 mm. */
    @ParameterizedTest
    @CsvSource({"37,10", "38,9", "42,9", "43,8", "47,8"})
    void a_word_that_is_too_wide_is_printed_smaller(int letters, double points) {
        assertThat(AddressBlock.fitting(List.of("X".repeat(letters)), AddressZone.DIN_5008_B)
                        .points())
                .isEqualTo(points);
    }

    @Test
    void a_line_that_is_too_long_breaks_between_words_only() {
        AddressBlock block = AddressBlock.fitting(
                List.of("Società Cooperativa Agricola Produttori Riuniti della Valle di Sotto"),
                AddressZone.DIN_5008_B);

        assertThat(block.lines()).hasSizeGreaterThan(1);
        assertThat(String.join(" ", block.lines()))
                .isEqualTo("Società Cooperativa Agricola Produttori Riuniti della Valle di Sotto");
        assertThat(block.lines())
                .allSatisfy(line -> assertThat(LetterFont.REGULAR.width(line, block.points()))
                        .isLessThanOrEqualTo(77));
        assertThatThrownBy(() -> AddressBlock.fitting(List.of("X".repeat(48)), AddressZone.DIN_5008_B))
                .isInstanceOf(MessageHeld.class);
    }
}
