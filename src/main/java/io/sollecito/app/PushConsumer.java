package io.sollecito.app;

import io.sollecito.intake.Arrival;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** While its route runs, the server has a door for it. */
final class PushConsumer extends DefaultConsumer {

    private final PushEndpoint endpoint;

    PushConsumer(PushEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.server().open(place(), endpoint.takesFiles() ? files() : receipts());
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.server().close(place());
        super.doStop();
    }

    private String place() {
        return (endpoint.takesFiles() ? "exports/" : "receipts/") + getRouteId();
    }

    private PushServer.Door files() {
        endpoint.house().connections().declare(endpoint.connection(getRouteId()));
        return new FileDoor(getRouteId(), endpoint.gate(), endpoint.mostBytes(), this::take, endpoint.house());
    }

    private PushServer.Door receipts() {
        return new ReceiptsDoor(getRouteId(), endpoint.gate(), this::take);
    }

    private Arrival take(Path copy, String name, long modified) throws Exception {
        return routed(
                copy.toFile(),
                Map.of(Exchange.FILE_NAME_ONLY, name, Exchange.FILE_LAST_MODIFIED, modified),
                Arrival.class);
    }

    private int take(byte[] body, String type) throws Exception {
        return routed(body, Map.of(Exchange.CONTENT_TYPE, type == null ? "" : type), Integer.class);
    }

    private <T> T routed(Object body, Map<String, Object> headers, Class<T> answer) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return exchange.getMessage().getMandatoryBody(answer);
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
