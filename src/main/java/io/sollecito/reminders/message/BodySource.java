package io.sollecito.reminders.message;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Turns a body of plain paragraphs into the source of an HTML or text message. Only the template's own words are turned;
 * values come later and stay values.
 */
final class BodySource {

    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern ONE_CONDITION =
            Pattern.compile("(\\[\\[[#^](\\w+)]])((?:(?!\\[\\[/\\2]]).)*)(\\[\\[/\\2]])");

    /** The closing words and the paragraph before. */
    private static final int ENDING = 2;

    private BodySource() {}

    /** Paragraphs, each on one line. */
    static List<String> paragraphs(String body) {
        return List.of(body.strip().split("\\n[ \\t]*\\n\\s*")).stream()
                .map(paragraph -> paragraph.replaceAll("\\s*\\n\\s*", " ").strip())
                .toList();
    }

    /**
     * HTML paragraphs; a paragraph that is a block's name becomes the block. The last paragraphs are of class {@code end}:
     * a page keeps them with the signature.
     */
    static String html(String body, Map<String, String> blocks) {
        List<String> paragraphs = paragraphs(body);
        int end = paragraphs.size() - ENDING;
        return IntStream.range(0, paragraphs.size())
                .mapToObj(at -> blocks.containsKey(paragraphs.get(at))
                        ? blocks.get(paragraphs.get(at))
                        : htmlParagraph(paragraphs.get(at), at < end ? "<p>" : "<p class=\"end\">"))
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
    private static String htmlParagraph(String paragraph, String start) {
        Matcher condition = ONE_CONDITION.matcher(paragraph);
        return condition.matches()
                ? condition.group(1) + start + htmlWords(condition.group(3)) + "</p>" + condition.group(4)
                : start + htmlWords(paragraph) + "</p>";
    }
}
