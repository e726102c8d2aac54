package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAreaTest {

    /** The window of DIN 5008, form B. */
    private static final PageArea WINDOW = new PageArea(20, 45, 85, 45);

    @ParameterizedTest
    @CsvSource({
        "0,45,20,45, left of it",
        "105,45,105,45, right of it",
        "20,27,85,18, above it",
        "20,90,85,187, below it",
        "0,0,20,45, at its corner"
    })
    void areas_that_touch_at_an_edge_or_corner_do_not_overlap(
            double x, double y, double width, double height, String where) {
        PageArea other = new PageArea(x, y, width, height);

        assertThat(WINDOW.overlaps(other)).as(where).isFalse();
        assertThat(other.overlaps(WINDOW)).as(where).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,45,20.1,45, over its left edge",
        "104.9,45,105,45, over its right edge",
        "20,27,85,18.1, over its upper edge",
        "20,89.9,85,187, over its lower edge",
        "20,27,85,45, the window of form A",
        "25,62.7,77,26, the address within it",
        "0,0,210,297, the page around it"
    })
    void areas_that_share_the_least_strip_overlap(double x, double y, double width, double height, String what) {
        PageArea other = new PageArea(x, y, width, height);

        assertThat(WINDOW.overlaps(other)).as(what).isTrue();
        assertThat(other.overlaps(WINDOW)).as(what).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,210,297,true",
        "110,55,100,33,true",
        "20,264,85,33,true",
        "-0.1,0,210,297,false",
        "0,-0.1,210,297,false",
        "0.1,0,210,297,false",
        "0,0.1,210,297,false",
        "110,55,100.1,33,false",
        "20,264,85,33.1,false",
        "20,45,0,45,false",
        "20,45,85,0,false",
        "20,45,-5,45,false",
        "20,45,85,-5,false"
    })
    void an_area_lies_on_the_page_when_it_has_a_size_and_reaches_over_no_edge(
            double x, double y, double width, double height, boolean lies) {
        assertThat(new PageArea(x, y, width, height).isOnPage()).isEqualTo(lies);
    }
}
