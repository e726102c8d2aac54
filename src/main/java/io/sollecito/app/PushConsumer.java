package io.sollecito.app;

import io.sollecito.ledger.exports.Taken;
import java.nio.file.Path;
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
        endpoint.server()
                .open(
                        endpoint.connection(getRouteId()),
                        new PushServer.Door(
                                getRouteId(), new BearerToken(endpoint.token()), endpoint.mostBytes(), this::take));
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.server().close(getRouteId());
        super.doStop();
    }

    private Taken take(Path copy, String name, long modified) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(copy.toFile());
            exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, name);
            exchange.getMessage().setHeader(Exchange.FILE_LAST_MODIFIED, modified);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return exchange.getMessage().getBody(Taken.class);
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
