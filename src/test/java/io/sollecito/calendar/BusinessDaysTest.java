package io.sollecito.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

    private final BusinessDays italy = BusinessDays.of("IT");

    @Test
    void easter_monday_and_weekends_are_closed() {
        assertThat(italy.isOpen(LocalDate.parse("2026-04-06"))).isFalse();
        assertThat(italy.isOpen(LocalDate.parse("2026-04-05"))).isFalse();
        assertThat(italy.onOrAfter(LocalDate.parse("2026-04-04"))).isEqualTo("2026-04-07");
    }

    @Test
    void days_are_counted_over_closed_ones_in_both_directions() {
        assertThat(italy.plus(LocalDate.parse("2026-04-03"), 1)).isEqualTo("2026-04-07");
        assertThat(italy.plus(LocalDate.parse("2026-04-07"), -1)).isEqualTo("2026-04-03");
        assertThat(italy.between(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-08")))
                .isEqualTo(2);
    }
}
