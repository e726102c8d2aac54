package io.sollecito.delivery.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway's JSON with {@code [[from]]}, {@code [[to]]}, {@code [[text]]} and {@code [[id]]} inside its strings. */
final class SmsJson {

    private static final Pattern VARIABLE = Pattern.compile("\\[\\[([^\\[\\]]*)]]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String pattern;

    /** @throws IllegalArgumentException when it is no JSON, or names something else */
    SmsJson(String pattern) {
        this.pattern = pattern;
        try {
            JSON.readTree(filled(new SmsText("id", "from", "to", "text")));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    "the body of the gateway's requests is no JSON: " + broken.getOriginalMessage());
        }
    }

    byte[] of(SmsText text) {
        return filled(text).getBytes(StandardCharsets.UTF_8);
    }

    private String filled(SmsText text) {
        Map<String, String> values = Map.of("id", text.id(), "from", text.from(), "to", text.to(), "text", text.text());
        return VARIABLE.matcher(pattern).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "[[" + found.group(1) + "]] is unknown; a gateway's requests have from, to, text and id");
            }
            return Matcher.quoteReplacement(escaped(value));
        });
    }

    private static String escaped(String value) {
        try {
            String quoted = JSON.writeValueAsString(value);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
