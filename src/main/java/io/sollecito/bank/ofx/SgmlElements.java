package io.sollecito.bank.ofx;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.text.PlainText;
import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of OFX 1.x, which is SGML: elements with text need no end tag, aggregates do. What looks like no tag is text;
 * an end tag ends whatever is still open within its aggregate.
 */
final class SgmlElements {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9._]{0,31})\\s{0,9}(/?)>");
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");
    private static final int LONGEST_TAG = 64;
    private static final int MOST_DEPTH = 64;
    private static final int MOST_TEXT = 20_000;

    /** Elements that banks leave empty: nothing comes within them. */
    private static final Set<String> NEVER_AGGREGATES = Set.of(
            "ACCTID",
            "ACCTKEY",
            "ACCTTYPE",
            "ADDR1",
            "ADDR2",
            "ADDR3",
            "BALAMT",
            "BANKID",
            "BRANCHID",
            "BROKERID",
            "CHECKNUM",
            "CITY",
            "CODE",
            "CORRECTACTION",
            "CORRECTFITID",
            "COUNTRY",
            "CURDEF",
            "CURRATE",
            "CURSYM",
            "DTASOF",
            "DTAVAIL",
            "DTEND",
            "DTPOSTED",
            "DTSERVER",
            "DTSTART",
            "DTUSER",
            "EXTDNAME",
            "FID",
            "FITID",
            "INV401KSOURCE",
            "LANGUAGE",
            "MEMO",
            "MESSAGE",
            "MKTGINFO",
            "NAME",
            "ORG",
            "PAYEEID",
            "PHONE",
            "POSTALCODE",
            "REFNUM",
            "SEVERITY",
            "SIC",
            "SRVRTID",
            "STATE",
            "TRNAMT",
            "TRNTYPE",
            "TRNUID");

    private final OfxVisitor visitor;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String element;
    private OfxVisitor.Place place = new OfxVisitor.Place(1, 1);
    private OfxVisitor.Place tag = place;
    private boolean ended;

    SgmlElements(OfxVisitor visitor) {
        this.visitor = visitor;
    }

    /** @param first the rest of the line that the header ended in, which was read last */
    void read(String first, TextLines lines) throws IOException, DamagedFile {
        String line = first;
        String rest = "";
        int column = 1;
        while (line != null) {
            long number = lines.number();
            String next = lines.next();
            boolean goesOn = next != null && lines.number() == number;
            String all = rest + line;
            int used = take(all, number, column);
            // a tag may go on in the next piece of a very long line
            int begun = goesOn ? all.lastIndexOf('<') : -1;
            int tail = begun >= used && all.length() - begun < LONGEST_TAG ? begun : all.length();
            text(all.substring(used, tail));
            rest = goesOn ? all.substring(tail) : "";
            column = goesOn ? column + tail : 1;
            if (!goesOn) {
                text(" ");
            }
            line = next;
        }
        if (!ended) {
            place = new OfxVisitor.Place(lines.number(), 1);
            throw damaged("the file ends before </OFX>");
        }
    }

    /** Takes tags and the text before each; returns how far it came. */
    private int take(String line, long number, int column) throws DamagedFile {
        Matcher tags = TAG.matcher(line);
        int at = 0;
        while (tags.find()) {
            text(line.substring(at, tags.start()));
            place = new OfxVisitor.Place(number, column + tags.start());
            tag(
                    tags.group(2).toUpperCase(Locale.ROOT),
                    tags.group(1).equals("/"),
                    tags.group(3).equals("/"));
            at = tags.end();
        }
        return at;
    }

    private void text(String more) {
        if (element != null && text.length() < MOST_TEXT) {
            text.append(more, 0, Math.min(more.length(), MOST_TEXT - text.length()));
        }
    }

    private void tag(String name, boolean end, boolean empty) throws DamagedFile {
        boolean ofItself = end && name.equals(element);
        finishElement(ofItself);
        if (ended && !end && !name.equals("OFX")) {
            throw damaged("<" + name + "> follows after </OFX>, and only a further document may");
        }
        ended &= end;
        if (ended || ofItself) {
            return;
        }
        if (end) {
            close(name);
        } else if (!empty) {
            element = name;
            tag = place;
            text.setLength(0);
        }
    }

    /** What was begun is an element if text followed it, or nothing ever comes within it; else an aggregate. */
    private void finishElement(boolean endedItself) throws DamagedFile {
        if (element == null) {
            return;
        }
        String name = element;
        element = null;
        String value = PlainText.of(Entities.resolved(withoutMarks(text.toString())));
        if (value != null || endedItself || NEVER_AGGREGATES.contains(name)) {
            visitor.value(name, value, tag);
            return;
        }
        if (open.size() == MOST_DEPTH) {
            throw damaged("elements are nested deeper than " + MOST_DEPTH);
        }
        open.push(name);
        visitor.open(name, tag);
    }

    private static String withoutMarks(String text) {
        return text.contains("<![") ? CDATA.matcher(text).replaceAll("") : text;
    }

    private void close(String name) throws DamagedFile {
        if (!open.contains(name)) {
            return;
        }
        String closed;
        do {
            closed = open.pop();
            visitor.close(closed, place);
        } while (!closed.equals(name));
        ended = name.equals("OFX");
    }

    private DamagedFile damaged(String message) {
        return new DamagedFile(place.line(), place.column(), message);
    }
}
