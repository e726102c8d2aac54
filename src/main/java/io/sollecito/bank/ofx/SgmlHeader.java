package io.sollecito.bank.ofx;

import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block of KEY:VALUE before an OFX 1.x document, on lines of their own or all on one. Its CHARSET counts for texts that are
 * no UTF-8: many banks write UTF-8 and say 1252.
 *
 * @param rest of the line where the document begins; null when there is none
 */
record SgmlHeader(String version, String rest) {

    private static final Pattern KEYS = Pattern.compile("\\b(VERSION|CHARSET)\\s{0,9}:\\s{0,9}([A-Za-z0-9_-]{1,20}?)"
            + "(?=\\s|$|SECURITY|COMPRESSION|ENCODING|OLDFILEUID)|(?<=[A-Z0-9])(VERSION|CHARSET):([A-Za-z0-9_-]{1,20}?)"
            + "(?=\\s|$|SECURITY|COMPRESSION|ENCODING|OLDFILEUID)");
    private static final int MOST_LINES = 100;

    static SgmlHeader read(TextLines lines) throws IOException {
        String version = null;
        String line = lines.next();
        for (int i = 0; line != null && i < MOST_LINES; i++) {
            int document = line.indexOf('<');
            String head = document < 0 ? line : line.substring(0, document);
            Matcher keys = KEYS.matcher(head);
            while (keys.find()) {
                String key = keys.group(1) == null ? keys.group(3) : keys.group(1);
                String value = keys.group(2) == null ? keys.group(4) : keys.group(2);
                if (key.equals("VERSION")) {
                    version = value;
                } else {
                    charset(value, lines);
                }
            }
            if (document >= 0) {
                return new SgmlHeader(version, line);
            }
            line = lines.next();
        }
        return new SgmlHeader(version, line);
    }

    private static void charset(String named, TextLines lines) {
        String name = named.toUpperCase(Locale.ROOT);
        if (name.matches("125[0-8]|87[4]|93[26]")) {
            name = "windows-" + name;
        } else if (name.matches("8859-[0-9]{1,2}")) {
            name = "ISO-" + name;
        }
        try {
            // ISO 8859-1 is read as windows-1252, which has more characters and which banks mean
            if (!name.equals("NONE") && !name.equals("ISO-8859-1")) {
                lines.otherwise(Charset.forName(name));
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // then what most banks mean
        }
    }
}
