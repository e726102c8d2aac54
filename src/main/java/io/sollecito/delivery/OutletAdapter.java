package io.sollecito.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/** Hands bodies to the direct endpoints that the channels' routes begin with. No header goes along. */
public final class OutletAdapter implements Outlet {

    private final ProducerTemplate template;

    public OutletAdapter(ProducerTemplate template) {
        this.template = template;
    }

    @Override
    public String send(String route, Object body) throws Exception {
        Exchange exchange = template.send(
                "direct:" + route + "?block=false",
                ExchangePattern.InOut,
                request -> request.getMessage().setBody(body));
        Exception failure = exchange.getException();
        if (failure instanceof DirectConsumerNotAvailableException) {
            throw new NoRoute(route);
        }
        if (failure != null) {
            throw failure;
        }
        return exchange.getMessage().getBody() instanceof String answer ? answer : null;
    }

    @Override
    public boolean leadsTo(String route) {
        String entrance = "direct://" + route;
        return template.getCamelContext().getRoutes().stream()
                .anyMatch(known -> known.getEndpoint().getEndpointUri().equals(entrance));
    }
}
