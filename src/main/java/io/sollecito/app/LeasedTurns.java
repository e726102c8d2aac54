package io.sollecito.app;

import io.sollecito.ledger.database.Lease;
import io.sollecito.ledger.database.LeaseLost;
import io.sollecito.ledger.database.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns by leases in the ledger, renewed while the work runs and given up after it. The work of a node that died is done
 * by another once its lease has ended; what a paused node still tries to write is refused.
 */
final class LeasedTurns implements Turns, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedTurns.class);

    private final Leases leases;
    private final Duration length;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-leases");
        thread.setDaemon(true);
        return thread;
    });

    /** @param length after which the work of a node that died is another's */
    LeasedTurns(Leases leases, Duration length) {
        this.leases = leases;
        this.length = length;
    }

    @Override
    public boolean take(String name, Instant appointed, Runnable work) {
        Optional<Lease> acquired = leases.acquire(name, appointed, length);
        if (acquired.isEmpty()) {
            return leases.isDone(name, appointed);
        }
        Lease lease = acquired.get();
        held.add(lease);
        ScheduledFuture<?> renewing = renewer.scheduleAtFixedRate(
                () -> renew(lease), length.toMillis() / 3, length.toMillis() / 3, TimeUnit.MILLISECONDS);
        try {
            leases.fenced(lease, work);
            held.remove(lease);
            return leases.finish(lease, appointed) || leases.isDone(name, appointed);
        } catch (LeaseLost lost) {
            LOG.warn("{}", lost.getMessage());
            return leases.isDone(name, appointed);
        } finally {
            renewing.cancel(false);
            held.remove(lease);
            leases.release(lease);
        }
    }

    @Override
    public Optional<Instant> doneThrough(String name) {
        return leases.doneThrough(name);
    }

    /** Gives up what is still held: the other nodes need not wait. */
    @Override
    public void close() {
        renewer.shutdownNow();
        held.forEach(leases::release);
    }

    /** Who lost it is not interrupted: that would break a send, or the session of a poller, in its middle. */
    private void renew(Lease lease) {
        try {
            if (!leases.renew(lease, length) && held.remove(lease)) {
                LOG.warn("the lease {} was lost to another node", lease.name());
            }
        } catch (RuntimeException failed) {
            LOG.warn("the lease {} could not be renewed: {}", lease.name(), failed.toString());
        }
    }
}
