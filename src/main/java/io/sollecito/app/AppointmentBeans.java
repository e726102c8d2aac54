package io.sollecito.app;

import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.email.DailyDigest;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.delivery.print.PrintWatch;
import io.sollecito.delivery.print.RecallRun;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.reminders.DailyPlanning;
import io.sollecito.reminders.PlanningRun;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hub does by itself, and when. */
@Configuration
class AppointmentBeans {

    @Bean
    DailyPlanning dailyPlanning(
            PlanningRun run, PlanningRuns runs, Connections connections, HubSettings settings, Clock clock) {
        return new DailyPlanning(run, runs, connections, settings.times().planningDeadline(), clock);
    }

    @Bean
    DailyDigest dailyDigest(Database database, Connections connections, Outlet outlet, Clock clock) {
        return new DailyDigest(new Digests(database, connections, clock), outlet, clock);
    }

    @Bean
    LateRoutes lateRoutes(CamelContext camel) {
        return new LateRoutes(camel);
    }

    @Bean
    Appointments appointments(
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
            DailyDigest digest,
            Journal journal,
            Clock clock) {
        return new Appointments(
                agenda,
                settings,
                creditors,
                planning,
                dispatcher,
                print,
                reports,
                lateRoutes,
                recall,
                watch,
                digest,
                journal,
                clock);
    }
}
