package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.Several;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text made of a cell: first extract, then cut, then unpad, then pad, then map; the default replaces a blank cell only.
 *
 * @param none cell values that mean nothing, such as 00000000
 * @param extract must match the whole text; its group is taken if it has one. RE2, so that no cell can stall it
 * @param otherwise what an unlisted or unmatched text becomes
 * @param byDefault what a blank cell becomes, or null
 */
record Text(
        Place place,
        Rule<Object> source,
        List<String> none,
        Pattern extract,
        Cut cut,
        Pad unpad,
        Pad pad,
        Map<String, String> table,
        Otherwise otherwise,
        String byDefault,
        Form form)
        implements Rule<String> {

    /** Characters at one end of a text; {@code to} is the length to reach. */
    record Pad(boolean left, char with, int to) {

        String add(String text) {
            if (text.length() >= to) {
                return text;
            }
            char[] padded = new char[to];
            Arrays.fill(padded, with);
            text.getChars(0, text.length(), padded, left ? to - text.length() : 0);
            return new String(padded);
        }

        String remove(String text) {
            int start = 0;
            int end = text.length();
            while (left && start < end - 1 && text.charAt(start) == with) {
                start++;
            }
            while (!left && end > 1 && text.charAt(end - 1) == with) {
                end--;
            }
            return text.substring(start, end);
        }
    }

    /**
     * What is cut out or away, and the case of letters.
     *
     * @param from the first character that stays, from 1
     * @param length how many stay; 0 for all
     * @param remove characters that are left out
     * @param upper true for upper case, false for lower, null for as it is
     */
    record Cut(int from, int length, String remove, Boolean upper) {

        String of(String text) {
            String left = remove.isEmpty()
                    ? text
                    : text.chars()
                            .filter(c -> remove.indexOf(c) < 0)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
            int start = Math.min(left.length(), from - 1);
            int end = length == 0 ? left.length() : Math.min(left.length(), start + length);
            String part = left.substring(start, end).strip();
            return upper == null ? part : upper ? part.toUpperCase(Locale.ROOT) : part.toLowerCase(Locale.ROOT);
        }
    }

    /** A value to take instead (null for none), or to quarantine. */
    record Otherwise(boolean quarantine, String value) {
        static final Otherwise QUARANTINE = new Otherwise(true, null);
    }

    @Override
    public String of(Row row) throws CellProblem {
        return ofCell(source.of(row));
    }

    /** One text for each part of the cell. */
    List<String> ofParts(Row row, char separator) throws CellProblem {
        Object cell = source.of(row);
        if (cell == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (cell instanceof Several several) {
            for (Object each : several.values()) {
                addParts(Cells.text(each), separator, texts);
            }
        } else {
            addParts(Cells.text(cell), separator, texts);
        }
        return texts;
    }

    /** @param separator 0 when a cell is one part */
    private void addParts(String whole, char separator, List<String> texts) throws CellProblem {
        for (int start = 0; start <= whole.length(); ) {
            int found = separator == 0 ? -1 : whole.indexOf(separator, start);
            int end = found < 0 ? whole.length() : found;
            String text = ofCell(Cells.stripped(whole, start, end));
            if (text != null) {
                texts.add(text);
            }
            start = end + 1;
        }
    }

    private String ofCell(Object cell) throws CellProblem {
        if (cell == null || !none.isEmpty() && none.contains(Cells.text(cell))) {
            return table != null && table.containsKey("") ? table.get("") : byDefault;
        }
        String text = Cells.text(cell);
        if (extract != null) {
            Matcher matcher = extract.matcher(text);
            if (!matcher.matches()) {
                return otherwise(text, "does not match '" + extract.pattern() + "'");
            }
            text = matcher.groupCount() == 0 ? text : matcher.group(1);
            if (text == null || text.isBlank()) {
                return byDefault;
            }
        }
        if (cut != null) {
            text = cut.of(text);
            if (text.isEmpty()) {
                return byDefault;
            }
        }
        text = unpad == null ? text : unpad.remove(text);
        text = pad == null ? text : pad.add(text);
        if (table != null) {
            String mapped = table.get(text);
            if (mapped == null) {
                return otherwise(text, "'" + text + "' is none of " + String.join(", ", table.keySet()));
            }
            text = mapped;
        }
        String accepted = form.of(text);
        if (accepted == null) {
            throw place.problem(cell, "is not " + form.expected());
        }
        return accepted;
    }

    private String otherwise(String text, String message) throws CellProblem {
        if (otherwise.quarantine()) {
            throw place.problem(text, message);
        }
        return otherwise.value();
    }
}
