package io.sollecito.bank.v11;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Swiss ESR/ISR credits (V11), record type 3 (100 characters) and type 4 (200), with their totals and without balances.
 * Rules: PostFinance, Recordstrukturen Elektronische Dienstleistungen.
 */
public final class V11Format implements StatementFormat {

    private static final int BEGINNING = 300;

    @Override
    public String name() {
        return "v11";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        String text = new String(beginning, 0, Math.min(beginning.length, BEGINNING), StandardCharsets.ISO_8859_1);
        return V11Record.SHORT.matcher(text).lookingAt()
                || V11Record.LONG.matcher(text).lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        InputStream bytes = content.markSupported() ? content : new BufferedInputStream(content);
        bytes.mark(BEGINNING);
        String beginning = new String(bytes.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        bytes.reset();
        int length = V11Record.LONG.matcher(beginning).lookingAt() ? V11Record.LONG_LENGTH : V11Record.SHORT_LENGTH;
        RecordProblems problems = new RecordProblems(file, sink);
        FixedRecordReader.read(new FixedRecords(bytes, length), new V11Reader(file, sink, problems), problems);
        return name();
    }
}
