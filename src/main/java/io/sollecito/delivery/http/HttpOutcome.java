package io.sollecito.delivery.http;

import static io.sollecito.delivery.DeliveryOutcome.reason;

import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Uncertain;
import io.sollecito.delivery.Outlet;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Law 7 for what is posted over HTTP: a connection that was never made and an answer that says no are failed; a server that
 * failed while it answered, or did not answer, may have accepted it, so that is uncertain.
 */
public final class HttpOutcome {

    private static final int TIMED_OUT = 408;
    private static final Set<Integer> BUSY = Set.of(429, 503);

    /** What may pass: a wrong secret is corrected, an earlier attempt under the same key comes to its end. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 407, 409, 425);

    private static final List<Class<? extends Exception>> NOT_CONNECTED = List.of(
            ConnectException.class,
            UnknownHostException.class,
            NoRouteToHostException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private HttpOutcome() {}

    /**
     * @param failure what the route failed with
     * @param messageId what the message is known by if it was accepted after all, or null
     */
    public static DeliveryOutcome of(Exception failure, String messageId) {
        if (failure instanceof Outlet.NoRoute) {
            return new Failed("no-route", failure.getMessage(), false);
        }
        if (failure instanceof HttpRefused refused) {
            return answered(refused, messageId);
        }
        return NOT_CONNECTED.stream().anyMatch(kind -> kind.isInstance(failure))
                ? new Failed("no-connection", reason(failure), false)
                : new Uncertain(messageId, "no-answer", reason(failure));
    }

    /** Whether the other side asks for a pause. */
    public static boolean isBusy(DeliveryOutcome outcome) {
        return outcome instanceof Failed failed
                && BUSY.stream().anyMatch(status -> code(status).equals(failed.code()));
    }

    private static DeliveryOutcome answered(HttpRefused refused, String messageId) {
        int status = refused.status();
        if (BUSY.contains(status)) {
            return new Failed(code(status), refused.getMessage(), false);
        }
        boolean saidNo = status >= 400 && status < 500 && status != TIMED_OUT;
        return saidNo
                ? new Failed(code(status), refused.getMessage(), !PASSING.contains(status))
                : new Uncertain(messageId, code(status), refused.getMessage());
    }

    private static String code(int status) {
        return "http-" + status;
    }
}
