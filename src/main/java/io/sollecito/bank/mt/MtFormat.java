package io.sollecito.bank.mt;

import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** SWIFT MT940 (statement of a day) and MT942 (report during the day), with or without the SWIFT envelope. */
public final class MtFormat implements StatementFormat {

    static final String MT940 = "mt940";
    static final String MT942 = "mt942";

    private static final Pattern BALANCE_OR_ENTRY =
            Pattern.compile("(?:^|[\\r\\n]|\\{4:)[\\x00-\\x1f]*:(?:6[02][FM]:[CD]|61:[0-9]{6}|34F:[A-Z]{3})");
    private static final Pattern REFERENCE_AND_ACCOUNT = Pattern.compile(
            "(?:^|[\\r\\n]|\\{4:)[\\x00-\\x1f]*:20:[^\\r\\n]{0,100}[\\r\\n]+(?::21:[^\\r\\n]{0,100}[\\r\\n]+)?:25P?:");

    @Override
    public String name() {
        return MT940;
    }

    @Override
    public List<String> names() {
        return List.of(MT940, MT942);
    }

    @Override
    public boolean recognises(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        return !text.stripLeading().startsWith("<")
                && (BALANCE_OR_ENTRY.matcher(text).find()
                        || REFERENCE_AND_ACCOUNT.matcher(text).find());
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        return new MtReader(new Fields(new TextLines(content)), file, sink).read();
    }
}
