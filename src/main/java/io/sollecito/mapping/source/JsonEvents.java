package io.sollecito.mapping.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.sollecito.model.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;

/**
 * Reads JSON, one document or one value after another (JSON lines). The elements of a list are repetitions of the member
 * that holds it. Numbers are exact.
 */
final class JsonEvents implements TreeEvents {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .maxStringLength(1024 * 1024)
                    .maxNameLength(10_000)
                    .build())
            .build();

    private final InputStream in;
    private final TreeBuilder builder;
    private final String name;
    private final boolean unitIsRoot;
    private JsonParser json;

    /** @param in UTF-8, UTF-16 or UTF-32 */
    JsonEvents(InputStream in, TreeBuilder builder, String name) {
        this.in = in;
        this.builder = builder;
        this.name = name;
        this.unitIsRoot = builder.unitIsDocument();
    }

    @Override
    public TreeNode nextUnit() throws IOException, BrokenSource {
        try {
            if (json == null) {
                json = FACTORY.createParser(in);
            }
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                TreeNode unit = take(token);
                if (unit != null) {
                    return unit;
                }
            }
            return null;
        } catch (CharConversionException noText) {
            throw new BrokenSource(name, "is no JSON text: " + noText.getMessage(), "Ask for the file again.");
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            throw new BrokenSource(new Problem(
                    name,
                    at == null ? 0 : Math.max(0, at.getLineNr()),
                    at == null ? 0 : Math.max(0, at.getColumnNr()),
                    "is no well-formed JSON: " + malformed.getOriginalMessage(),
                    null,
                    "Ask for the file again."));
        }
    }

    private TreeNode take(JsonToken token) throws IOException, BrokenSource {
        switch (token) {
            case START_OBJECT -> start();
            case END_OBJECT -> {
                return end();
            }
            case START_ARRAY -> {
                if (member() != null) {
                    builder.pass(null, member());
                }
            }
            case END_ARRAY, FIELD_NAME -> {
                // the elements tell
            }
            default -> {
                start();
                if (builder.isValued()) {
                    builder.value(value(token));
                }
                return end();
            }
        }
        return null;
    }

    /** The value of a member, or of an element of the list that a member holds. Values of the document are its own. */
    private void start() throws BrokenSource {
        String member = member();
        JsonLocation at = builder.isSkipping() ? null : json.currentTokenLocation();
        if (member == null) {
            builder.startDocument(at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
        } else {
            builder.start(null, member, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
        }
    }

    private TreeNode end() {
        if (member() == null) {
            TreeNode document = builder.endDocument();
            return unitIsRoot ? document : null;
        }
        return builder.end();
    }

    private String member() {
        var context = json.getParsingContext();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            context = context.getParent();
        }
        while (context.inArray()) {
            context = context.getParent();
        }
        return context.inObject() ? context.getCurrentName() : null;
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_STRING -> Cells.stripped(json.getText(), 0, json.getTextLength());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> null;
        };
    }

    /** As it is written: 1190.50 keeps its zero; 1e999999999 is no amount. */
    private Object number() throws IOException {
        String text = json.getText();
        BigDecimal number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > 50 ? new Unclear(text, "is no number of a plausible size") : number;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            if (json != null) {
                json.close();
            }
        }
    }
}
