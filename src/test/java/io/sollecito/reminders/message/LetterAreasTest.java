package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Millimetres from the top left corner of A4. */
class LetterAreasTest {

    @ParameterizedTest
    @CsvSource({"din-5008-a,125", "din-5008-b,125", "swiss-left,125", "france,20"})
    void the_sender_stands_in_the_column_opposite_the_window(String zone, double left) {
        assertThat(LetterAreas.senderLeft(named(zone))).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"din-5008-a,72", "din-5008-b,74", "france,72", "swiss-left,72"})
    void the_head_ends_four_millimetres_below_the_window_and_leaves_room_for_the_sender(String zone, double height) {
        assertThat(LetterAreas.headHeight(named(zone))).isEqualTo(height);
    }

    /** The window is 20 to 105 wide and 45 to 90 high, its address begins at 25 and 62.7; the text begins at 94. */
    @ParameterizedTest
    @CsvSource({
        "25,63,1,1,the address",
        "104,89,5,5,the address",
        "60,62,1,1.7,the address",
        "125,20,1,1,the sender's block",
        "189,93,5,1,the sender's block",
        "110,93,20,2,the sender's block",
        "125,94,10,10,the text",
        "20,90,105,5,the text",
        "189,275,5,1,the text",
        "20,276,170,16,the foot",
        "20,291,1,6,the foot"
    })
    void what_a_letter_prints_there_is_named(double x, double y, double width, double height, String what) {
        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, clear(x, y, width, height, false)))
                .contains(what);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,210,20, the upper margin",
        "0,0,20,297, the left margin",
        "190,0,20,297, the right margin",
        "0,292,210,5, the lower margin",
        "20,45,85,17.7, above the address in its window",
        "20,45,5,49, left of the address in its window",
        "105,20,20,74, between the window and the sender",
        "20,20,105,25, above the window",
        "20,90,105,4, between the window and the text"
    })
    void elsewhere_a_print_house_may_print(double x, double y, double width, double height, String where) {
        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, clear(x, y, width, height, false)))
                .as(where)
                .isEmpty();
    }

    /** Of the window on the right of NF Z 11-001, with the sender on the left. */
    @ParameterizedTest
    @CsvSource({"115,63,the address", "20,20,the sender's block", "84,91,the sender's block", "20,92,the text"})
    void a_window_on_the_right_changes_the_columns(double x, double y, String what) {
        assertThat(LetterAreas.conflict(AddressZone.FRANCE, clear(x, y, 1, 1, false)))
                .contains(what);
        assertThat(LetterAreas.conflict(AddressZone.FRANCE, clear(110, 55, 85, 8, false)))
                .as("a registered letter's bar code")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"105,20,20,74,the text", "20,20,105,1,the text", "189,275,1,1,the text"})
    void on_the_pages_after_the_first_the_text_begins_at_the_upper_margin(
            double x, double y, double width, double height, String what) {
        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, clear(x, y, width, height, true)))
                .contains(what);
        assertThat(LetterAreas.conflict(AddressZone.DIN_5008_B, clear(0, 0, 210, 20, true)))
                .isEmpty();
    }

    private static AddressZone named(String name) {
        return AddressZone.named(name).orElseThrow();
    }

    private static ClearZone clear(double x, double y, double width, double height, boolean everyPage) {
        return new ClearZone(new PageArea(x, y, width, height), everyPage);
    }
}
