package io.sollecito.app;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.model.Creditor;
import java.time.ZoneId;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Drives a route's poller from the {@link Agenda}: six-field Spring cron in a zone, on the injected clock.
 * One prototype per route; its properties come from the endpoint's {@code scheduler.*} options and say what the
 * connection owes.
 */
public final class HubScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private final Agenda agenda;
    private final Connections connections;
    private final Function<String, Creditor> creditors;

    private String cron;
    private String creditor;
    private ZoneId zone;
    private String kind;
    private String expects;
    private int limitDays = 2;
    private int limitClosings = 30;

    private CamelContext camelContext;
    private Consumer consumer;
    private Runnable poll;

    HubScheduler(Agenda agenda, Connections connections, Function<String, Creditor> creditors) {
        this.agenda = agenda;
        this.connections = connections;
        this.creditors = creditors;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void onInit(Consumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public void scheduleTask(Runnable task) {
        poll = task;
    }

    @Override
    public void unscheduleTask() {
        poll = null;
        agenda.remove(route());
    }

    @Override
    public void startScheduler() {
        connections.declare(new Connections.Connection(route(), creditor, kind, expects, limitDays, limitClosings));
        agenda.add(route(), cron, zone == null ? creditors.apply(creditor).zone() : zone, this::pollOnce);
    }

    @Override
    public boolean isSchedulerStarted() {
        return isStarted();
    }

    private void pollOnce() {
        Runnable task = poll;
        if (task != null) {
            task.run();
        }
    }

    private String route() {
        return ((DefaultConsumer) consumer).getRouteId();
    }

    public void setCron(String cron) {
        this.cron = cron;
    }

    public void setCreditor(String creditor) {
        this.creditor = creditor;
    }

    /** @param zone of the cron; not set: the creditor's */
    public void setZone(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public void setExpects(String expects) {
        this.expects = expects;
    }

    public void setLimitDays(int limitDays) {
        this.limitDays = limitDays;
    }

    public void setLimitClosings(int limitClosings) {
        this.limitClosings = limitClosings;
    }
}
