package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.Several;
import io.sollecito.mapping.source.Unclear;
import java.util.ArrayList;
import java.util.List;

/** Small rules that others are made of. */
final class Rules {

    private Rules() {}

    static <T> Rule<T> absent() {
        return row -> null;
    }

    static <T> Rule<T> constant(T value) {
        return row -> value;
    }

    static Rule<Object> column(Place place) {
        return column(place, null);
    }

    /**
     * @param several which of several different values counts: first, last, or all for whoever adds them up; null
     * for none
     */
    static Rule<Object> column(Place place, String several) {
        return row -> {
            Object cell = row.cell(place.slot());
            if (cell instanceof Unclear unclear) {
                throw place.problem(unclear.text(), unclear.message());
            }
            return cell instanceof Several values ? one(values, several, place) : cell;
        };
    }

    private static Object one(Several several, String policy, Place place) throws CellProblem {
        List<Object> values = several.values();
        if (policy == null) {
            throw place.problem(
                    several.toString(),
                    "are " + values.size() + " values where one is asked for: say which (several: first or last)");
        }
        return policy.equals("first") ? values.get(0) : policy.equals("last") ? values.get(values.size() - 1) : several;
    }

    /** A value that must be there. */
    static <T> Rule<T> required(Place place, Rule<T> rule) {
        return row -> {
            T value = rule.of(row);
            if (value == null) {
                throw place.problem(null, "is blank");
            }
            return value;
        };
    }

    /**
     * Parts put together; without any part that is there, nothing.
     *
     * @param whole when given, no part may be blank: an identifier with a hole could be another one's
     */
    static Rule<Object> joined(List<Part> parts, Place whole) {
        return row -> {
            StringBuilder text = new StringBuilder();
            boolean found = false;
            for (Part part : parts) {
                Object value = part.rule().of(row);
                if (value == null && whole != null && !part.optional()) {
                    throw whole.at(part.slot()).problem(null, "is blank");
                }
                found |= value != null && !part.literal();
                text.append(value == null ? "" : Cells.text(value));
            }
            return found ? Cells.stripped(text, 0, text.length()) : null;
        };
    }

    /** The values of all rules, each once. */
    static List<String> all(List<Rule<List<String>>> rules, Row row) throws CellProblem {
        if (rules.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>(rules.size());
        for (Rule<List<String>> rule : rules) {
            for (String value : rule.of(row)) {
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** A part of a joined text; literals alone make no value. */
    record Part(Rule<?> rule, int slot, boolean literal, boolean optional) {}
}
