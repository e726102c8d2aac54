package io.sollecito.demo;

import io.sollecito.app.Agenda;
import io.sollecito.app.HubApplication;
import io.sollecito.demo.servers.OdooDatabase;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.demo.servers.SmsCentre;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The hub, as it runs in production and from {@code routes/} as shipped, in front of the simulated world. Only the clock is
 * moved by hand: from one appointment of the hub's agenda to the next.
 */
public final class DemoRun implements AutoCloseable {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Map<String, String> MAILBOXES =
            Map.of("acme", "crediti@acme-italia.example", "lumiere", "recouvrement@lumiere-equipements.example");
    private static final LocalTime DAWN = LocalTime.of(5, 0);
    private static final LocalTime DEBTORS_READ = LocalTime.of(16, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private final SimulatedClock clock;
    private final DemoWorld world;
    private final ConfigurableApplicationContext hub;
    private final Agenda agenda;

    private DemoRun(SimulatedClock clock, DemoWorld world, ConfigurableApplicationContext hub) {
        this.clock = clock;
        this.world = world;
        this.hub = hub;
        this.agenda = hub.getBean(Agenda.class);
    }

    /**
     * Starts the servers, the companies and the hub.
     *
     * @param folder where the ledger, the servers' files and what was received lie
     * @param more settings of the hub that replace or complete the demo's, such as {@code sollecito.ledger.url=...}
     */
    public static DemoRun start(Path folder, LocalDate first, long seed, List<String> more) {
        System.setProperty("demo.log", folder.resolve("hub.log").toString());
        SimulatedClock clock =
                new SimulatedClock(first.atTime(LocalTime.of(4, 0)).atZone(ROME).toInstant(), ROME);
        DemoWorld world = DemoWorld.start(folder, clock, seed);
        world.mail().addUser("finanza@acme-italia.example", "demo");
        world.mail().addUser("finance@lumiere-equipements.example", "demo");
        MAILBOXES.values().forEach(mailbox -> world.mail().addUser(mailbox, "demo"));
        world.openOn(first);
        try {
            List<String> settings = new ArrayList<>(DemoHouse.in(folder.resolve("house")));
            settings.addAll(settings(folder, world));
            return new DemoRun(clock, world, started(clock, replaced(settings, more)));
        } catch (RuntimeException failed) {
            world.close();
            throw failed;
        }
    }

    /** Settings where more of them replace or complete some. */
    public static List<String> replaced(List<String> settings, List<String> more) {
        Set<String> given = more.stream().map(DemoRun::name).collect(Collectors.toSet());
        return Stream.concat(settings.stream().filter(setting -> !given.contains(name(setting))), more.stream())
                .toList();
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** The hub as it runs in production, but on that clock; settings are {@code name=value}. */
    public static ConfigurableApplicationContext started(SimulatedClock clock, List<String> settings) {
        return HubApplication.builder()
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock))
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /** Lives through one day: the world's morning, the hub's appointments, the debtors' afternoon, the evening. */
    public Day day(LocalDate day) {
        clock.set(at(day, DAWN));
        DayReport.Morning morning = world.morningOf(day);
        until(at(day, DEBTORS_READ));
        DayReport.Afternoon afternoon = world.afternoonOf(day);
        until(at(day, NIGHT));
        return new Day(day, morning, afternoon);
    }

    /** Business days of the demo: Monday to Friday; holidays are the companies' own. */
    public static List<LocalDate> weeks(LocalDate first, int weeks) {
        return first.datesUntil(first.plusWeeks(weeks))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    /** One simulated day, as the world saw it. */
    public record Day(LocalDate day, DayReport.Morning morning, DayReport.Afternoon afternoon) {}

    public DemoWorld world() {
        return world;
    }

    public Clock clock() {
        return clock;
    }

    public Database ledger() {
        return hub.getBean(Database.class);
    }

    /** What a look through the whole ledger finds; empty when all hold. */
    public List<String> violations() {
        return new LawChecks(ledger(), hub.getBean(Journal.class)).violations();
    }

    public <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    @Override
    public void close() {
        hub.close();
        world.close();
    }

    private void until(Instant end) {
        live(clock, agenda, end);
    }

    /** Moves a hub's clock from appointment to appointment of its agenda up to that moment. */
    public static void live(SimulatedClock clock, Agenda agenda, Instant end) {
        Optional<Instant> next = agenda.next();
        while (next.isPresent() && !next.get().isAfter(end)) {
            clock.set(next.get());
            agenda.tick(Runnable::run);
            next = agenda.next();
        }
        clock.set(end);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ROME).toInstant();
    }

    private static List<String> settings(Path folder, DemoWorld world) {
        List<String> settings = new ArrayList<>(List.of(
                "sollecito.heartbeat=false",
                "sftp.settle=1",
                "logging.config=classpath:demo-logback.xml",
                "sollecito.data=" + folder.resolve("hub"),
                "sollecito.work=" + folder.resolve("hub/work"),
                "sollecito.endpoint=" + folder.resolve("hub/hub-endpoint.json"),
                "sollecito.ledger.url=jdbc:h2:file:"
                        + folder.resolve("hub/ledger").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "sollecito.times.dispatch=0 */10 7-18 * * *",
                "sollecito.times.seal=0 0 * * * *",
                "sollecito.databases.lumiereOdoo.url=" + world.odoo().jdbcUrl(),
                "sollecito.databases.lumiereOdoo.user=" + OdooDatabase.USER,
                "sollecito.databases.lumiereOdoo.password=" + OdooDatabase.PASSWORD));
        for (String server : List.of("acme.sap", "acme.bank", "acme.print", "lumiere.bank", "lumiere.print")) {
            settings.add(server + ".host=" + world.sftp().host());
            settings.add(server + ".port=" + world.sftp().port());
            settings.add(server + ".user=" + SftpWorld.USER);
            settings.add(server + ".password=" + SftpWorld.PASSWORD);
            settings.add(server + ".known-hosts=" + world.sftp().knownHosts());
        }
        for (String company : List.of("acme", "lumiere")) {
            settings.add(company + ".mail.host=" + world.mail().host());
            settings.add(company + ".mail.port=" + world.mail().smtpPort());
            settings.add(company + ".mail.start-tls=false");
            settings.add(company + ".mailbox.host=" + world.mail().host());
            settings.add(company + ".mailbox.port=" + world.mail().imapPort());
            settings.add(company + ".mailbox.protocol=imap");
            settings.add(company + ".mailbox.start-tls=false");
            settings.add(company + ".mailbox.user=" + MAILBOXES.get(company));
            settings.add(company + ".mailbox.password=demo");
            settings.add(company + ".mailbox.schedule=0 40 * * * MON-FRI");
            settings.add(company + ".print.schedule=0 20 9,16 * * MON-FRI");
            settings.add(company + ".sms.host=" + world.sms().host());
            settings.add(company + ".sms.port=" + world.sms().port());
            settings.add(company + ".sms.user=" + company);
            settings.add(company + ".sms.password=" + SmsCentre.PASSWORD);
        }
        return settings;
    }
}
