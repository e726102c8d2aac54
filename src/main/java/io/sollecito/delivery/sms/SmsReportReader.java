package io.sollecito.delivery.sms;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.OneLine;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what an HTTP gateway reports of text messages, as JSON or as a form. Its properties are those of the route's
 * template.
 */
public final class SmsReportReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_WORD = 20;

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(1024 * 1024)
                        .build());
    }

    private JsonPointer reports = JsonPointer.empty();
    private JsonPointer idAt = JsonPointer.compile("/id");
    private JsonPointer stateAt = JsonPointer.compile("/status");
    private JsonPointer codeAt;
    private Set<String> delivered = Set.of();
    private Set<String> undelivered = Set.of();

    /**
     * One report.
     *
     * @param id the message's, or blank
     * @param state as SMPP abbreviates it if the route says what it means, else as the gateway says it; or blank
     * @param code the network's error, or null
     */
    public record Read(String id, String state, String code) {}

    /**
     * @param type of the body
     * @throws IllegalArgumentException when it is neither JSON nor a form
     */
    public List<Read> read(byte[] body, String type) {
        JsonNode root = type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                ? form(new String(body, StandardCharsets.UTF_8))
                : json(body);
        JsonNode found = root.at(reports);
        List<Read> read = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(report -> read.add(report(report)));
        } else if (found.isObject()) {
            read.add(report(found));
        }
        if (read.isEmpty()) {
            throw new IllegalArgumentException("There are no reports at '" + reports + "'.");
        }
        return read;
    }

    private Read report(JsonNode report) {
        String code = codeAt == null ? "" : text(report, codeAt, LONGEST_WORD);
        return new Read(
                text(report, idAt, SmsReceiptsAdapter.LONGEST_ID),
                state(text(report, stateAt, 100)),
                code.isEmpty() ? null : code);
    }

    private String state(String said) {
        String word = said.toUpperCase(Locale.ROOT);
        return delivered.contains(word)
                ? "DELIVRD"
                : undelivered.contains(word) ? "UNDELIV" : OneLine.of(word, LONGEST_WORD);
    }

    private static String text(JsonNode report, JsonPointer at, int most) {
        JsonNode value = report.at(at);
        return value.isValueNode() && !value.isNull() ? OneLine.of(value.asText(), most) : "";
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new IllegalArgumentException("The reports are no JSON.", broken);
        }
    }

    private static JsonNode form(String body) {
        ObjectNode fields = JSON.createObjectNode();
        for (String field : body.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public void setReports(String pointer) {
        reports = JsonPointer.compile(pointer.strip());
    }

    public void setIdAt(String pointer) {
        idAt = JsonPointer.compile(pointer.strip());
    }

    public void setStateAt(String pointer) {
        stateAt = JsonPointer.compile(pointer.strip());
    }

    public void setCodeAt(String pointer) {
        codeAt = pointer.isBlank() ? null : JsonPointer.compile(pointer.strip());
    }

    public void setDelivered(String list) {
        delivered = words(list);
    }

    public void setUndelivered(String list) {
        undelivered = words(list);
    }
}
