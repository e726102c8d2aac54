package io.sollecito.app;

import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.email.DailyDigest;
import io.sollecito.delivery.handover.DossierRun;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.delivery.print.PrintWatch;
import io.sollecito.delivery.print.RecallRun;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.tasks.TaskResults;
import io.sollecito.ledger.journal.SealWatch;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.DailyPlanning;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Puts the hub's own work on the agenda and, in production, ticks it every second. Starts after the routes. */
final class Appointments implements SmartLifecycle, AutoCloseable {

    private static final String SEAL_WATCH = "0 */10 * * * *";

    private final Agenda agenda;
    private final HubSettings settings;
    private final Creditors creditors;
    private final DailyPlanning planning;
    private final Dispatcher dispatcher;
    private final PrintRun print;
    private final SmsReports reports;
    private final LateRoutes lateRoutes;
    private final RecallRun recall;
    private final PrintWatch watch;
    private final TaskResults tasks;
    private final DossierRun dossiers;
    private final DailyDigest digest;
    private final Journal journal;
    private final SealWatch sealWatch;
    private final Clock clock;

    private ScheduledExecutorService heartbeat;
    private ExecutorService workers;
    private volatile boolean running;

    Appointments(
            Agenda agenda,
            HubSettings settings,
            Creditors creditors,
            DailyPlanning planning,
            Dispatcher dispatcher,
            PrintRun print,
            SmsReports reports,
            LateRoutes lateRoutes,
            RecallRun recall,
            PrintWatch watch,
            TaskResults tasks,
            DossierRun dossiers,
            DailyDigest digest,
            Journal journal,
            SealWatch sealWatch,
            Clock clock) {
        this.agenda = agenda;
        this.settings = settings;
        this.creditors = creditors;
        this.planning = planning;
        this.dispatcher = dispatcher;
        this.print = print;
        this.reports = reports;
        this.lateRoutes = lateRoutes;
        this.recall = recall;
        this.watch = watch;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.digest = digest;
        this.journal = journal;
        this.sealWatch = sealWatch;
        this.clock = clock;
    }

    @Override
    public void start() {
        HubSettings.Times times = settings.times();
        for (Creditor creditor : creditors.all()) {
            String code = creditor.code();
            agenda.add("planning " + code, times.planning(), creditor.zone(), () -> planning.attempt(creditor));
            agenda.add("print " + code, times.print(), creditor.zone(), () -> print.run(creditor, clock.instant()));
            agenda.add(
                    "recall " + code, times.dispatch(), creditor.zone(), () -> recall.run(creditor, clock.instant()));
            agenda.add("watch " + code, times.watch(), creditor.zone(), () -> watch.run(creditor, clock.instant()));
            agenda.add("dossiers " + code, times.dispatch(), creditor.zone(), () -> dossiers.run(creditor));
            agenda.add("tasks " + code, times.watch(), creditor.zone(), () -> tasks.closeSettled(code));
            agenda.add("digest " + code, times.digest(), creditor.zone(), () -> digest.send(creditor));
        }
        agenda.addForEveryNode("dispatch", times.dispatch(), ZoneOffset.UTC, dispatcher::dispatchDue);
        agenda.addForEveryNode("late routes", "0 * * * * *", ZoneOffset.UTC, lateRoutes::start);
        agenda.add("sms reports", times.dispatch(), ZoneOffset.UTC, reports::settleOpen);
        agenda.add("seal", times.seal(), ZoneOffset.UTC, journal::seal);
        agenda.addForEveryNode("seal watch", SEAL_WATCH, ZoneOffset.UTC, sealWatch::look);
        if (settings.heartbeat()) {
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
