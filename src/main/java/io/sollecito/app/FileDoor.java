package io.sollecito.app;

import com.sun.net.httpserver.HttpExchange;
import io.sollecito.intake.Arrival;
import io.sollecito.intake.WorkingCopies;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.model.RootCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one connection's files: each is copied to disk first, whole or not at all.
 *
 * @param mostBytes of a file
 * @param house what all doors share
 */
record FileDoor(String connection, Gate gate, long mostBytes, Receiver receiver, House house)
        implements PushServer.Door {

    private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);

    /** Takes a file. */
    @FunctionalInterface
    interface Receiver {
        /** @param modified in milliseconds */
        Arrival take(Path copy, String name, long modified) throws Exception;
    }

    /** Where files are put, and whether there is room for them. */
    record House(WorkingCopies copies, Connections connections, FreeSpace space, Clock clock) {}

    @Override
    public PushAnswer answer(HttpExchange exchange, String name) throws IOException {
        if (!gate.admits(exchange.getRequestHeaders())) {
            return PushAnswer.UNAUTHORIZED;
        }
        Optional<PushAnswer> refusal = new PushRequest(exchange, mostBytes).refusal(name);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> shortage = house.space().shortage();
        return shortage.isPresent() ? later(shortage.get()) : received(exchange, name);
    }

    private PushAnswer received(HttpExchange exchange, String name) throws IOException {
        long modified = modified(exchange);
        Path copy = house.copies().create();
        try {
            long bytes = copied(exchange.getRequestBody(), copy, mostBytes);
            if (bytes > mostBytes) {
                return PushAnswer.tooLarge(mostBytes);
            }
            if (bytes == 0) {
                return PushAnswer.problem(400, "The file is empty. Send its bytes as the body of the request.");
            }
            Optional<PushAnswer> broken = PushRequest.brokenOff(exchange, bytes);
            if (broken.isPresent()) {
                return broken.get();
            }
            return taken(copy, name, modified);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private PushAnswer taken(Path copy, String name, long modified) {
        try {
            Arrival arrival = receiver.take(copy, name, modified);
            house.connections().pollSucceeded(connection, false);
            return PushAnswer.taken(arrival);
        } catch (Exception failed) {
            return later(RootCause.told(failed, 500));
        }
    }

    /** Why is told to people here: who sends files has no use for it. */
    private PushAnswer later(String reason) {
        LOG.warn("connection {} could not take a file: {}", connection, reason);
        try {
            house.connections().pollFailed(connection, reason, null);
        } catch (RuntimeException ledgerGone) {
            LOG.warn("connection {}: the ledger does not answer: {}", connection, ledgerGone.toString());
        }
        return PushAnswer.AGAIN;
    }

    /** @return how many bytes came, at most one more than allowed */
    private static long copied(InputStream body, Path copy, long most) throws IOException {
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = body.read(buffer); n >= 0 && bytes <= most; n = body.read(buffer)) {
                out.write(buffer, 0, n);
                bytes += n;
            }
        }
        return bytes;
    }

    /** When the file's facts were true, if who sends it says so, else now. */
    private long modified(HttpExchange exchange) {
        String said = exchange.getRequestHeaders().getFirst("Last-Modified");
        try {
            return said == null
                    ? house.clock().millis()
                    : ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException unclear) {
            return house.clock().millis();
        }
    }
}
