package io.sollecito.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * itself: who owns the clock calls {@link #tick}. Of several nodes one keeps an appointment, at each appointed time once.
 */
public final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    /** How soon is looked again whether another node has done what it is at, or has died over it. */
    private static final Duration OTHERS_TURN = Duration.ofSeconds(10);

    private final Clock clock;
    private final Turns turns;
    private final Map<String, Appointment> appointments = new ConcurrentHashMap<>();

    /** Of the only node. */
    public Agenda(Clock clock) {
        this(clock, Turns.ALONE);
    }

    Agenda(Clock clock, Turns turns) {
        this.clock = clock;
        this.turns = turns;
    }

    /**
     * Adds an appointment that one node keeps, or replaces the one of that name. One that fell due today while no node ran
     * is kept at once.
     */
    public void add(String name, String cron, ZoneId zone, Runnable work) {
        appointments.put(name, new Appointment(name, CronExpression.parse(cron), zone, turns, work));
    }

    /** Adds an appointment that every node keeps, or replaces the one of that name. */
    public void addForEveryNode(String name, String cron, ZoneId zone, Runnable work) {
        appointments.put(name, new Appointment(name, CronExpression.parse(cron), zone, Turns.ALONE, work));
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
        private final Turns turns;
        private final Runnable work;
        private Instant appointed;
        private Instant next;
        private boolean running;

        Appointment(String name, CronExpression cron, ZoneId zone, Turns turns, Runnable work) {
            this.name = name;
            this.cron = cron;
            this.zone = zone;
            this.turns = turns;
            this.work = work;
            Instant now = clock.instant();
            Optional<Instant> missed = turns.doneThrough(name).flatMap(done -> missedToday(done, now));
            this.appointed = missed.orElseGet(() -> after(now));
            this.next = missed.isPresent() ? now : appointed;
        }

        synchronized Instant next() {
            return next;
        }

        synchronized void bringForwardTo(Instant when) {
            if (when.isBefore(next)) {
                next = when;
                appointed = when;
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
            Instant due = appointed();
            boolean done = true;
            try {
                done = turns.take(name, due, work);
            } catch (RuntimeException failed) {
                LOG.error("{} failed: {}", name, failed.toString(), failed);
            } finally {
                end(due, done);
            }
        }

        private synchronized Instant appointed() {
            Instant due = appointed;
            appointed = next;
            return due;
        }

        private synchronized void end(Instant due, boolean done) {
            running = false;
            Instant again = clock.instant().plus(OTHERS_TURN);
            if (!done && again.isBefore(next)) {
                next = again;
                appointed = due;
            }
        }

        private Optional<Instant> missedToday(Instant done, Instant now) {
            Instant midnight = LocalDate.ofInstant(now, zone)
                    .atStartOfDay(zone)
                    .toInstant()
                    .minusNanos(1);
            Instant due = after(done.isAfter(midnight) ? done : midnight);
            return due.isAfter(now) ? Optional.empty() : Optional.of(due);
        }

        private Instant after(Instant moment) {
            ZonedDateTime following = cron.next(moment.atZone(zone));
            return following == null ? Instant.MAX : following.toInstant();
        }
    }
}
