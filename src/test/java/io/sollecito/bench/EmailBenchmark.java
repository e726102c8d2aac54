package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * Reminders by e-mail from waiting to sent, by the dispatcher and the shipped route over kept connections, against a bare
 * SMTP dialogue of the same bytes with the same server.
 */
final class EmailBenchmark implements Benchmark {

    private static final int MOST = 20_000;
    private static final int CONNECTIONS = 16;
    private static final int THREADS = 32;
    private static final int BATCH = 200;
    private static final double LEAST_A_SECOND = 1_000;

    @Override
    public String name() {
        return "e-mails";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        int mails = Math.min(rows, MOST);
        try (HikariDataSource source = databases.empty();
                SinkSmtpServer server = new SinkSmtpServer();
                CamelContext routes = routes(server.port())) {
            Database database = Database.open(source);
            DueReminders.fill(database, mails);
            Effort production;
            try (Dispatcher dispatcher = dispatcher(database, new OutletAdapter(routes.createProducerTemplate()))) {
                production = Effort.of(() -> send(dispatcher, mails));
            }
            int taken = server.accepted();
            if (taken != mails) {
                throw new IllegalStateException(taken + " e-mails arrived instead of " + mails);
            }
            byte[] message = server.last();
            Effort bare = Effort.of(() -> SmtpDialogue.repeat(server.port(), message, mails, CONNECTIONS));
            Measurement limit = Measurement.plain("SMTP dialogue of the same bytes", mails, bare);
            return List.of(
                    limit,
                    Measurement.plain("e-mails, against the dialogue", mails, production)
                            .against(limit),
                    Measurement.plain("e-mails, waiting to sent", mails, production)
                            .atLeast(LEAST_A_SECOND));
        }
    }

    private static void send(Dispatcher dispatcher, int mails) {
        Map<Result, Integer> results = dispatcher.dispatchDue();
        if (!results.equals(Map.of(Result.SENT, mails))) {
            throw new IllegalStateException("not all e-mails were sent: " + results);
        }
    }

    private static Dispatcher dispatcher(Database database, OutletAdapter outlet) {
        Composer composer = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));
        return new Dispatcher(
                OutboxBenchmark.outbox(database),
                new OutboxRecovery(
                        database,
                        DueReminders.NOON,
                        new Journal(database, DueReminders.NOON),
                        Map.of(DueReminders.ACME.code(), DueReminders.ACME)),
                new DispatchContents(database),
                List.of(DueReminders.ACME),
                List.of(new EmailChannel(new Words(composer), outlet, DueReminders.NOON)),
                DueReminders.NOON,
                "bench",
                THREADS,
                BATCH);
    }

    private static CamelContext routes(int port) throws Exception {
        CamelContext context = RoutesForTests.started(new String[] {"templates/email-smtp.camel.yaml"});
        TemplatedRouteBuilder.builder(context, "email-smtp")
                .routeId("mail-acme")
                .parameter("creditor", DueReminders.ACME.code())
                .parameter("host", "127.0.0.1")
                .parameter("port", Integer.toString(port))
                .parameter("startTls", "false")
                .parameter("connections", Integer.toString(CONNECTIONS))
                .parameter("ratePerMinute", "1000000")
                .add();
        return context;
    }
}
