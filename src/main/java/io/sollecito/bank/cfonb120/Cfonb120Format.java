package io.sollecito.bank.cfonb120;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** CFONB 120 (AFB 120), the account statement of French banks: records of 120 characters, with line ends or without. */
public final class Cfonb120Format implements StatementFormat {

    private static final int LENGTH = 120;
    private static final Pattern OPENING = Pattern.compile(
            "01[0-9]{5}[ ]{4}[0-9]{5}([A-Z]{3}| {3})[0-9 ].[0-9A-Z]{11}..[0-9]{6}.{50}[0-9]{13}[0-9{}A-R]");

    @Override
    public String name() {
        return "cfonb120";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return OPENING.matcher(new String(beginning, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s*", ""))
                .lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        FixedRecordReader.read(new FixedRecords(content, LENGTH), new Cfonb120Reader(file, sink, problems), problems);
        return name();
    }
}
