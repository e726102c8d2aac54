package io.sollecito.intake.pull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.sollecito.model.OneLine;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads from end to end whether a page is whole, and what it says about itself. Streamed: no page is held in memory. */
final class PageReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .maxStringLength(1024 * 1024)
                    .maxNameLength(10_000)
                    .build())
            .build();
    private static final String RECORDS = "records";
    private static final String NEXT = "next";
    private static final String TOTAL = "total";
    private static final String PAGES = "pages";

    private final JsonParser json;
    private final Map<String, String> found = new HashMap<>();
    private long records = -1;

    /**
     * An empty list may be left out of what it stands in, where pages are counted; the page itself, or one that was
     * linked to, might as well be an error.
     */
    private boolean holdsItsPlace;

    private PageReader(JsonParser json) {
        this.json = json;
    }

    /** @throws ApiFailure when it is no whole JSON, or holds no list of records */
    static PageFacts read(InputStream page, PageFacts.Places places) throws IOException {
        try (JsonParser json = FACTORY.createParser(page)) {
            return new PageReader(json).facts(places);
        } catch (CharConversionException noText) {
            throw ApiFailure.passing("is no JSON text: " + OneLine.of(noText.getMessage(), 150));
        } catch (JsonProcessingException broken) {
            throw ApiFailure.passing("is no whole JSON: " + OneLine.of(broken.getOriginalMessage(), 150));
        }
    }

    private PageFacts facts(PageFacts.Places places) throws IOException {
        Map<String, JsonPointer> wanted = new HashMap<>();
        wanted.put(RECORDS, places.records());
        wanted.put(NEXT, places.next());
        wanted.put(TOTAL, places.total());
        wanted.put(PAGES, places.pages());
        wanted.values().removeIf(place -> place == null);
        JsonToken first = json.nextToken();
        if (first == null) {
            throw ApiFailure.passing("is empty");
        }
        value(first, wanted, true);
        if (json.nextToken() != null) {
            throw ApiFailure.lasting("holds more than one JSON value");
        }
        if (records < 0 && (places.next() != null || !holdsItsPlace)) {
            throw ApiFailure.lasting("has no list of records at '" + places.records() + "'");
        }
        return new PageFacts(
                Math.max(records, 0), found.get(NEXT), number(TOTAL, places.total()), number(PAGES, places.pages()));
    }

    private void value(JsonToken token, Map<String, JsonPointer> wanted, boolean root) throws IOException {
        boolean list = token == JsonToken.START_ARRAY
                && wanted.containsKey(RECORDS)
                && wanted.get(RECORDS).matches();
        if (list) {
            records = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                records++;
                json.skipChildren();
            }
        } else if (token.isScalarValue()) {
            find(wanted);
        } else if (wanted.isEmpty()) {
            json.skipChildren();
        } else if (token == JsonToken.START_ARRAY) {
            elements(wanted);
        } else {
            holdsItsPlace |= !root && holds(wanted.get(RECORDS));
            members(wanted);
        }
    }

    /** Whether what begins here is what the list of records stands in. */
    private static boolean holds(JsonPointer place) {
        return place != null && !place.matches() && place.tail().matches();
    }

    private void members(Map<String, JsonPointer> wanted) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            value(json.nextToken(), below(wanted, place -> place.matchProperty(name)), false);
        }
    }

    private void elements(Map<String, JsonPointer> wanted) throws IOException {
        int index = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            int at = index++;
            value(token, below(wanted, place -> place.matchElement(at)), false);
        }
    }

    private static Map<String, JsonPointer> below(Map<String, JsonPointer> wanted, UnaryOperator<JsonPointer> step) {
        Map<String, JsonPointer> below = new HashMap<>();
        wanted.forEach((what, place) -> {
            JsonPointer rest = place.matches() ? null : step.apply(place);
            if (rest != null) {
                below.put(what, rest);
            }
        });
        return below;
    }

    private void find(Map<String, JsonPointer> wanted) throws IOException {
        for (Map.Entry<String, JsonPointer> each : wanted.entrySet()) {
            if (each.getValue().matches() && json.currentToken() != JsonToken.VALUE_NULL) {
                found.put(each.getKey(), json.getText());
            }
        }
    }

    private Long number(String what, JsonPointer place) throws ApiFailure {
        if (place == null) {
            return null;
        }
        String text = found.getOrDefault(what, "");
        if (!text.matches("[0-9]{1,15}")) {
            throw ApiFailure.lasting("has no number at '" + place + "'");
        }
        return Long.valueOf(text);
    }
}
