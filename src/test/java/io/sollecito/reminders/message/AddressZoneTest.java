package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressZoneTest {

    /** DIN 5008 A and B, NF Z 11-001, the Swiss window on the left. */
    @ParameterizedTest
    @CsvSource({"din-5008-a,true,72", "din-5008-b,true,90", "france,false,88", "swiss-left,true,85.5"})
    void every_profile_is_known_by_its_name_with_its_side_and_lower_edge(String name, boolean left, double bottom) {
        AddressZone zone = AddressZone.named(name).orElseThrow();

        assertThat(zone.name()).isEqualTo(name);
        assertThat(zone.isLeft()).isEqualTo(left);
        assertThat(zone.bottom()).isEqualTo(bottom);
    }

    @Test
    void no_other_name_is_known() {
        assertThat(AddressZone.named("din-5008")).isEmpty();
        assertThat(AddressZone.named("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20,true", "62.4,true", "62.5,false", "90,false", "105,false"})
    void a_window_is_on_the_side_of_the_page_where_its_middle_is(double x, boolean left) {
        assertThat(new AddressZone("own", x, 45, 85, 35, 2).isLeft()).isEqualTo(left);
    }
}
