package io.sollecito.delivery.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.OneLine;

/** Where in a JSON answer the other side says what it calls the message. */
final class AnsweredId {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    private final JsonPointer place;

    /** @param place a JSON Pointer (RFC 6901), such as /messages/0/id */
    AnsweredId(String place) {
        this.place = JsonPointer.compile(place);
    }

    /** Null when the answer is no JSON, or holds nothing there: it was accepted nevertheless. */
    String of(String answer) {
        try {
            JsonNode found = JSON.readTree(answer).at(place);
            return found.isValueNode() && !found.isNull() ? OneLine.of(found.asText(), LONGEST) : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
