package io.sollecito.reminders.message;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a body of plain paragraphs into the source of an HTML or text message. Only the template's own words are turned;
 * values come later and stay values.
 */
final class BodySource {

    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern ONE_CONDITION =
            Pattern.compile("(\\[\\[[#^](\\w+)]])((?:(?!\\[\\[/\\2]]).)*)(\\[\\[/\\2]])");

    private BodySource() {}

    /** Paragraphs, each on one line. */
    static List<String> paragraphs(String body) {
        return List.of(body.strip().split("\\n[ \\t]*\\n\\s*")).stream()
                .map(paragraph -> paragraph.replaceAll("\\s*\\n\\s*", " ").strip())
                .toList();
    }

    /** HTML paragraphs; a paragraph that is a block's name becomes the block. */
    static String html(String body, Map<String, String> blocks) {
        return paragraphs(body).stream()
                .map(paragraph -> blocks.containsKey(paragraph) ? blocks.get(paragraph) : htmlParagraph(paragraph))
                .collect(Collectors.joining("\n"));
    }

    /** Words of a template as HTML: escaped, {@code **bold**} made strong. */
    static String htmlWords(String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return BOLD.matcher(escaped).replaceAll("<strong>$1</strong>");
    }

    /** Words of a template as plain text. */
    static String plainWords(String words) {
        return BOLD.matcher(words).replaceAll("$1");
    }

    /** A paragraph that is nothing but one condition disappears whole when the condition fails. */
    private static String htmlParagraph(String paragraph) {
        Matcher condition = ONE_CONDITION.matcher(paragraph);
        return condition.matches()
                ? condition.group(1) + "<p>" + htmlWords(condition.group(3)) + "</p>" + condition.group(4)
                : "<p>" + htmlWords(paragraph) + "</p>";
    }
}
