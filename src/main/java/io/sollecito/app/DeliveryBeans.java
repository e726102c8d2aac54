package io.sollecito.app;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.Patience;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.email.RehearsalOutlet;
import io.sollecito.delivery.email.ReturnPaths;
import io.sollecito.delivery.handover.DossierRun;
import io.sollecito.delivery.mailbox.Mailbox;
import io.sollecito.delivery.mailbox.MailboxAdapter;
import io.sollecito.delivery.print.Evidence;
import io.sollecito.delivery.print.PrintAnswersAdapter;
import io.sollecito.delivery.print.PrintHouseAnswers;
import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.delivery.print.PrintRun;
import io.sollecito.delivery.print.PrintWatch;
import io.sollecito.delivery.print.RecallRun;
import io.sollecito.delivery.print.bill.BillIntake;
import io.sollecito.delivery.sms.SmsChannel;
import io.sollecito.delivery.sms.SmsReceiptsAdapter;
import io.sollecito.delivery.task.HandoverChannel;
import io.sollecito.delivery.task.TaskChannel;
import io.sollecito.delivery.webhook.WebhookChannel;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.bills.BillComparison;
import io.sollecito.ledger.bills.Bills;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.dossiers.Dossiers;
import io.sollecito.ledger.items.Items;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.mailbox.BounceKey;
import io.sollecito.ledger.mailbox.IncomingMails;
import io.sollecito.ledger.outbox.Bounces;
import io.sollecito.ledger.outbox.DailyLimits;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.EvidenceFiles;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.LetterReports;
import io.sollecito.ledger.outbox.LetterSettlement;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.ledger.outbox.PrintSilence;
import io.sollecito.ledger.outbox.Recalls;
import io.sollecito.ledger.outbox.Receipts;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.outbox.SmsParts;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.outbox.SmsSettlement;
import io.sollecito.ledger.reminders.DeceasedDebtors;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.stories.Stories;
import io.sollecito.reminders.message.Composer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that leaves the hub. */
@Configuration
class DeliveryBeans {

    /** More than connections to a mail server: while some send, others ask the ledger, together. */
    private static final int AT_A_TIME = 32;

    private static final int CLAIMED_AT_A_TIME = 200;

    @Bean
    Outlet outlet(ProducerTemplate template, HubSettings settings) {
        Outlet outlet = new OutletAdapter(template);
        return settings.delivery().isRehearsal()
                ? new RehearsalOutlet(outlet, settings.delivery().allMailTo())
                : outlet;
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
            Fallbacks fallbacks,
            DispatchContents contents,
            Composing composing,
            Outlet outlet,
            ReturnPaths returnPaths,
            HubSettings settings) {
        List<Channel> channels = new ArrayList<>(List.of(
                new EmailChannel(composing, outlet, clock, readingReplies(settings), returnPaths),
                new TaskChannel(composing),
                new HandoverChannel()));
        if (!settings.delivery().isRehearsal()) {
            Patience patience = new Patience(pause -> Thread.sleep(pause.toMillis()));
            channels.add(new SmsChannel(composing, outlet, new SmsParts(database, clock), patience));
            channels.add(new WebhookChannel(composing, outlet, clock, patience));
        }
        return new Dispatcher(
                outbox(
                        database,
                        clock,
                        journal,
                        connections,
                        creditors,
                        SendPolicy.DEFAULT,
                        fallbacks,
                        perDay(settings)),
                new OutboxRecovery(database, clock, journal, creditors.byCode()),
                contents,
                List.copyOf(creditors.all()),
                channels,
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
            Fallbacks fallbacks,
            DispatchContents contents,
            Composing composing,
            Outlet outlet,
            HubSettings settings) {
        return new PrintRun(
                outbox(database, clock, journal, connections, creditors, SendPolicy.PRINT, fallbacks, Map.of()),
                contents,
                new LetterBatches(database, clock, journal),
                composing,
                outlet,
                settings.delivery().isRehearsal() ? Map.of() : PrintProfiles.load(settings.print()),
                Node.NAME);
    }

    @Bean
    Alarms alarms(Database database, Clock clock, Journal journal) {
        return new Alarms(database, clock, journal);
    }

    @Bean
    DossierRun dossierRun(
            Database database,
            Journal journal,
            Clock clock,
            DispatchContents contents,
            Composer composer,
            Alarms alarms,
            HubSettings settings) {
        return new DossierRun(
                new Dossiers(database, journal, clock),
                contents,
                new Items(database),
                Stories.in(database),
                composer::accountStatement,
                alarms,
                settings.data());
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
            Fallbacks fallbacks,
            Holds holds,
            Alarms alarms,
            HubSettings settings) {
        BillIntake bills = new BillIntake(
                new Bills(database, journal, clock),
                new BillComparison(database, clock),
                alarms,
                PrintProfiles.bills(settings.print()));
        LetterReports reports = new LetterReports(
                database,
                new LetterSettlement(
                        database, clock, journal, creditors.byCode(), fallbacks, new DeceasedDebtors(holds)));
        return new PrintAnswersAdapter(
                new PrintHouseAnswers(new LetterBatches(database, clock, journal), reports, alarms, clock),
                new Evidence(new EvidenceFiles(database, clock), settings.data()),
                bills,
                creditors.byCode());
    }

    @Bean
    SmsReports smsReports(Database database, Clock clock, Journal journal, Creditors creditors, Fallbacks fallbacks) {
        return new SmsReports(
                database, clock, new SmsSettlement(database, clock, journal, creditors.byCode(), fallbacks));
    }

    @Bean
    SmsReceiptsAdapter smsReceiptsAdapter(SmsReports reports, Alarms alarms) {
        return new SmsReceiptsAdapter(reports, alarms);
    }

    private static Outbox outbox(
            Database database,
            Clock clock,
            Journal journal,
            Connections connections,
            Creditors creditors,
            SendPolicy policy,
            Fallbacks fallbacks,
            Map<String, Integer> emailsPerDay) {
        return new Outbox(
                database,
                clock,
                journal,
                connections,
                creditors.byCode(),
                policy,
                fallbacks,
                new DailyLimits(database, emailsPerDay));
    }

    /** In a rehearsal what comes back is not about the recipients that the ledger knows. */
    @Bean
    ReturnPaths returnPaths(Database database, HubSettings settings) {
        Map<String, String> addresses = new LinkedHashMap<>();
        settings.mail().forEach((creditor, mail) -> {
            if (!mail.bouncesTo().isBlank() && !settings.delivery().isRehearsal()) {
                addresses.put(creditor, mail.bouncesTo());
            }
        });
        return addresses.isEmpty() ? ReturnPaths.NONE : new ReturnPaths(BounceKey.of(database), addresses);
    }

    @Bean
    MailboxAdapter mailboxAdapter(
            Database database,
            Clock clock,
            Journal journal,
            Creditors creditors,
            Fallbacks fallbacks,
            ReturnPaths returnPaths) {
        Bounces bounces = new Bounces(
                database,
                clock,
                journal,
                creditors.byCode(),
                new SuspendedAddresses(database, journal, clock),
                SendPolicy.DEFAULT,
                fallbacks);
        IncomingMails mails = new IncomingMails(
                database, clock, journal, bounces, new Receipts(database), new Holds(database, journal, clock));
        return new MailboxAdapter(new Mailbox(mails, creditors.byCode(), returnPaths));
    }

    private static Map<String, Integer> perDay(HubSettings settings) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        settings.mail().forEach((creditor, mail) -> {
            if (mail.recipientsPerDay() > 0) {
                limits.put(creditor, mail.recipientsPerDay());
            }
        });
        return limits;
    }

    private static Set<String> readingReplies(HubSettings settings) {
        return settings.mail().entrySet().stream()
                .filter(mail -> mail.getValue().readsReplies())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
