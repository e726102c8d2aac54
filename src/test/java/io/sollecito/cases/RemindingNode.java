package io.sollecito.cases;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.email.PooledMailSenderAdapter;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.reminders.PlannedReminders;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.reminders.PlanningRun;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A node that plans a day and sends what is due, over SMTP, until nothing is. It says {@code planned} and {@code done}.
 */
final class RemindingNode implements AutoCloseable {

    private static final String PLAN = """
            plan: standard
            minimum: {EUR: 10.00}
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
            """;

    private final PooledMailSenderAdapter sender = new PooledMailSenderAdapter();
    private final PlanningRun planning;
    private final Dispatcher dispatcher;
    private final OutboxRecovery recovery;
    private final Clock clock;

    RemindingNode(Database database, int smtpPort, Clock clock, SendPolicy policy, String name) {
        this.clock = clock;
        Journal journal = new Journal(database, clock);
        Connections connections = new Connections(database, clock);
        Plans plans = new Plans(List.of(PlanLoader.parse("plan.yaml", PLAN)));
        planning = new PlanningRun(
                new Cases(database),
                new PlannedReminders(database, journal, clock),
                new PlanningRuns(database, clock),
                new Holds(database, journal, clock),
                connections,
                journal,
                plans,
                ChargeRules.NONE,
                ReturnTimes.NONE,
                clock);
        sender.setHost("127.0.0.1");
        sender.setPort(smtpPort);
        recovery = new OutboxRecovery(database, clock, journal, Map.of("ACME-IT", OutboxForTests.ACME));
        dispatcher = new Dispatcher(
                new Outbox(
                        database,
                        clock,
                        journal,
                        connections,
                        Map.of("ACME-IT", OutboxForTests.ACME),
                        policy,
                        new Fallbacks(database, journal, clock, plans)),
                recovery,
                new DispatchContents(database),
                List.of(OutboxForTests.ACME),
                List.of(new EmailChannel(new WordsForTests(), this::send, clock)),
                clock,
                name,
                2,
                10);
    }

    /** Arguments: the ledger's URL and user, the SMTP port, the moment that it is, the leases in milliseconds. */
    public static void main(String[] arguments) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(arguments[3])));
        Duration lease = Duration.ofMillis(Long.parseLong(arguments[4]));
        try (HikariDataSource source = LedgerOfNodes.open(arguments[0], arguments[1]);
                RemindingNode node = new RemindingNode(
                        Database.open(source),
                        Integer.parseInt(arguments[2]),
                        clock,
                        new SendPolicy(lease, lease, SendPolicy.DEFAULT.pauses()),
                        "node-" + ProcessHandle.current().pid())) {
            node.plan();
            System.out.println("planned");
            node.dispatch();
            System.out.println("done");
        }
    }

    void plan() {
        planning.run(OutboxForTests.ACME, LocalDate.ofInstant(clock.instant(), OutboxForTests.ACME.zone()));
    }

    Map<Dispatcher.Result, Integer> dispatch() {
        return dispatcher.dispatchDue();
    }

    OutboxRecovery recovery() {
        return recovery;
    }

    PooledMailSenderAdapter sender() {
        return sender;
    }

    @Override
    public void close() {
        dispatcher.close();
        sender.close();
    }

    private String send(String route, Object mail) throws Exception {
        sender.send((MimeMessage) mail);
        return null;
    }
}
