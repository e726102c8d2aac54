package io.sollecito.app;

import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.events.EventFeed;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.SealedEvents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The journal's events, for whoever has a route that takes them. */
@Configuration
class EventBeans {

    @Bean
    EventFeed eventFeed(Database database, Connections connections, Alarms alarms, Outlet outlet, Clock clock) {
        return new EventFeed(new SealedEvents(database), connections, alarms, outlet, clock);
    }

    @Bean
    EventAppointments eventAppointments(
            Agenda agenda, HubSettings settings, Creditors creditors, Connections connections, EventFeed feed) {
        return new EventAppointments(agenda, settings, creditors, connections, feed);
    }
}
