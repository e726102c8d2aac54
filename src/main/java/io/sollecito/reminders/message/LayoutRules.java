package io.sollecito.reminders.message;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What a layout must be: a page of letters well-formed XML, a frame with room for title and body. */
final class LayoutRules {

    static final String PAGE_STYLE = "page.css";

    private static final Pattern FOREIGN_IN_STYLE = Pattern.compile("<|&|\\[\\[");

    private LayoutRules() {}

    static List<Problem> check(String file, String name, String source) {
        List<Problem> problems = new ArrayList<>();
        if (name.equals("email.html") || name.equals("email.txt") || name.equals("letter.html")) {
            for (String slot : List.of("[[Title]]", "[[Body]]")) {
                if (!source.contains(slot)) {
                    problems.add(Problem.of(file, slot + " is missing", "Put it where the message's words belong."));
                }
            }
        }
        if (name.equals("letter.html") || name.equals("statement.html")) {
            wellFormed(file, source, problems);
        }
        if (name.equals(PAGE_STYLE)) {
            plainStyle(file, source.lines().toList(), problems);
        }
        return problems;
    }

    private static void plainStyle(String file, List<String> lines, List<Problem> problems) {
        for (int line = 0; line < lines.size(); line++) {
            Matcher foreign = FOREIGN_IN_STYLE.matcher(lines.get(line));
            if (foreign.find()) {
                problems.add(new Problem(
                        file,
                        line + 1,
                        foreign.start() + 1,
                        "'" + foreign.group() + "' has no place in a style",
                        lines.get(line),
                        "The style stands inside the pages, which are XHTML, and holds no variables: take it out."));
            }
        }
    }

    private static void wellFormed(String file, String source, List<Problem> problems) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(source)), new DefaultHandler());
        } catch (SAXParseException broken) {
            List<String> lines = source.lines().toList();
            int line = Math.max(1, broken.getLineNumber());
            problems.add(new Problem(
                    file,
                    line,
                    Math.max(1, broken.getColumnNumber()),
                    "is not well-formed: " + broken.getMessage(),
                    line <= lines.size() ? lines.get(line - 1) : null,
                    "Pages for print are XHTML without DOCTYPE: close every element, quote every attribute."));
        } catch (SAXException | IOException | ParserConfigurationException noParser) {
            throw new IllegalStateException(noParser);
        }
    }
}
