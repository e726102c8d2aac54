package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private Instant now = Instant.parse("2026-03-02T05:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Agenda agenda = new Agenda(clock);
    private final List<String> ran = new ArrayList<>();

    private void tickAt(String instant) {
        now = Instant.parse(instant);
        agenda.tick(Runnable::run);
    }

    @Test
    void appointments_run_once_when_due_in_the_order_of_their_times() {
        agenda.add("bank", "0 45 6 * * MON-FRI", ROME, () -> ran.add("bank"));
        agenda.add("erp", "0 30 6 * * MON-FRI", ROME, () -> ran.add("erp"));
        tickAt("2026-03-02T05:29:59Z");
        assertThat(ran).isEmpty();
        tickAt("2026-03-02T05:50:00Z");
        tickAt("2026-03-02T05:51:00Z");
        assertThat(ran).containsExactly("erp", "bank");
    }

    @Test
    void a_cron_follows_the_zone_through_the_change_to_summer_time() {
        agenda.add("erp", "0 30 6 * * *", ROME, () -> ran.add("erp"));
        tickAt("2026-03-28T05:30:00Z");
        assertThat(agenda.next()).contains(Instant.parse("2026-03-29T04:30:00Z"));
    }

    @Test
    void a_retry_comes_before_the_next_regular_time() {
        agenda.add("erp", "0 30 6 * * *", ROME, () -> ran.add("erp"));
        tickAt("2026-03-02T05:30:00Z");
        assertThat(agenda.retryAt("erp", Instant.parse("2026-03-02T05:31:00Z")))
                .isEqualTo(ZonedDateTime.parse("2026-03-02T06:31:00+01:00[Europe/Rome]"));
        tickAt("2026-03-02T05:31:00Z");
        assertThat(ran).hasSize(2);
        assertThat(agenda.next()).contains(Instant.parse("2026-03-03T05:30:00Z"));
    }

    @Test
    void a_retry_later_than_the_regular_time_is_at_the_regular_time() {
        agenda.add("bank", "0 */10 6-9 * * *", ROME, () -> ran.add("bank"));
        tickAt("2026-03-02T05:30:00Z");
        assertThat(agenda.retryAt("bank", Instant.parse("2026-03-02T06:30:00Z")).toInstant())
                .isEqualTo("2026-03-02T05:40:00Z");
    }

    @Test
    void work_that_fails_does_not_keep_others_from_running() {
        agenda.add("a", "0 30 6 * * *", ROME, () -> {
            throw new IllegalStateException("broken");
        });
        agenda.add("b", "0 30 6 * * *", ROME, () -> ran.add("b"));
        tickAt("2026-03-02T05:30:00Z");
        tickAt("2026-03-03T05:30:00Z");
        assertThat(ran).containsExactly("b", "b");
    }
}
