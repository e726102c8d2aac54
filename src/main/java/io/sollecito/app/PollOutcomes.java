package io.sollecito.app;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.LeaseLost;
import io.sollecito.model.GrowingPause;
import io.sollecito.model.RootCause;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the ledger how every poll of a connection ended, and tries a failed one again after growing pauses: 1, 2, 4 ...
 * up to 60 minutes. What a failed poll did not take stays where it is and is taken by the next. While the disk is nearly
 * full, or the folder to poll cannot be listed, no poll begins.
 */
public final class PollOutcomes extends EventNotifierSupport implements PollingConsumerPollStrategy, ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PollOutcomes.class);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss VV", Locale.ROOT);

    private final Connections connections;
    private final Agenda agenda;
    private final FreeSpace space;
    private final Clock clock;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Set<Consumer> leftOff = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, Integer> inARow = new ConcurrentHashMap<>();

    PollOutcomes(Connections connections, Agenda agenda, FreeSpace space, Clock clock) {
        this.connections = connections;
        this.agenda = agenda;
        this.space = space;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        failures.remove(route(consumer));
        begun.put(route(consumer), System.nanoTime());
        folder(endpoint).ifPresent(PolledFolder::beginPoll);
        if (leftOff.remove(consumer)) {
            endBatch(consumer, null);
        }
        Optional<String> obstacle = space.shortage().or(() -> PolledFolder.obstacle(endpoint));
        obstacle.ifPresent(message -> failed(route(consumer), message));
        return obstacle.isEmpty();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        String route = route(consumer);
        connections.pollTook(route, took(route));
        String failure = failures.remove(route);
        if (failure != null) {
            failed(route, failure);
            return;
        }
        inARow.remove(route);
        boolean left = folder(endpoint).map(PolledFolder::leftBehind).orElse(false);
        connections.pollSucceeded(route, polledMessages == 0 && !left);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (isAnothersTurn(cause)) {
            LOG.warn("connection {} is polled by another node: {}", route(consumer), cause.getMessage());
            return false;
        }
        connections.pollTook(route(consumer), took(route(consumer)));
        failed(route(consumer), server(endpoint) + message(cause));
        return false;
    }

    /** A failed poll as a whole comes by {@link #rollback}. */
    @Override
    public void handleException(Throwable cause) {}

    @Override
    public void handleException(String message, Throwable cause) {}

    /** A file could not be fetched, or not be moved aside after it was taken. */
    @Override
    public void handleException(String message, Exchange exchange, Throwable cause) {
        String route = exchange == null ? null : exchange.getFromRouteId();
        if (route != null && !isAnothersTurn(cause)) {
            failures.putIfAbsent(route, message(cause));
        }
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailedEvent failed && failed.getExchange().getFromRouteId() != null) {
            String route = failed.getExchange().getFromRouteId();
            if (isAnothersTurn(failed.getCause())) {
                Consumer consumer =
                        failed.getExchange().getContext().getRoute(route).getConsumer();
                leftOff.add(consumer);
                endBatch(consumer, ShutdownRunningTask.CompleteCurrentTaskOnly);
            } else {
                failures.put(route, message(failed.getCause()));
            }
        }
    }

    /** Whether a poll under way ends after its current file; null: it does not. */
    private static void endBatch(Consumer consumer, ShutdownRunningTask after) {
        if (consumer instanceof ShutdownAware batch) {
            batch.deferShutdown(after);
        }
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeFailedEvent;
    }

    /** This node was paused past its lease; how the poll fares is told by the one that has it now. */
    private static boolean isAnothersTurn(Throwable cause) {
        return RootCause.of(cause) instanceof LeaseLost;
    }

    private void failed(String route, String message) {
        int failures = inARow.merge(route, 1, Integer::sum);
        Instant retry = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(GrowingPause.after(failures));
        ZonedDateTime next = agenda.retryAt(route, retry);
        connections.pollFailed(route, message, next.toInstant());
        LOG.warn(
                "connection {} failed {}, next attempt at {}: {}",
                route,
                failures == 1 ? "once" : failures + " times in a row",
                MOMENT.format(next),
                message);
    }

    /** In milliseconds, since the poll began. */
    private long took(String route) {
        Long since = begun.remove(route);
        return since == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static Optional<PolledFolder> folder(Endpoint endpoint) {
        return endpoint instanceof GenericFileEndpoint<?> files
                        && files.getProcessStrategy() instanceof PolledFolder folder
                ? Optional.of(folder)
                : Optional.empty();
    }

    /** The server, which "Connection refused" alone does not name. */
    private static String server(Endpoint endpoint) {
        return endpoint instanceof RemoteFileEndpoint<?> remote
                ? remote.getConfiguration().getHost() + ":"
                        + remote.getConfiguration().getPort() + ": "
                : "";
    }

    /** The innermost reason, on one line: what a person can act on. */
    private static String message(Throwable cause) {
        return RootCause.told(cause, 500);
    }

    private static String route(Consumer consumer) {
        return ((DefaultConsumer) consumer).getRouteId();
    }
}
