package io.sollecito.app;

import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.email.DailyDigest;
import io.sollecito.delivery.handover.DossierRun;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.delivery.print.PrintWatch;
import io.sollecito.delivery.print.RecallRun;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.journal.SealWatch;
import io.sollecito.ledger.outbox.DigestMails;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.ledger.tasks.TaskResults;
import io.sollecito.reminders.DailyPlanning;
import io.sollecito.reminders.PlanningRun;
import io.sollecito.reminders.ThanksRun;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hub does by itself, and when. */
@Configuration
class AppointmentBeans {

    private static final String EVERY_MINUTE = "0 * * * * *";
    private static final String EVERY_TEN_MINUTES = "0 */10 * * * *";

    @Bean
    DailyPlanning dailyPlanning(
            PlanningRun run,
            PlanningRuns runs,
            Connections connections,
            ThanksRun thanks,
            HubSettings settings,
            Clock clock) {
        return new DailyPlanning(
                run, runs, connections, thanks, settings.times().planningDeadline(), clock);
    }

    @Bean
    DailyDigest dailyDigest(Database database, Connections connections, Journal journal, Outlet outlet, Clock clock) {
        return new DailyDigest(
                new Digests(database, connections, clock), new DigestMails(database, journal), outlet, clock);
    }

    @Bean
    SealWatch sealWatch(Database database, Alarms alarms, Clock clock) {
        return new SealWatch(database, alarms, clock);
    }

    @Bean
    LateRoutes lateRoutes(CamelContext camel) {
        return new LateRoutes(camel);
    }

    @Bean
    TaskResults taskResults(Database database, Journal journal, Clock clock) {
        return new TaskResults(database, journal, clock);
    }

    @Bean
    Duties planningAndDigests(Creditors creditors, HubSettings settings, DailyPlanning planning, DailyDigest digest) {
        HubSettings.Times times = settings.times();
        return agenda -> creditors.all().forEach(creditor -> {
            String code = creditor.code();
            agenda.add("planning " + code, times.planning(), creditor.zone(), () -> planning.attempt(creditor));
            agenda.add("digest " + code, times.digest(), creditor.zone(), () -> digest.send(creditor));
        });
    }

    @Bean
    Duties letters(
            Creditors creditors,
            HubSettings settings,
            PrintRun print,
            RecallRun recall,
            PrintWatch watch,
            Clock clock) {
        HubSettings.Times times = settings.times();
        return agenda -> creditors.all().forEach(creditor -> {
            String code = creditor.code();
            agenda.add("print " + code, times.print(), creditor.zone(), () -> print.run(creditor, clock.instant()));
            agenda.add(
                    "recall " + code, times.dispatch(), creditor.zone(), () -> recall.run(creditor, clock.instant()));
            agenda.add("watch " + code, times.watch(), creditor.zone(), () -> watch.run(creditor, clock.instant()));
        });
    }

    @Bean
    Duties tasksAndDossiers(Creditors creditors, HubSettings settings, TaskResults tasks, DossierRun dossiers) {
        HubSettings.Times times = settings.times();
        return agenda -> creditors.all().forEach(creditor -> {
            String code = creditor.code();
            agenda.add("tasks " + code, times.watch(), creditor.zone(), () -> tasks.closeSettled(code));
            agenda.add("dossiers " + code, times.dispatch(), creditor.zone(), () -> dossiers.run(creditor));
        });
    }

    @Bean
    Duties dispatching(HubSettings settings, Dispatcher dispatcher, LateRoutes lateRoutes, SmsReports reports) {
        HubSettings.Times times = settings.times();
        return agenda -> {
            agenda.addForEveryNode("dispatch", times.dispatch(), ZoneOffset.UTC, dispatcher::dispatchDue);
            agenda.addForEveryNode("late routes", EVERY_MINUTE, ZoneOffset.UTC, lateRoutes::start);
            agenda.add("sms reports", times.dispatch(), ZoneOffset.UTC, reports::settleOpen);
        };
    }

    @Bean
    Duties sealing(HubSettings settings, Journal journal, SealWatch watch) {
        return agenda -> {
            agenda.add("seal", settings.times().seal(), ZoneOffset.UTC, journal::seal);
            agenda.addForEveryNode("seal watch", EVERY_TEN_MINUTES, ZoneOffset.UTC, watch::look);
        };
    }

    @Bean
    Appointments appointments(Agenda agenda, List<Duties> duties, Dispatcher dispatcher, HubSettings settings) {
        return new Appointments(agenda, duties, dispatcher, settings.heartbeat());
    }
}
