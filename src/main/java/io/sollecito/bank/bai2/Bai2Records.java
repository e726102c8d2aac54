package io.sollecito.bank.bai2;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The records of a file, put together with their continuations. Most files have a record a line; several may stand on one,
 * parted by a slash and blanks, and a text may go on in a line without a code.
 */
final class Bai2Records {

    /** Of one record with its continuations; what goes beyond is a problem. */
    static final int LONGEST = 64 * 1024;

    private static final String TRANSACTION = "16";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern CODED = Pattern.compile("(?:01|02|03|16|49|88|98|99)[,:].*", Pattern.DOTALL);
    private static final Pattern NEXT_ON_LINE = Pattern.compile("/\\s+(?=02,[^,]*,[^,]*,[0-9]?,|03,[^,]+,[A-Z]{0,3},"
            + "|16,[0-9]{3},[0-9]*,|49,[-+]?[0-9]*,[0-9]|88,|98,[-+]?[0-9]*,[0-9]|99,[-+]?[0-9]*,[0-9])");

    private final TextLines lines;
    private final RecordProblems problems;
    private final Deque<Piece> pieces = new ArrayDeque<>();

    Bai2Records(InputStream content, RecordProblems problems) {
        this.lines = new TextLines(content);
        this.problems = problems;
    }

    /** A record or continuation as it stands in the file. */
    private record Piece(String text, long line, long column) {

        boolean isCoded() {
            return CODED.matcher(text).matches();
        }

        boolean isContinuation() {
            return !isCoded() || text.startsWith("88");
        }

        /** What follows the code, without the slash that ends a record. */
        String content() {
            String content = (isCoded() ? text.substring(3) : text).stripTrailing();
            return content.endsWith("/") ? content.substring(0, content.length() - 1) : content;
        }
    }

    /** The next record; null at the end of the file. */
    Bai2Record next() throws IOException, DamagedFile {
        Piece first = piece();
        if (first == null) {
            return null;
        }
        pieces.remove();
        if (first.isContinuation()) {
            throw new DamagedFile(first.line(), first.column(), "this is no record of BAI version 2");
        }
        StringBuilder content = new StringBuilder(first.content());
        int records = 1;
        boolean cut = false;
        for (Piece next = piece(); next != null && next.isContinuation(); next = piece()) {
            pieces.remove();
            records += next.isCoded() ? 1 : 0;
            if (!next.isCoded() && !first.text().startsWith(TRANSACTION)) {
                problems.at(next.line(), next.column(), "this is no record of BAI version 2");
            }
            cut |= content.length() + next.text().length() > LONGEST;
            if (!cut) {
                content.append(Bai2Record.CONTINUED).append(next.content());
            }
        }
        if (cut || content.length() > LONGEST) {
            problems.at(first.line(), first.column(), "this record is longer than the hub reads");
        }
        return new Bai2Record(first.text().substring(0, 2), content.toString(), first.line(), first.column(), records);
    }

    /** The piece to come, which stays; null at the end of the file. */
    private Piece piece() throws IOException {
        while (pieces.isEmpty()) {
            String line = lines.next();
            if (line == null) {
                return null;
            }
            part(CONTROL.matcher(line).replaceAll(" "), lines.number());
        }
        return pieces.peek();
    }

    private void part(String line, long number) {
        int from = 0;
        Matcher end = NEXT_ON_LINE.matcher(line);
        while (end.find()) {
            add(line.substring(from, end.start() + 1), number, from);
            from = end.end();
        }
        add(line.substring(from), number, from);
    }

    private void add(String text, long line, int from) {
        String stripped = text.strip();
        if (!stripped.isEmpty()) {
            pieces.add(new Piece(stripped, line, from + 1L + text.indexOf(stripped)));
        }
    }
}
