package io.sollecito.app;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Routes that begin with {@code push:files/} or {@code push:receipts/} take what others send to the {@link PushServer}. */
public final class PushComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PushEndpoint endpoint = new PushEndpoint(uri, this, remaining.startsWith("files/"));
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
