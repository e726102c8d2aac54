package io.sollecito.app;

import io.sollecito.delivery.Composing;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.print.PrintAnswersAdapter;
import io.sollecito.delivery.print.PrintHouseAnswers;
import io.sollecito.delivery.print.PrintProfile;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.delivery.print.RecallRun;
import io.sollecito.delivery.sms.SmsChannel;
import io.sollecito.delivery.task.HandoverChannel;
import io.sollecito.delivery.task.TaskChannel;
import io.sollecito.ledger.Connections;
import io.sollecito.ledger.Database;
import io.sollecito.ledger.DispatchContents;
import io.sollecito.ledger.Journal;
import io.sollecito.ledger.LetterBatches;
import io.sollecito.ledger.Outbox;
import io.sollecito.ledger.OutboxRecovery;
import io.sollecito.ledger.PlannedReminders;
import io.sollecito.ledger.Recalls;
import io.sollecito.ledger.Receipts;
import io.sollecito.ledger.SendPolicy;
import io.sollecito.ledger.SmsParts;
import io.sollecito.reminders.message.AddressZone;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that leaves the hub. */
@Configuration
class DeliveryBeans {

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
                Node.NAME,
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
                profiles(settings),
                Node.NAME);
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
            Database database, Clock clock, Journal journal, Creditors creditors, Recalls recalls) {
        return new PrintAnswersAdapter(new PrintHouseAnswers(
                new LetterBatches(database, clock, journal),
                new OutboxRecovery(database, clock, journal, creditors.byCode()),
                new Receipts(database),
                recalls));
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

    private static Map<String, PrintProfile> profiles(HubSettings settings) {
        Map<String, PrintProfile> profiles = new LinkedHashMap<>();
        settings.print().forEach((creditor, print) -> profiles.put(creditor, profile(creditor, print)));
        return profiles;
    }

    private static PrintProfile profile(String creditor, HubSettings.Print print) {
        AddressZone zone = AddressZone.named(print.window())
                .orElseThrow(() -> new IllegalArgumentException(
                        "sollecito.print." + creditor + ".window: no window is called " + print.window()));
        return new PrintProfile(
                print.sender() == null ? creditor : print.sender(),
                zone,
                print.cutOff(),
                print.test(),
                print.colour(),
                print.duplex(),
                print.envelope(),
                print.archiveYears(),
                print.costCentre());
    }
}
