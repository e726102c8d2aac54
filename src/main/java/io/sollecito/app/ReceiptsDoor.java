package io.sollecito.app;

import com.sun.net.httpserver.HttpExchange;
import io.sollecito.model.OneLine;
import io.sollecito.model.RootCause;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a gateway reports about one connection's messages. What could not be taken it is asked to send again. */
record ReceiptsDoor(String connection, Gate gate, Receiver receiver) implements PushServer.Door {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptsDoor.class);
    private static final int LARGEST = 1024 * 1024;

    /** Takes reports. */
    @FunctionalInterface
    interface Receiver {
        /**
         * @param type of the body, or null
         * @return how many reports it held
         * @throws IllegalArgumentException when it holds none that could be read
         */
        int take(byte[] body, String type) throws Exception;
    }

    @Override
    public PushAnswer answer(HttpExchange exchange, String name) throws IOException {
        if (!name.isEmpty() || !gate.admits(exchange.getRequestHeaders())) {
            return PushAnswer.UNAUTHORIZED;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return PushAnswer.problem(405, "Send reports with POST.", Map.of("Allow", "POST"));
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return PushAnswer.tooLarge(LARGEST);
        }
        Optional<PushAnswer> broken = PushRequest.brokenOff(exchange, body.length);
        if (broken.isPresent()) {
            return broken.get();
        }
        return gate.admits(exchange.getRequestHeaders(), body)
                ? taken(body, exchange.getRequestHeaders().getFirst("Content-Type"))
                : PushAnswer.UNAUTHORIZED;
    }

    private PushAnswer taken(byte[] body, String type) {
        try {
            return PushAnswer.reports(receiver.take(body, type));
        } catch (IllegalArgumentException unread) {
            return PushAnswer.problem(400, OneLine.of(unread.getMessage(), 300));
        } catch (Exception failed) {
            Throwable root = RootCause.of(failed);
            LOG.warn("connection {} could not take reports: {}", connection, OneLine.of(root.toString(), 500));
            return PushAnswer.AGAIN;
        }
    }
}
