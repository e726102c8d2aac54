package io.sollecito.bank.norma43;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Norma 43 (AEB 43, CSB 43), the account statement of Spanish banks: records of 80 characters. */
public final class Norma43Format implements StatementFormat {

    private static final int LENGTH = 80;
    private static final Pattern HEADER = Pattern.compile("11[0-9]{18}[0-9]{12}[0-9][0-9]{14}[0-9]{3}[0-9 ]");

    @Override
    public String name() {
        return "norma43";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return HEADER.matcher(new String(beginning, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s*", ""))
                .lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        FixedRecordReader.read(new FixedRecords(content, LENGTH), new Norma43Reader(file, sink, problems), problems);
        return name();
    }
}
