package io.sollecito.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the routes that do not start with the hub, because the other side must be there for them to begin. Each call tries
 * those that do not run yet.
 */
public final class LateRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LateRoutes.class);

    private final CamelContext camel;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    LateRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /** A failure is told once until the route has started. */
    public void start() {
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            if (!route.isAutoStartup()
                    && !camel.getRouteController().getRouteStatus(id).isStarted()) {
                start(id);
            }
        }
    }

    private void start(String route) {
        try {
            camel.getRouteController().startRoute(route);
            told.remove(route);
            LOG.info("connection {} is up", route);
        } catch (Exception failed) {
            if (told.add(route)) {
                LOG.warn("connection {} cannot be started, tried again every minute: {}", route, failed.toString());
            }
        }
    }
}
