package io.sollecito.app;

import io.sollecito.delivery.Dispatcher;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Puts the hub's own work on the agenda and, in production, ticks it every second. Starts after the routes. */
final class Appointments implements SmartLifecycle, AutoCloseable {

    private final Agenda agenda;
    private final List<Duties> duties;
    private final Dispatcher dispatcher;
    private final boolean ticks;

    private ScheduledExecutorService heartbeat;
    private ExecutorService workers;
    private volatile boolean running;

    /** @param ticks false: whoever embeds the hub ticks the agenda */
    Appointments(Agenda agenda, List<Duties> duties, Dispatcher dispatcher, boolean ticks) {
        this.agenda = agenda;
        this.duties = duties;
        this.dispatcher = dispatcher;
        this.ticks = ticks;
    }

    @Override
    public void start() {
        duties.forEach(some -> some.enter(agenda));
        if (ticks) {
            workers = Executors.newFixedThreadPool(8, task -> thread(task, "hub-work"));
            heartbeat = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "hub-heartbeat"));
            heartbeat.scheduleAtFixedRate(() -> agenda.tick(workers), 1, 1, TimeUnit.SECONDS);
        }
        running = true;
    }

    /** Begins nothing new and waits for what is under way, the sends above all. */
    @Override
    public void stop() {
        running = false;
        dispatcher.claimNoMore();
        if (heartbeat != null) {
            heartbeat.shutdown();
            workers.shutdown();
            try {
                workers.awaitTermination(30, TimeUnit.SECONDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether or not the whole hub had started. */
    @Override
    public void close() {
        if (running) {
            stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After Camel has started, and stopped before it. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(false);
        return thread;
    }
}
