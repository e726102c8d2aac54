package io.sollecito.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads pieces of a mapping file and collects everything that is wrong with it. */
final class Loading {

    private final List<Problem> problems = new ArrayList<>();

    private final List<Problem> advices = new ArrayList<>();

    private final List<Problem> needed = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    /** What works and is hardly meant so: {@code hub check} reports it, nothing refuses to read the file. */
    List<Problem> advices() {
        return advices;
    }

    /** What no file can be connected without, although it can be read. */
    List<Problem> needed() {
        return needed;
    }

    void needed(YamlNode where, String message, String remedy) {
        needed.add(where.problem(message, remedy));
    }

    void advice(YamlNode where, String message, String remedy) {
        advices.add(where.problem(message, remedy));
    }

    void problem(YamlNode where, String message, String remedy) {
        problems.add(where.problem(message, remedy));
    }

    /** Whether the node is a map; its unknown keys are problems. */
    boolean isMapOf(YamlNode node, List<String> keys, String what) {
        if (!node.isMap()) {
            problem(node, what + " must be a map", "Keys allowed here: " + String.join(", ", keys) + ".");
            return false;
        }
        problems.addAll(node.unknownKeys(keys));
        return true;
    }

    /** The text of a key; null when the key is missing, or is no text (a problem). */
    String text(YamlNode parent, String key) {
        YamlNode node = parent.get(key);
        if (node == null) {
            return null;
        }
        if (!node.isText()) {
            problem(
                    node,
                    "'" + key + "' must be a text",
                    "Write " + key + ": and one value, in quotes if it has signs.");
            return null;
        }
        return node.text();
    }

    boolean flag(YamlNode parent, String key) {
        String text = text(parent, key);
        if (text == null) {
            return false;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problem(parent.get(key), "'" + key + "' must be true or false", "Write " + key + ": true, or remove it.");
        }
        return text.equals("true");
    }

    /** A whole number of at least {@code least}. */
    int number(YamlNode parent, String key, int least, int fallback) {
        String text = text(parent, key);
        if (text == null) {
            return fallback;
        }
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        problem(
                parent.get(key),
                "'" + key + "' must be a whole number from " + least,
                "Such as " + key + ": " + Math.max(1, least) + ".");
        return fallback;
    }

    /** A single character; {@code tab} names the tab. */
    char character(YamlNode parent, String key, char fallback) {
        String text = text(parent, key);
        return text == null ? fallback : character(text, key, parent.get(key), fallback);
    }

    /** One character, or a list of them. */
    List<Character> characters(YamlNode parent, String key, char fallback) {
        List<String> texts = texts(parent, key);
        return texts.isEmpty()
                ? List.of(fallback)
                : texts.stream()
                        .map(text -> character(text, key, parent.get(key), fallback))
                        .toList();
    }

    private char character(String text, String key, YamlNode where, char fallback) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            problem(where, "'" + key + "' must be one character", "Write it in quotes, such as \";\", or tab.");
            return fallback;
        }
        return text.charAt(0);
    }

    /** A text or a list of texts; empty when the key is missing. */
    List<String> texts(YamlNode parent, String key) {
        YamlNode node = parent.get(key);
        if (node == null) {
            return List.of();
        }
        if (node.isMap() || node.list().isEmpty() || !node.list().stream().allMatch(YamlNode::isText)) {
            problem(node, "'" + key + "' must be a text or a list of texts", "Such as " + key + ": [one, other].");
            return List.of();
        }
        return node.list().stream().map(YamlNode::text).toList();
    }

    Set<String> textSet(YamlNode parent, String key) {
        return new LinkedHashSet<>(texts(parent, key));
    }

    Pattern regex(YamlNode parent, String key) {
        String text = text(parent, key);
        if (text == null) {
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            problem(
                    parent.get(key),
                    "'" + key + "' is no regular expression: " + wrong.getDescription(),
                    "The syntax is RE2's: no look-ahead and no back-references.");
            return null;
        }
    }

    Dates.Pattern datePattern(YamlNode node, Locale language) {
        try {
            return Dates.Pattern.of(node.text(), language);
        } catch (IllegalArgumentException wrong) {
            problem(
                    node,
                    "'" + node.text() + "' is no date pattern: " + wrong.getMessage(),
                    "Write it like dd.MM.yyyy, yyyy-MM-dd or yyyyMMdd.");
            return null;
        }
    }
}
