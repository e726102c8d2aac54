package io.sollecito.mapping.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A row of typed cells as a line of text that a person can correct: a JSON array, in which dates are ISO 8601. */
final class RowText {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

    private RowText() {}

    /** The cells' texts between tabs, as mappings see the whole row. */
    static String tabbed(List<Object> cells) {
        return cells.stream().map(cell -> cell == null ? "" : Cells.text(cell)).collect(Collectors.joining("\t"));
    }

    static String write(List<Object> cells) {
        List<Object> plain = new ArrayList<>();
        cells.forEach(cell -> plain.add(cell == null || cell instanceof BigDecimal ? cell : Cells.text(cell)));
        try {
            return JSON.writeValueAsString(plain);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws JsonProcessingException when it is no such line */
    static List<Object> read(String line) throws JsonProcessingException {
        List<Object> cells = new ArrayList<>();
        for (Object value : JSON.readValue(line, new TypeReference<List<Object>>() {})) {
            cells.add(cell(value));
        }
        return cells;
    }

    private static Object cell(Object value) {
        if (value == null) {
            return null;
        }
        BigDecimal number = Cells.exactNumber(value);
        if (number != null) {
            return number.stripTrailingZeros();
        }
        String text = Cells.stripped(value.toString(), 0, value.toString().length());
        return text == null ? null : moment(text);
    }

    private static Object moment(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? LocalDate.parse(text)
                    : MOMENT.matcher(text).matches() ? LocalDateTime.parse(text) : text;
        } catch (DateTimeException noDay) {
            return text;
        }
    }
}
