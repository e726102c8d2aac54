package io.sollecito.bank.bai2;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** BAI version 2, the balance report of banks in North America; version 3 (BTRS), which continues it, is read alike. */
public final class Bai2Format implements StatementFormat {

    private static final Pattern HEADER = Pattern.compile(
            "01,[^,\\r\\n]*,[^,\\r\\n]*,[0-9]{6},[0-9]{0,4},[^,\\r\\n]*,[0-9 ]*,[0-9 ]*, *[123] *(/|[\\r\\n]|$)");

    @Override
    public String name() {
        return "bai2";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return HEADER.matcher(new String(beginning, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s*", ""))
                .lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        Bai2Records records = new Bai2Records(content, problems);
        Bai2Reader reader = new Bai2Reader(file, sink, problems);
        try {
            for (Bai2Record record = records.next(); record != null; record = records.next()) {
                reader.record(record);
            }
            reader.end();
        } catch (DamagedFile damage) {
            problems.damaged(damage);
        }
        return name();
    }
}
