package io.sollecito.digest;

import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.model.OneLine;
import java.util.List;

/** A digest as plain text of 72 columns, amounts aligned at the right. */
final class DigestText {

    private static final int WIDTH = 72;

    private DigestText() {}

    static String write(Digest digest, List<Section> sections) {
        return write(digest.creditor().name(), "Receivables digest, " + Words.longDay(digest.day()), sections);
    }

    static String write(String creditor, String what, List<Section> sections) {
        StringBuilder text = new StringBuilder();
        line(text, oneLine(creditor));
        line(text, what);
        for (Section section : sections) {
            text.append('\n');
            line(text, section.title());
            line(text, "-".repeat(section.title().length()));
            if (section.note() != null) {
                wrapped(text, section.note(), "");
            }
            section.rows().forEach(row -> row(text, row));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Row row) {
        if (row.kind() == Kind.HEAD) {
            text.append('\n');
        }
        String indent = row.kind() == Kind.PART ? "    " : "";
        String label = indent
                + oneLine(row.label())
                + (row.amount() != null && row.count() != null && row.kind() != Kind.MORE
                        ? " (" + Words.count(row.count()) + ")"
                        : "");
        if (row.amount() == null) {
            wrapped(text, label.strip(), indent);
        } else {
            String right = row.figure() + (row.currency() == null ? "" : " " + row.currency());
            int gap = WIDTH - label.length() - right.length();
            if (gap < 2) {
                wrapped(text, label.strip(), indent);
                label = "";
                gap = Math.max(0, WIDTH - right.length());
            }
            line(text, label + " ".repeat(gap) + right);
        }
        if (row.detail() != null) {
            wrapped(text, oneLine(row.detail()), indent + "  ");
        }
    }

    private static void wrapped(StringBuilder text, String words, String indent) {
        StringBuilder current = new StringBuilder(indent);
        for (String word : words.split(" ")) {
            if (current.length() > indent.length() && current.length() + 1 + word.length() > WIDTH) {
                line(text, current.toString());
                current = new StringBuilder(indent);
            }
            current.append(current.length() > indent.length() ? " " : "").append(word);
        }
        line(text, current.toString());
    }

    private static String oneLine(String foreign) {
        return OneLine.of(foreign);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
