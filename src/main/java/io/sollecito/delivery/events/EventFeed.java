package io.sollecito.delivery.events;

import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.Outlet;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Connections.Connection;
import io.sollecito.ledger.connections.Connections.Health;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.SealedEvents;
import io.sollecito.model.GrowingPause;
import io.sollecito.model.RootCause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a creditor's sealed events to its route journal-CODE, at least once and in the journal's order for each key. The
 * connection's watermark is the seal number up to which all are acknowledged; it moves only then, so that whoever is
 * killed in between sends them again, under the same ids.
 */
public final class EventFeed {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int ALARM_AFTER = 3;

    private final SealedEvents events;
    private final Connections connections;
    private final Alarms alarms;
    private final Outlet outlet;
    private final Clock clock;

    public EventFeed(SealedEvents events, Connections connections, Alarms alarms, Outlet outlet, Clock clock) {
        this.events = events;
        this.connections = connections;
        this.alarms = alarms;
        this.outlet = outlet;
        this.clock = clock;
    }

    /** The route that a creditor's events leave by. */
    public static String route(String creditor) {
        return "journal-" + creditor;
    }

    /**
     * Hands over what was sealed since, unless it pauses after a failure.
     *
     * @param connection declared; its creditor's events are meant
     * @return how many events were acknowledged
     */
    public int run(String connection) {
        Health health = connections.healthOf(connection);
        if (health.nextAttempt() != null && clock.instant().isBefore(health.nextAttempt())) {
            return 0;
        }
        int handedOver = 0;
        try {
            int some;
            while ((some = page(health.connection())) >= 0) {
                handedOver += some;
            }
            connections.pollSucceeded(connection, false);
        } catch (NotTaken failure) {
            failed(health, failure.getMessage());
        } catch (InterruptedException leaseLost) {
            Thread.currentThread().interrupt();
        }
        return handedOver;
    }

    /** Hands over what comes next; returns how many events that was, or -1 at the journal's end. */
    private int page(Connection connection) throws NotTaken, InterruptedException {
        Optional<String> watermark = connections.watermark(connection.name());
        long last = watermark.map(Long::valueOf).orElse(0L);
        SealedEvents.Page page = events.after(connection.creditor(), last, ROWS_AT_A_TIME);
        if (page.through() == last) {
            return -1;
        }
        List<Event> leaving = page.events().stream().map(EventWriter::write).toList();
        for (List<Event> wave : Waves.of(leaving)) {
            send(connection.creditor(), wave);
        }
        connections.moveWatermark(connection.name(), watermark.orElse(null), Long.toString(page.through()));
        return leaving.size();
    }

    private void send(String creditor, List<Event> wave) throws NotTaken, InterruptedException {
        try {
            outlet.send(route(creditor), wave);
        } catch (Exception failure) {
            Throwable root = RootCause.of(failure);
            if (root instanceof InterruptedException leaseLost) {
                throw leaseLost;
            }
            throw new NotTaken(DeliveryOutcome.reason(root));
        }
    }

    private void failed(Health before, String reason) {
        String connection = before.connection().name();
        int failures = before.failures() + 1;
        Instant next = clock.instant().plus(GrowingPause.after(failures));
        connections.pollFailed(connection, reason, next);
        LOG.warn("events of {} could not be handed over, next attempt at {}: {}", connection, next, reason);
        if (failures >= ALARM_AFTER) {
            alarms.raise(
                    before.connection().creditor(),
                    "events-waiting",
                    "connection:" + connection + "/"
                            + connections.watermark(connection).orElse("0"),
                    "the journal's events wait: " + connection + " does not take them: " + reason);
        }
    }

    private static final class NotTaken extends Exception {
        NotTaken(String reason) {
            super(reason);
        }
    }
}
