package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCalendarTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static PlanCalendar calendar(String more) {
        return PlanLoader.parse("plan.yaml", """
                plan: standard
                calendar: {country: IT, zone: Europe/Rome, %s}
                steps:
                  - {name: first, when: 3d after due, by: [email], template: first-reminder}
                """.formatted(more)).calendar();
    }

    private static String next(PlanCalendar calendar, String moment, String... channels) {
        return calendar.next(Instant.parse(moment), ROME, List.of(channels))
                .toOffsetDateTime()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-06T08:00:00Z, 2026-04-07T08:30+02:00", // Easter Monday
        "2026-03-22T08:00:00Z, 2026-03-23T08:30+01:00", // a Sunday
        "2026-03-24T18:00:00Z, 2026-03-25T08:30+01:00", // 19:00
        "2026-03-24T05:00:00Z, 2026-03-24T08:30+01:00",
        "2026-03-24T09:00:00Z, 2026-03-24T10:00+01:00"
    })
    void scenario_17_messages_wait_for_the_next_permitted_business_hour(String moment, String sendAt) {
        assertThat(next(calendar("window: \"08:30-18:00\""), moment, "email")).isEqualTo(sendAt);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-10T08:00:00Z, 2026-08-24T08:30+02:00",
        "2026-12-24T08:00:00Z, 2026-12-28T08:30+01:00",
        "2027-12-24T08:00:00Z, 2027-12-27T08:30+01:00",
        "2026-07-06T08:00:00Z, 2026-07-07T08:30+02:00"
    })
    void the_creditors_closed_days_are_no_business_days(String moment, String sendAt) {
        PlanCalendar calendar =
                calendar("closed: [\"2026-08-10..2026-08-21\", \"12-24\", 2026-07-06], window: \"08:30-18:00\"");

        assertThat(next(calendar, moment, "email")).isEqualTo(sendAt);
    }

    @Test
    void a_channel_may_have_a_window_of_its_own_and_parallel_ones_leave_when_all_are_open() {
        PlanCalendar calendar = calendar("windows: {sms: \"10:00-20:00\"}, window: \"08:30-18:00\"");

        assertThat(next(calendar, "2026-03-24T05:00:00Z", "email")).isEqualTo("2026-03-24T08:30+01:00");
        assertThat(next(calendar, "2026-03-24T05:00:00Z", "email", "sms")).isEqualTo("2026-03-24T10:00+01:00");
        assertThat(next(calendar, "2026-03-24T18:00:00Z", "sms")).isEqualTo("2026-03-24T19:00+01:00");
        assertThat(next(calendar, "2026-03-24T18:00:00Z", "sms", "email")).isEqualTo("2026-03-25T10:00+01:00");
    }

    @Test
    void an_hour_that_does_not_exist_or_exists_twice_opens_once() {
        PlanCalendar nights = calendar("weekdays: [SAT, SUN], window: \"02:30-04:00\"");

        assertThat(next(nights, "2026-03-29T00:10:00Z", "email")).isEqualTo("2026-03-29T03:30+02:00");
        assertThat(next(nights, "2026-10-25T00:10:00Z", "email")).isEqualTo("2026-10-25T02:30+02:00");
        assertThat(next(nights, "2026-10-25T01:10:00Z", "email")).isEqualTo("2026-10-25T02:30+01:00");
    }

    @Test
    void a_window_that_does_not_exist_that_night_opens_the_next_day() {
        PlanCalendar nights = calendar("weekdays: [SAT, SUN], window: \"02:10-02:50\"");

        assertThat(next(nights, "2026-03-29T00:00:00Z", "email")).isEqualTo("2026-04-04T02:10+02:00");
    }

    @Property(tries = 300)
    void what_leaves_leaves_on_an_open_day_inside_the_window_and_not_before_it_may(
            @ForAll @IntRange(max = 2 * 366 * 96) int quarters, @ForAll @IntRange(max = 23) int opens) {
        LocalTime from = LocalTime.of(opens, 0);
        LocalTime until = opens > 20 ? LocalTime.of(23, 59) : from.plusHours(3);
        PlanCalendar calendar =
                calendar("weekdays: [MON, SAT, SUN], closed: [12-24], window: \"" + from + "-" + until + "\"");
        Instant notBefore = Instant.parse("2025-12-20T00:00:00Z").plus(Duration.ofMinutes(15L * quarters));

        ZonedDateTime sendAt = calendar.next(notBefore, ROME, List.of("email"));

        assertThat(sendAt.toInstant()).isAfterOrEqualTo(notBefore);
        assertThat(calendar.isOpen(sendAt.toLocalDate())).isTrue();
        assertThat(sendAt.toLocalTime()).isAfterOrEqualTo(from).isBefore(until);
        assertThat(calendar.next(sendAt.toInstant(), ROME, List.of("email"))).isEqualTo(sendAt);
    }
}
