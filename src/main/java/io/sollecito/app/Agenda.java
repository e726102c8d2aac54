package io.sollecito.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/**
 * What is to happen when: named appointments with a six-field cron in a zone, on the injected clock. Nothing here runs by
 * itself: who owns the clock calls {@link #tick}.
 */
public final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private final Clock clock;
    private final Map<String, Appointment> appointments = new ConcurrentHashMap<>();

    public Agenda(Clock clock) {
        this.clock = clock;
    }

    /** Adds an appointment, or replaces the one of that name. */
    public void add(String name, String cron, ZoneId zone, Runnable work) {
        appointments.put(name, new Appointment(name, CronExpression.parse(cron), zone, work));
    }

    public void remove(String name) {
        appointments.remove(name);
    }

    /**
     * Brings an appointment forward (a poll that failed is tried again before its next regular time).
     *
     * @return when it really is, in its zone: the regular time, if that comes first
     */
    public ZonedDateTime retryAt(String name, Instant when) {
        Appointment appointment = appointments.get(name);
        if (appointment == null) {
            return when.atZone(ZoneOffset.UTC);
        }
        appointment.bringForwardTo(when);
        return appointment.next().atZone(appointment.zone);
    }

    /** When the next appointment is. */
    public Optional<Instant> next() {
        return appointments.values().stream().map(Appointment::next).min(Comparator.naturalOrder());
    }

    /** Runs what is due, in the order of the appointed times; an appointment never overlaps with itself. */
    public void tick(Executor executor) {
        Instant now = clock.instant();
        List<Appointment> due = appointments.values().stream()
                .filter(appointment -> !appointment.next().isAfter(now))
                .sorted(Comparator.comparing(Appointment::next).thenComparing(appointment -> appointment.name))
                .toList();
        for (Appointment appointment : due) {
            if (appointment.begin(now)) {
                executor.execute(appointment::run);
            }
        }
    }

    private final class Appointment {
        private final String name;
        private final CronExpression cron;
        private final ZoneId zone;
        private final Runnable work;
        private Instant next;
        private boolean running;

        Appointment(String name, CronExpression cron, ZoneId zone, Runnable work) {
            this.name = name;
            this.cron = cron;
            this.zone = zone;
            this.work = work;
            this.next = after(clock.instant());
        }

        synchronized Instant next() {
            return next;
        }

        synchronized void bringForwardTo(Instant when) {
            if (when.isBefore(next)) {
                next = when;
            }
        }

        synchronized boolean begin(Instant now) {
            if (running) {
                return false;
            }
            running = true;
            next = after(now);
            return true;
        }

        void run() {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.error("{} failed: {}", name, failed.toString(), failed);
            } finally {
                synchronized (this) {
                    running = false;
                }
            }
        }

        private Instant after(Instant moment) {
            ZonedDateTime following = cron.next(moment.atZone(zone));
            return following == null ? Instant.MAX : following.toInstant();
        }
    }
}
