package io.sollecito.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A whole node of ACME-IT without Spring Boot: the shipped routes, the hub's own appointments and everything between them, on a
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
        SharedClock clock = SharedClock.of(Path.of(arguments[1]));
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(HubSettings.class, () -> settings);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean("ledgerSource", HikariDataSource.class, () -> pool(settings.ledger()));
        beans.registerBean("creditors", Creditors.class, () -> acme(settings));
        beans.registerBean("plans", Plans.class, () -> new Plans(List.of(PlanLoader.parse("plan.yaml", PLAN))));
        beans.registerBean(
                CamelContext.class,
                () -> new DefaultCamelContext(new DefaultRegistry(new ApplicationContextBeanRepository(beans))));
        beans.registerBean(
                ProducerTemplate.class, () -> beans.getBean(CamelContext.class).createProducerTemplate());
        beans.register(
                LedgerBeans.class,
                PollingBeans.class,
                IntakeBeans.class,
                PlanningBeans.class,
                DeliveryBeans.class,
                AppointmentBeans.class);
        beans.refresh();
        CamelContext camel = beans.getBean(CamelContext.class);
        camel.getManagementStrategy().addEventNotifier(beans.getBean(PollOutcomes.class));
        routes(camel, arguments);
        camel.start();
        System.out.println("ready");
        work(beans.getBean(Agenda.class));
    }

    private static void work(Agenda agenda) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(8);
        while (true) {
            agenda.tick(workers);
            Thread.sleep(10);
        }
    }

    private static HubSettings settings(String ledger, Path work) {
        Map<String, String> given = Map.of(
                "sollecito.data",
                work.resolve("data").toString(),
                "sollecito.work",
                work.resolve("files").toString(),
                "sollecito.reserve",
                "1MB",
                "sollecito.ledger.url",
                ledger,
                "sollecito.ledger.user",
                "postgres",
                "sollecito.ledger.password",
                "postgres",
                "sollecito.lease",
                LEASE.toString(),
                "sollecito.heartbeat",
                "false");
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("sollecito", HubSettings.class);
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
