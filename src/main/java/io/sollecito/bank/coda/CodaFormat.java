package io.sollecito.bank.coda;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** CODA, the coded statement of account of Belgian banks: Febelfin's standard, version 2; records of 128 characters. */
public final class CodaFormat implements StatementFormat {

    static final int LENGTH = 128;

    private static final Pattern HEADER =
            Pattern.compile("0{4}[0-9]{7}[0-9 ]{3}05[D ][^\\r\\n]{110,140}[12] *([\\r\\n1]|$)");

    @Override
    public String name() {
        return "coda";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return HEADER.matcher(new String(beginning, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s*", ""))
                .lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        FixedRecordReader.read(new FixedRecords(content, LENGTH), new CodaReader(file, sink, problems), problems);
        return name();
    }
}
