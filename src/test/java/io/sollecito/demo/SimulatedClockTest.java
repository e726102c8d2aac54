package io.sollecito.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {

    @Test
    void a_clock_of_another_zone_shows_the_same_moment_and_moves_along() {
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC);
        Clock rome = clock.withZone(ZoneId.of("Europe/Rome"));

        assertThat(LocalDate.now(clock)).isEqualTo("2026-03-01");
        assertThat(LocalDate.now(rome)).isEqualTo("2026-03-02");

        clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        assertThat(rome.instant()).isEqualTo(clock.instant()).isEqualTo("2026-03-05T12:00:00Z");
    }
}
