package io.sollecito.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.database.Leases;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.util.unit.DataSize;

/**
 * A whole node of ACME-IT without Spring: the shipped routes, the hub's own appointments and everything between them, on a
 * clock that others share. It says {@code ready} and works until it is killed.
 */
public final class MonthNode {

    /** After so long without a sign of life, what a node was at is done by another. */
    public static final Duration LEASE = Duration.ofSeconds(3);

    private static final String ACME = "ACME-IT";

    private static final String PLAN = """
            plan: standard
            minimum: {EUR: 10.00}
            interval: 7d
            calendar: {country: IT, weekdays: [MON, TUE, WED, THU, FRI], window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: courtesy, when: 5d before due, by: [email], template: courtesy}
              - {name: first, when: 3d after due, by: [email, letter], template: first-reminder}
              - {name: second, when: 12d after due, by: [letter], template: second-reminder}
              - {name: third, when: 20d after due, by: [email], template: second-reminder}
            """;

    private MonthNode() {}

    /** Arguments: the ledger's URL, the clock's file, the SMTP port, the SFTP port and known hosts, a working folder. */
    public static void main(String[] arguments) throws Exception {
        HubSettings settings = settings(arguments[0], Path.of(arguments[5]));
        Database database = Database.open(pool(settings.ledger()));
        SharedClock clock = SharedClock.of(Path.of(arguments[1]));
        LeasedTurns turns = new LeasedTurns(new Leases(database, Node.NAME), settings.lease());
        Agenda agenda = new Agenda(clock, turns);
        Creditors creditors = acme(settings);
        Connections connections = new Connections(database, clock);
        Journal journal = new Journal(database, clock);
        DefaultCamelContext camel = new DefaultCamelContext();
        PlanningBeans planning = new PlanningBeans();
        Plans plans = new Plans(List.of(PlanLoader.parse("plan.yaml", PLAN)));
        Fallbacks fallbacks = planning.fallbacks(database, journal, clock, plans);
        Holds holds = planning.holds(database, journal, clock);
        receiving(camel, database, clock, settings, agenda, creditors, connections, journal, fallbacks, holds);
        Appointments appointments = appointments(
                database, clock, settings, agenda, creditors, connections, journal, fallbacks, holds, plans, camel);
        routes(camel, arguments);
        camel.start();
        appointments.start();
        System.out.println("ready");
        work(agenda);
    }

    private static void work(Agenda agenda) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(8);
        while (true) {
            agenda.tick(workers);
            Thread.sleep(10);
        }
    }

    private static HubSettings settings(String ledger, Path work) {
        return new HubSettings(
                Path.of("routes"),
                Path.of("mappings"),
                Path.of("reminders"),
                Path.of("config/creditors"),
                work.resolve("data"),
                work.resolve("files"),
                work.resolve("endpoint.json"),
                DataSize.ofMegabytes(1),
                new HubSettings.Source(ledger, "postgres", "postgres"),
                Map.of(),
                Path.of("config/print"),
                Map.of(),
                new HubSettings.Times(
                        "0 */5 7-12 * * MON-FRI",
                        LocalTime.of(9, 30),
                        "0 * * * * *",
                        "0 0 15 * * MON-FRI",
                        "0 30 8-18 * * MON-FRI",
                        "0 0 17 * * MON-FRI",
                        "30 * * * * *"),
                LEASE,
                new HubSettings.Delivery(null),
                false);
    }

    /** As in production, but for how long a paused node may keep what it had locked. */
    private static HikariDataSource pool(HubSettings.Source ledger) {
        HikariConfig pool = LedgerBeans.pool("ledger", ledger);
        pool.setMaximumPoolSize(8);
        pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '15s'");
        return new HikariDataSource(pool);
    }

    private static Creditors acme(HubSettings settings) {
        return new Creditors(Map.of(
                ACME,
                CreditorFiles.load(settings.creditors()).stream()
                        .filter(creditor -> creditor.code().equals(ACME))
                        .findFirst()
                        .orElseThrow()));
    }

    private static void receiving(
            DefaultCamelContext camel,
            Database database,
            Clock clock,
            HubSettings settings,
            Agenda agenda,
            Creditors creditors,
            Connections connections,
            Journal journal,
            Fallbacks fallbacks,
            Holds holds) {
        PollingBeans polling = new PollingBeans();
        IntakeBeans intake = new IntakeBeans();
        DeliveryBeans delivery = new DeliveryBeans();
        PollOutcomes outcomes = polling.pollOutcomes(connections, agenda, settings, clock);
        camel.getManagementStrategy().addEventNotifier(outcomes);
        camel.getRegistry()
                .bindAsPrototype(
                        "hubScheduler", HubScheduler.class, () -> polling.hubScheduler(agenda, connections, creditors));
        camel.getRegistry().bind("pollOutcomes", outcomes);
        camel.getRegistry().bind("remoteNames", polling.remoteNames());
        Exports exports = intake.exports(database, connections, journal, clock);
        camel.getRegistry()
                .bind(
                        "intakeAdapter",
                        intake.intakeAdapter(
                                intake.intake(exports, intake.quarantine(database, exports, journal, clock), settings),
                                connections,
                                settings,
                                creditors,
                                clock));
        camel.getRegistry()
                .bind(
                        "statementAdapter",
                        intake.statementAdapter(intake.statementIntake(database, settings, clock), creditors));
        Alarms alarms = delivery.alarms(database, clock, journal);
        camel.getRegistry()
                .bind(
                        "printAnswersAdapter",
                        delivery.printAnswersAdapter(
                                database, clock, journal, creditors, fallbacks, holds, alarms, settings));
    }

    private static Appointments appointments(
            Database database,
            Clock clock,
            HubSettings settings,
            Agenda agenda,
            Creditors creditors,
            Connections connections,
            Journal journal,
            Fallbacks fallbacks,
            Holds holds,
            Plans plans,
            CamelContext camel) {
        PlanningBeans planning = new PlanningBeans();
        DeliveryBeans delivery = new DeliveryBeans();
        AppointmentBeans times = new AppointmentBeans();
        Outlet outlet = delivery.outlet(camel.createProducerTemplate(), settings);
        ComposedReminders words = new ComposedReminders(planning.composer(settings));
        DispatchContents contents = delivery.dispatchContents(database);
        PlanningRuns runs = planning.planningRuns(database, clock);
        Dispatcher dispatcher = delivery.dispatcher(
                database, clock, journal, connections, creditors, fallbacks, contents, words, outlet, settings);
        return times.appointments(
                agenda,
                settings,
                creditors,
                times.dailyPlanning(
                        planning.planningRun(
                                database,
                                planning.plannedReminders(database, journal, clock),
                                runs,
                                holds,
                                connections,
                                journal,
                                plans,
                                clock),
                        runs,
                        connections,
                        settings,
                        clock),
                dispatcher,
                delivery.printRun(
                        database, clock, journal, connections, creditors, fallbacks, contents, words, outlet, settings),
                delivery.recallRun(delivery.recalls(database, clock, journal, creditors), outlet),
                delivery.printWatch(database, delivery.alarms(database, clock, journal), settings),
                times.dailyDigest(database, connections, outlet, clock),
                journal,
                clock);
    }

    private static void routes(CamelContext camel, String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.setProperty(
                "sollecito.work", Path.of(arguments[5]).resolve("files").toString());
        properties.setProperty("sftp.settle", "1");
        properties.setProperty("acme.mail.host", "127.0.0.1");
        properties.setProperty("acme.mail.port", arguments[2]);
        properties.setProperty("acme.mail.start-tls", "false");
        for (String server : List.of("sap", "bank", "print")) {
            String prefix = "acme." + server + ".";
            properties.setProperty(prefix + "host", "127.0.0.1");
            properties.setProperty(prefix + "port", arguments[3]);
            properties.setProperty(prefix + "user", SftpWorld.USER);
            properties.setProperty(prefix + "password", SftpWorld.PASSWORD);
            properties.setProperty(prefix + "known-hosts", arguments[4]);
        }
        camel.getPropertiesComponent().setInitialProperties(properties);
        for (String template : List.of("erp-sftp", "bank-sftp", "email-smtp", "print-sftp", "print-answers-sftp")) {
            load(camel, "templates/" + template, Map.of());
        }
        load(camel, "erp-acme-sap", Map.of());
        // Statements come at any time of the day.
        load(camel, "bank-acme", Map.of("0 45 6 * * MON-FRI", "0 */5 7-18 * * MON-FRI"));
        for (String route : List.of("mail-acme", "print-acme", "print-answers-acme")) {
            load(camel, route, Map.of());
        }
    }

    /** As shipped, but for what is replaced. */
    private static void load(CamelContext camel, String name, Map<String, String> replaced) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name + ".yaml", text(name, replaced)));
    }

    private static String text(String name, Map<String, String> replaced) throws IOException {
        String text = Files.readString(Path.of("routes", name + ".camel.yaml"));
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            if (!text.contains(each.getKey())) {
                throw new IllegalStateException(name + " does not say " + each.getKey());
            }
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }
}
