package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.Accepted;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.SendPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Dispatches that are claimed, asked about once more and completed, by the batch, without any message. */
final class OutboxBenchmark implements Benchmark {

    private static final int BATCH = 500;
    private static final double LEAST_A_SECOND = 5_000;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        try (HikariDataSource source = databases.empty()) {
            Database database = Database.open(source);
            DueReminders.fill(database, rows);
            Outbox outbox = outbox(database);
            Effort effort = Effort.of(() -> complete(outbox, rows));
            return List.of(
                    Measurement.plain("claims and completions", rows, effort).atLeast(LEAST_A_SECOND));
        }
    }

    static Outbox outbox(Database database) {
        return new Outbox(
                database,
                DueReminders.NOON,
                new Journal(database, DueReminders.NOON),
                new Connections(database, DueReminders.NOON),
                Map.of(DueReminders.ACME.code(), DueReminders.ACME),
                SendPolicy.DEFAULT,
                dispatch -> false);
    }

    private static void complete(Outbox outbox, int rows) {
        int sent = 0;
        List<Claim> claims = claims(outbox);
        while (!claims.isEmpty()) {
            sent += outbox.sent(outbox.sending(claims).stream()
                            .map(claim -> new Accepted(claim, "dispatch-" + claim.dispatchId()))
                            .toList())
                    .size();
            claims = claims(outbox);
        }
        if (sent != rows) {
            throw new IllegalStateException(sent + " of " + rows + " dispatches were completed");
        }
    }

    private static List<Claim> claims(Outbox outbox) {
        return outbox.claim("bench", DueReminders.ACME.code(), Set.of("email"), BATCH);
    }
}
