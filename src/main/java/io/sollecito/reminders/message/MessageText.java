package io.sollecito.reminders.message;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of one template in one language, as its file has them; a text that the file leaves out is null.
 *
 * @param subject of the e-mail: neutral, because it shows on locked screens and in lists
 * @param title heads the message inside
 * @param body paragraphs with a blank line between them
 * @param payment whether it asks for payment
 * @param script for the person who calls
 */
record MessageText(
        Payment payment,
        String subject,
        String title,
        String body,
        String sms,
        String script,
        List<String> iceBreakers) {

    private static final List<String> KEYS =
            List.of(Payment.KEY, "subject", "title", "body", "sms", "script", "iceBreakers");

    static MessageText of(YamlNode root) {
        YamlNode iceBreakers = root.get("iceBreakers");
        return new MessageText(
                Payment.of(root),
                text(root, "subject"),
                text(root, "title"),
                text(root, "body"),
                text(root, "sms"),
                text(root, "script"),
                iceBreakers == null
                        ? List.of()
                        : iceBreakers.list().stream()
                                .map(YamlNode::text)
                                .map(String::strip)
                                .toList());
    }

    static List<Problem> check(YamlNode root, List<String> lines) {
        if (!root.isMap()) {
            return List.of(root.problem("is no list of keys", "Allowed keys: " + String.join(", ", KEYS) + "."));
        }
        List<Problem> problems = new ArrayList<>(root.unknownKeys(KEYS));
        root.map().forEach((key, value) -> problems.addAll(checkValue(key, value)));
        boolean message = root.get("subject") != null && root.get("title") != null && root.get("body") != null;
        if (!message && root.get("script") == null) {
            problems.add(root.problem("says nothing", "Give subject, title and body, or script."));
        }
        YamlNode payment = root.get(Payment.KEY);
        if (payment != null && payment.isText() && Payment.given(root).isEmpty()) {
            problems.add(payment.problem(
                    "'" + payment.text() + "' does not say whether it asks for payment",
                    "Write " + String.join(", ", Payment.WORDS)
                            + ": collected announces what the bank collects, none asks for nothing."));
        }
        problems.addAll(TagRules.check(
                root.file(), withoutComments(lines), line -> placeOf(root.map(), line), Payment.of(root)));
        return problems;
    }

    private static List<Problem> checkValue(String key, YamlNode value) {
        boolean several = key.equals("iceBreakers");
        for (YamlNode text : several ? value.list() : List.of(value)) {
            if (!text.isText()) {
                return List.of(text.problem(
                        key + " is no text",
                        "Put it in quotes, or after '|' on lines of its own: YAML reads [ as a list."));
            }
            if (text.text().isBlank()) {
                return List.of(text.problem(key + " is empty", "Write it, or remove the key."));
            }
        }
        boolean oneLine = key.equals("subject") || key.equals("title");
        return oneLine && value.text().strip().contains("\n")
                ? List.of(value.problem(key + " has several lines", "Write it on one line."))
                : List.of();
    }

    private static Place placeOf(Map<String, YamlNode> entries, int line) {
        String key = "body";
        int nearest = 0;
        for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
            int start = entry.getValue().line();
            if (start <= line && start > nearest) {
                nearest = start;
                key = entry.getKey();
            }
        }
        return Place.ofKey(key);
    }

    /** A line that begins with # in the first column is a comment; inside a text it would be indented. */
    private static List<String> withoutComments(List<String> lines) {
        return lines.stream().map(line -> line.startsWith("#") ? "" : line).toList();
    }

    private static String text(YamlNode root, String key) {
        YamlNode value = root.get(key);
        return value == null ? null : value.text().strip();
    }
}
