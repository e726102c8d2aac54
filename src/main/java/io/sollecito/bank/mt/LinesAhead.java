package io.sollecito.bank.mt;

import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Lines of which the next ones can be looked at; without control characters. */
final class LinesAhead {

    record Line(String text, long number) {}

    private final TextLines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();

    LinesAhead(TextLines lines) {
        this.lines = lines;
    }

    /** Null at the end of the file. */
    Line take() throws IOException {
        return ahead.isEmpty() ? read() : ahead.removeFirst();
    }

    /** The next line; null at the end of the file. */
    Line peek() throws IOException {
        return fill(1) ? ahead.peekFirst() : null;
    }

    /** The line after the next; null at the end of the file. */
    Line peekSecond() throws IOException {
        if (!fill(2)) {
            return null;
        }
        Iterator<Line> both = ahead.iterator();
        both.next();
        return both.next();
    }

    /** Puts a line before all others. */
    void push(Line line) {
        ahead.addFirst(line);
    }

    private boolean fill(int count) throws IOException {
        while (ahead.size() < count) {
            Line line = read();
            if (line == null) {
                return false;
            }
            ahead.addLast(line);
        }
        return true;
    }

    private Line read() throws IOException {
        String text = lines.next();
        return text == null ? null : new Line(clean(text), lines.number());
    }

    /** Transmission marks before a line go; inside it they are blanks, like tabs. */
    private static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                if (clean == null) {
                    clean = new StringBuilder(text);
                }
                clean.setCharAt(i, ' ');
            }
        }
        if (clean == null) {
            return text;
        }
        int first = 0;
        while (first < text.length() && Character.isISOControl(text.charAt(first))) {
            first++;
        }
        return clean.substring(first);
    }
}
