package io.sollecito.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.intake.Arrival;
import io.sollecito.ledger.exports.Counts;
import io.sollecito.ledger.exports.Taken;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What who sends a file is told.
 *
 * @param headers more of them
 */
record PushAnswer(int status, ObjectNode json, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Also for who asks for what is not there. */
    static final PushAnswer UNAUTHORIZED =
            problem(401, "Send what proves that you may.", Map.of("WWW-Authenticate", "Bearer"));

    static final PushAnswer AGAIN =
            problem(503, "It could not be taken now. Nothing was: send it again later.", Map.of("Retry-After", "60"));

    /** Whether something is wrong, and what. */
    static PushAnswer problem(int status, String message) {
        return problem(status, message, Map.of());
    }

    static PushAnswer problem(int status, String message, Map<String, String> headers) {
        ObjectNode json = JSON.createObjectNode();
        json.putArray("problems").add(message);
        return new PushAnswer(status, json, headers);
    }

    static PushAnswer tooLarge(long mostBytes) {
        return problem(413, "It is larger than " + mostBytes / (1024 * 1024) + " MB.");
    }

    /** 201 applied, 200 known already or outdated, 202 waits for a person or other files, 422 unreadable. */
    static PushAnswer taken(Arrival arrival) {
        ObjectNode json = JSON.createObjectNode();
        Taken taken = arrival.export();
        if (taken == null) {
            json.put("state", "kept").put("reason", "kept for the files that it completes");
            return new PushAnswer(202, json, Map.of());
        }
        int status = status(taken.state(), arrival.waits());
        json.put("export", taken.id());
        json.put("state", taken.state());
        json.put("reason", taken.reason());
        Counts counts = taken.counts();
        json.putObject("records")
                .put("read", counts.read())
                .put("applied", counts.applied())
                .put("unchanged", counts.unchanged())
                .put("filtered", counts.filtered())
                .put("quarantined", counts.quarantined());
        if (status == 422) {
            json.putArray("problems").add(taken.reason());
        }
        return new PushAnswer(status, json, Map.of());
    }

    private static int status(String state, boolean waits) {
        return switch (state) {
            case "applied" -> 201;
            case "held" -> 202;
            case "unreadable" -> waits ? 202 : 422;
            default -> 200;
        };
    }

    static PushAnswer reports(int count) {
        return new PushAnswer(200, JSON.createObjectNode().put("reports", count), Map.of());
    }

    byte[] bytes() {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
