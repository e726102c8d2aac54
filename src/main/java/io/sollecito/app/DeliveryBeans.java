package io.sollecito.app;

import io.sollecito.delivery.Composing;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.print.Evidence;
import io.sollecito.delivery.print.PrintAnswersAdapter;
import io.sollecito.delivery.print.PrintHouseAnswers;
import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.delivery.print.PrintWatch;
import io.sollecito.delivery.print.RecallRun;
import io.sollecito.delivery.sms.SmsChannel;
import io.sollecito.delivery.task.HandoverChannel;
import io.sollecito.delivery.task.TaskChannel;
import io.sollecito.ledger.Alarms;
import io.sollecito.ledger.Connections;
import io.sollecito.ledger.Database;
import io.sollecito.ledger.DispatchContents;
import io.sollecito.ledger.EvidenceFiles;
import io.sollecito.ledger.Journal;
import io.sollecito.ledger.LetterBatches;
import io.sollecito.ledger.LetterReports;
import io.sollecito.ledger.LetterSettlement;
import io.sollecito.ledger.Outbox;
import io.sollecito.ledger.OutboxRecovery;
import io.sollecito.ledger.PlannedReminders;
import io.sollecito.ledger.PrintSilence;
import io.sollecito.ledger.Recalls;
import io.sollecito.ledger.Receipts;
import io.sollecito.ledger.SendPolicy;
import io.sollecito.ledger.SmsParts;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that leaves the hub. */
@Configuration
class DeliveryBeans {

    private static final String NODE = ManagementFactory.getRuntimeMXBean().getName();
    private static final int AT_A_TIME = 4;
    private static final int CLAIMED_AT_A_TIME = 50;

    @Bean
    Outlet outlet(ProducerTemplate template) {
        return new OutletAdapter(template);
    }

    @Bean
    DispatchContents dispatchContents(Database database) {
        return new DispatchContents(database);
    }

    @Bean
    Dispatcher dispatcher(
            Database database,
            Clock clock,
            Journal journal,
            Connections connections,
            Creditors creditors,
            PlannedReminders planned,
            DispatchContents contents,
            Composing composing,
            Outlet outlet) {
        return new Dispatcher(
                outbox(database, clock, journal, connections, creditors, SendPolicy.DEFAULT, planned),
                new OutboxRecovery(database, clock, journal, creditors.byCode()),
                contents,
                List.copyOf(creditors.all()),
                List.of(
                        new EmailChannel(composing, outlet, clock),
                        new SmsChannel(
                                composing,
                                outlet,
                                new SmsParts(database, clock),
                                pause -> Thread.sleep(pause.toMillis())),
                        new TaskChannel(composing),
                        new HandoverChannel()),
                clock,
                NODE,
                AT_A_TIME,
                CLAIMED_AT_A_TIME);
    }

    @Bean
    PrintRun printRun(
            Database database,
            Clock clock,
            Journal journal,
            Connections connections,
            Creditors creditors,
            PlannedReminders planned,
            DispatchContents contents,
            Composing composing,
            Outlet outlet,
            HubSettings settings) {
        return new PrintRun(
                outbox(database, clock, journal, connections, creditors, SendPolicy.PRINT, planned),
                contents,
                new LetterBatches(database, clock, journal),
                composing,
                outlet,
                PrintProfiles.load(settings.print()),
                NODE);
    }

    @Bean
    Alarms alarms(Database database, Clock clock, Journal journal) {
        return new Alarms(database, clock, journal);
    }

    @Bean
    PrintWatch printWatch(Database database, Alarms alarms, HubSettings settings) {
        return new PrintWatch(new PrintSilence(database), alarms, PrintProfiles.load(settings.print()));
    }

    @Bean
    Recalls recalls(Database database, Clock clock, Journal journal, Creditors creditors) {
        return new Recalls(database, clock, journal, new Receipts(database), creditors.byCode());
    }

    @Bean
    RecallRun recallRun(Recalls recalls, Outlet outlet) {
        return new RecallRun(recalls, outlet);
    }

    @Bean
    PrintAnswersAdapter printAnswersAdapter(
            Database database,
            Clock clock,
            Journal journal,
            Creditors creditors,
            PlannedReminders planned,
            Alarms alarms,
            HubSettings settings) {
        LetterReports reports = new LetterReports(
                database, new LetterSettlement(database, clock, journal, creditors.byCode(), planned::fallBack));
        return new PrintAnswersAdapter(
                new PrintHouseAnswers(new LetterBatches(database, clock, journal), reports, alarms, clock),
                new Evidence(new EvidenceFiles(database, clock), settings.data()));
    }

    private static Outbox outbox(
            Database database,
            Clock clock,
            Journal journal,
            Connections connections,
            Creditors creditors,
            SendPolicy policy,
            PlannedReminders planned) {
        return new Outbox(database, clock, journal, connections, creditors.byCode(), policy, planned::fallBack);
    }
}
