package io.sollecito.app;

import io.sollecito.delivery.sms.SmppLink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.smpp.SmppEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the routes that do not start with the hub, because the other side must be there for them to begin. Each call tries
 * those that do not run yet, and begins anew with those whose session was lost and not found again since the call before.
 */
public final class LateRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LateRoutes.class);

    private final CamelContext camel;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> unbound = ConcurrentHashMap.newKeySet();

    LateRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /** A failure is told once until the route has started. */
    public void start() {
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            if (route.isAutoStartup()) {
                continue;
            }
            if (!camel.getRouteController().getRouteStatus(id).isStarted()) {
                start(id);
            } else if (isBound(route)) {
                unbound.remove(id);
            } else if (!unbound.add(id)) {
                LOG.warn("connection {} has lost its session", id);
                unbound.remove(id);
                stop(id);
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

    private void stop(String route) {
        try {
            camel.getRouteController().stopRoute(route);
        } catch (Exception failed) {
            LOG.warn("connection {} cannot be stopped: {}", route, failed.toString());
        }
    }

    private static boolean isBound(Route route) {
        return !(route.getEndpoint() instanceof SmppEndpoint centre
                && centre.getConfiguration().getSessionStateListener() instanceof SmppLink link
                && !link.isBound());
    }
}
