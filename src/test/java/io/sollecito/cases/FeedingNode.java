package io.sollecito.cases;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.events.EventFeed;
import io.sollecito.delivery.events.JournalRoute;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.journal.SealedEvents;
import java.time.Clock;

/**
 * A node that hands the journal's events to a broker. It says {@code acknowledged} after each wave, waits for ever at the
 * one that it was told, and says {@code done}.
 */
final class FeedingNode {

    static final String ROUTE = "journal-acme";

    private FeedingNode() {}

    /** Arguments: the ledger's URL and user, the broker, the wave to wait after (0: none). */
    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource source = LedgerOfNodes.open(arguments[0], arguments[1]);
                JournalRoute route = JournalRoute.to(arguments[2])) {
            Database database = Database.open(source);
            Clock clock = Clock.systemUTC();
            EventFeed feed = new EventFeed(
                    new SealedEvents(database),
                    new Connections(database, clock),
                    new Alarms(database, clock, new Journal(database, clock)),
                    waitingAfter(Integer.parseInt(arguments[3]), route.outlet()),
                    clock);
            System.out.println("done " + feed.run(ROUTE));
        }
    }

    private static Outlet waitingAfter(int wave, Outlet outlet) {
        int[] waves = new int[1];
        return (route, events) -> {
            outlet.send(route, events);
            waves[0]++;
            System.out.println("acknowledged " + waves[0]);
            if (waves[0] == wave) {
                System.out.println("waiting");
                Thread.sleep(Long.MAX_VALUE);
            }
            return null;
        };
    }
}
