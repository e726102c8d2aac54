package io.sollecito.app;

import io.sollecito.OutboxForTests;
import io.sollecito.ledger.connections.Connections;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel that polls for ACME-IT as the hub does: when the agenda says, telling the connections what came of it. */
final class PollingForTests {

    private PollingForTests() {}

    static CamelContext context(Agenda agenda, Connections connections, Clock clock) {
        return context(agenda, connections, new PollOutcomes(connections, agenda, new FreeSpace(List.of(), 0), clock));
    }

    static CamelContext context(Agenda agenda, Connections connections, PollOutcomes outcomes) {
        CamelContext context = new DefaultCamelContext();
        context.getManagementStrategy().addEventNotifier(outcomes);
        context.getRegistry()
                .bindAsPrototype(
                        "hubScheduler",
                        HubScheduler.class,
                        () -> new HubScheduler(agenda, connections, code -> OutboxForTests.ACME));
        context.getRegistry().bind("pollOutcomes", outcomes);
        return context;
    }
}
