package io.sollecito.bank.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * The records of a file of records of one length: each on a line of its own, its end blanks left away or not, or one after
 * the other without line ends. Blank records are left out.
 */
public final class FixedRecords {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final FixedRecord BLANK = new FixedRecord("", 0, 0);

    private final TextLines lines;
    private final int length;
    private final boolean blankFirst;
    private String text = "";
    private int at;
    private long line;
    private int before;

    public FixedRecords(InputStream content, int length) {
        this(content, length, false);
    }

    /** @param blankFirst whether records begin with a blank, which a line may lack */
    public FixedRecords(InputStream content, int length, boolean blankFirst) {
        this.lines = new TextLines(content);
        this.length = length;
        this.blankFirst = blankFirst;
    }

    /** The next record; null at the end of the file. */
    public FixedRecord next() throws IOException {
        while (true) {
            FixedRecord record = text.length() - at >= length ? cut(length) : shorter();
            if (record == null || !record.text().isBlank()) {
                return record;
            }
        }
    }

    /** The rest of a line as a record, when it is one: the next piece of an endless line goes on with it. */
    private FixedRecord shorter() throws IOException {
        String next = lines.next();
        if (next == null) {
            return at < text.length() ? cut(text.length() - at) : null;
        }
        next = CONTROL.matcher(next).replaceAll(" ");
        if (lines.number() == line) {
            text = text.substring(at) + next;
            at = 0;
            return BLANK;
        }
        FixedRecord rest = at < text.length() ? cut(text.length() - at) : BLANK;
        boolean lacksFirst = blankFirst && !next.isEmpty() && next.charAt(0) != ' ';
        text = lacksFirst ? " " + next : next;
        at = 0;
        line = lines.number();
        before = lacksFirst ? -1 : 0;
        return rest;
    }

    private FixedRecord cut(int width) {
        FixedRecord record = new FixedRecord(text.substring(at, at + width), line, before);
        at += width;
        before += width;
        return record;
    }
}
