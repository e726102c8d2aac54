package io.sollecito.bank.mt;

import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of MT940 and MT942 messages, with or without SWIFT blocks, whatever stands between the messages. Text may begin
 * with a dash or a colon, so whether a line is a field or text is decided by where it stands.
 */
final class Fields {

    private static final Pattern TAG = Pattern.compile(":([0-9]{2}[A-Z]?|NS):");
    private static final Pattern BLOCK = Pattern.compile("\\{[1-5S]:");
    private static final Pattern TYPE = Pattern.compile("\\{2:[IO](9[0-9]{2})");
    private static final Pattern OPENING = Pattern.compile(":60[A-Z]?:\\s*[CD][0-9]{6}.*");
    private static final Set<String> IN_A_BODY = Set.of(
            "13", "13D", "34F", "60F", "60M", "61", "62F", "62M", "64", "64F", "65", "65F", "86", "90C", "90D", "NS");
    private static final Set<String> SEVERAL_LINES = Set.of("25", "25P", "61", "86", "NS");
    private static final int MOST_TEXT = 64 * 1024;
    private static final int MOST_LINES = 1000;

    private final LinesAhead lines;
    private boolean body;
    private String messageType;

    Fields(TextLines lines) {
        this.lines = new LinesAhead(lines);
    }

    /** What block 2 says the message under way is, such as 942; null when there is none. */
    String messageType() {
        return messageType;
    }

    /** The next field; null at the end of the file. */
    Field next() throws IOException {
        for (LinesAhead.Line line = lines.take(); line != null; line = lines.take()) {
            if (line.text().startsWith("-}")) {
                lines.push(new LinesAhead.Line(line.text().substring(2), line.number()));
                return end(line);
            }
            if (line.text().strip().equals("-")) {
                return end(line);
            }
            if (BLOCK.matcher(line.text()).lookingAt()) {
                header(line);
                continue;
            }
            Matcher tag = TAG.matcher(line.text());
            if (tag.lookingAt()) {
                return field(tag.group(1), line.text().substring(tag.end()), line.number());
            }
        }
        return null;
    }

    private Field end(LinesAhead.Line line) {
        body = false;
        messageType = null;
        return new Field(Field.END, line.number(), List.of(), false);
    }

    /** What stands behind {4: on its line is read as a line. */
    private void header(LinesAhead.Line line) {
        Matcher type = TYPE.matcher(line.text());
        if (type.find()) {
            messageType = type.group(1);
        }
        int text = line.text().indexOf("{4:");
        if (text >= 0) {
            lines.push(new LinesAhead.Line(line.text().substring(text + "{4:".length()), line.number()));
        }
    }

    private Field field(String tag, String first, long number) throws IOException {
        body = tag.startsWith("60") || tag.equals("61") || body && !tag.startsWith("62") && !tag.equals("20");
        List<String> text = new ArrayList<>();
        text.add(first);
        long length = first.length();
        boolean cut = false;
        while (SEVERAL_LINES.contains(tag) && continues()) {
            String line = lines.take().text();
            length += line.length();
            if (length > MOST_TEXT || text.size() > MOST_LINES) {
                cut = true;
            } else if (!line.isEmpty()) {
                text.add(line);
            }
        }
        return new Field(tag, number, text, cut);
    }

    private boolean continues() throws IOException {
        LinesAhead.Line next = lines.peek();
        if (next == null
                || next.text().startsWith("-}")
                || BLOCK.matcher(next.text()).lookingAt()) {
            return false;
        }
        if (next.text().strip().equals("-")) {
            return body && bodyGoesOn();
        }
        Matcher tag = TAG.matcher(next.text());
        return !tag.lookingAt() || body && !isField(tag.group(1), next.text());
    }

    /** Whether the line after a lone dash belongs to the same statement, so that the dash is text. */
    private boolean bodyGoesOn() throws IOException {
        LinesAhead.Line after = lines.peekSecond();
        if (after == null
                || after.text().isBlank()
                || BLOCK.matcher(after.text()).lookingAt()) {
            return false;
        }
        Matcher tag = TAG.matcher(after.text());
        return !tag.lookingAt() || IN_A_BODY.contains(tag.group(1));
    }

    private boolean isField(String tag, String line) throws IOException {
        if (tag.equals("20")) {
            LinesAhead.Line after = lines.peekSecond();
            return after != null && after.text().matches(":(21|25|28|60).*");
        }
        return tag.startsWith("60") ? OPENING.matcher(line).matches() : IN_A_BODY.contains(tag);
    }
}
