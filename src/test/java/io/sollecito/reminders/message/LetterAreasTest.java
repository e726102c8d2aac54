package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where letters print, to the tenth of a millimetre. */
class LetterAreasTest {

    @ParameterizedTest
    @CsvSource({
        "0,0,20,297,true,", // the left edge
        "0,0,20.1,297,false,the text",
        "190,94,20,200,false,", // the right one
        "189.9,94,20,100,false,the text",
        "0,0,210,20,true,", // the upper one
        "0,292,210,5,true,",
        "0,291.9,210,5,true,the foot",
        "30,276,5,5,true,the foot",
        "30,275.9,5,0.1,true,the text",
        "20,20,85,42.7,false,", // the window's return line, where nothing is printed
        "20,20,85,42.8,false,the address",
        "20,62.7,5,31.3,false,", // between the window's edge and the address
        "20,62.7,5.1,31.3,false,the address",
        "105,20,20,74,false,", // between the window and the sender
        "105,20,20.1,74,false,the sender's block",
        "104.9,89.9,20,4,false,the address",
        "105,90,20,4.1,false,the text",
        "20,90,85,4,false,", // below the window
    })
    void a_zone_that_is_to_be_clear_must_touch_nothing_that_a_letter_prints(
            double x, double y, double width, double height, boolean everyPage, String printed) {
        ClearZone clear = new ClearZone(new PageArea(x, y, width, height), everyPage);

        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, clear).orElse(null))
                .isEqualTo(printed);
    }

    @Test
    void the_text_of_further_pages_begins_at_their_upper_margin() {
        PageArea besideTheWindow = new PageArea(105, 20, 20, 74);

        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, new ClearZone(besideTheWindow, false)))
                .isEmpty();
        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, new ClearZone(besideTheWindow, true)))
                .hasValue("the text");
    }

    @ParameterizedTest
    @CsvSource({"din-5008-a,125,72", "din-5008-b,125,74", "france,20,72", "swiss-left,125,72"})
    void the_sender_stands_opposite_the_window_and_the_text_begins_below_both(
            String zone, double senderLeft, double headHeight) {
        AddressZone known = AddressZone.named(zone).orElseThrow();

        assertThat(LetterAreas.senderLeft(known)).isEqualTo(senderLeft);
        assertThat(LetterAreas.headHeight(known)).isEqualTo(headHeight);
    }

    @Test
    void a_window_whose_middle_lies_left_of_the_pages_is_left() {
        assertThat(new AddressZone("left", 64.9, 50, 80, 40, 5).isLeft()).isTrue();
        assertThat(new AddressZone("middle", 65, 50, 80, 40, 5).isLeft()).isFalse();
        assertThat(AddressZone.named("letter")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,210,297,true",
        "-0.1,0,100,100,false",
        "0,-0.1,100,100,false",
        "0,0,0,100,false",
        "0,0,100,0,false",
        "10,0,200.1,100,false",
        "0,10,100,287.1,false",
        "10,10,200,287,true"
    })
    void an_area_lies_on_the_page_and_has_a_size(double x, double y, double width, double height, boolean on) {
        assertThat(new PageArea(x, y, width, height).isOnPage()).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "30,10,10,10,false",
        "29.9,10,10,10,true",
        "10,40,10,10,false",
        "10,39.9,10,10,true",
        "0,10,10,10,false",
        "0,10,10.1,10,true",
        "10,0,10,10,false",
        "10,0,10,10.1,true",
        "15,15,2,2,true"
    })
    void areas_overlap_when_they_share_more_than_an_edge(
            double x, double y, double width, double height, boolean overlaps) {
        PageArea area = new PageArea(10, 10, 20, 30);
        PageArea other = new PageArea(x, y, width, height);

        assertThat(area.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(area)).isEqualTo(overlaps);
    }
}
