package io.sollecito.bank.cbi;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * CBI, the account reports of Italian banks: RH (rendicontazione saldi e movimenti, daily) and EC (estratto conto,
 * periodic); records of 120 characters, the first of which is blank.
 */
public final class CbiFormat implements StatementFormat {

    private static final int LENGTH = 120;
    private static final Pattern HEADER = Pattern.compile(
            "(RH|EC)[0-9A-Z]{5}[0-9A-Z ]{5}[0-9]{6}[^,\\r\\n]{0,120}\\s*" + "(61[0-9]{7}|EF[0-9A-Z]{5}).*",
            Pattern.DOTALL);

    @Override
    public String name() {
        return "cbi";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return HEADER.matcher(new String(beginning, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s*", ""))
                .lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        CbiReader reader = new CbiReader(file, sink, problems);
        FixedRecordReader.read(new FixedRecords(content, LENGTH, true), reader, problems);
        return reader.format();
    }
}
