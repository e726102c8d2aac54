package io.sollecito.app;

import io.sollecito.delivery.events.EventFeed;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.model.Creditor;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spring.boot.CamelContextConfiguration;

/** Puts the events of each creditor on the agenda whose journal has a route to leave by; in a rehearsal, none. */
final class EventAppointments implements CamelContextConfiguration {

    private static final int OWES_NOTHING = 0;

    private final Agenda agenda;
    private final HubSettings settings;
    private final Creditors creditors;
    private final Connections connections;
    private final EventFeed feed;

    EventAppointments(
            Agenda agenda, HubSettings settings, Creditors creditors, Connections connections, EventFeed feed) {
        this.agenda = agenda;
        this.settings = settings;
        this.creditors = creditors;
        this.connections = connections;
        this.feed = feed;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {}

    /** Now the routes are there. */
    @Override
    public void afterApplicationStart(CamelContext camel) {
        if (!settings.delivery().isRehearsal()) {
            creditors.all().forEach(creditor -> appoint(creditor, camel));
        }
    }

    private void appoint(Creditor creditor, CamelContext camel) {
        String entrance = "direct://" + EventFeed.route(creditor.code());
        camel.getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().equals(entrance))
                .map(Route::getRouteId)
                .forEach(connection -> {
                    connections.declare(new Connections.Connection(
                            connection, creditor.code(), "channel", "none", OWES_NOTHING, OWES_NOTHING));
                    agenda.add(
                            "events " + connection,
                            settings.times().events(),
                            creditor.zone(),
                            () -> feed.run(connection));
                });
    }
}
