package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void what_another_node_is_at_is_asked_for_again_until_it_is_done() {
        Ledger ledger = new Ledger();
        Agenda shared = new Agenda(clock, ledger);
        shared.add("print", "0 0 15 * * *", ROME, () -> ran.add("print"));
        ledger.othersAreAtIt = true;
        now = Instant.parse("2026-03-02T14:00:00Z");
        shared.tick(Runnable::run);
        assertThat(shared.next()).contains(Instant.parse("2026-03-02T14:00:10Z"));
        ledger.othersAreAtIt = false;
        now = Instant.parse("2026-03-02T14:00:10Z");
        shared.tick(Runnable::run);
        assertThat(ran).containsExactly("print");
        assertThat(ledger.done).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(shared.next()).contains(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @Test
    void what_fell_due_today_while_no_node_ran_is_done_at_once_and_what_fell_due_before_is_not() {
        Ledger ledger = new Ledger();
        ledger.done = Instant.parse("2026-02-27T14:00:00Z");
        now = Instant.parse("2026-03-02T13:07:00Z");
        Agenda restarted = new Agenda(clock, ledger);
        restarted.add("print", "0 0 15 * * *", ROME, () -> ran.add("print"));
        assertThat(restarted.next()).contains(Instant.parse("2026-03-02T14:00:00Z"));

        now = Instant.parse("2026-03-02T14:07:00Z");
        restarted.add("print", "0 0 15 * * *", ROME, () -> ran.add("print"));
        restarted.tick(Runnable::run);
        assertThat(ran).containsExactly("print");
        assertThat(ledger.done).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(restarted.next()).contains(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @Test
    void a_new_ledger_catches_up_on_nothing() {
        now = Instant.parse("2026-03-02T14:07:00Z");
        Agenda first = new Agenda(clock, new Ledger());
        first.add("print", "0 0 15 * * *", ROME, () -> ran.add("print"));
        assertThat(first.next()).contains(Instant.parse("2026-03-03T14:00:00Z"));
    }

    /** What the nodes know of each other. */
    private static final class Ledger implements Turns {
        private boolean othersAreAtIt;
        private Instant done;

        @Override
        public boolean take(String name, Instant appointed, Runnable work) {
            if (!othersAreAtIt) {
                work.run();
                done = appointed;
            }
            return !othersAreAtIt;
        }

        @Override
        public Optional<Instant> doneThrough(String name) {
            return Optional.ofNullable(done);
        }
    }
}
