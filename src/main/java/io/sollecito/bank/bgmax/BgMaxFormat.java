package io.sollecito.bank.bgmax;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bankgiro Inbetalningar (BgMax): the payments to Swedish bankgiro numbers, without balances. Rules: Bankgirot, Bankgiro
 * Inbetalningar, Technical Manual.
 */
public final class BgMaxFormat implements StatementFormat {

    private static final int LENGTH = 80;

    @Override
    public String name() {
        return "bgmax";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return new String(beginning, 0, Math.min(beginning.length, 40), StandardCharsets.ISO_8859_1)
                .matches("(?s)(ï»¿)?01BGMAX .*");
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        FixedRecordReader.read(new FixedRecords(content, LENGTH), new BgMaxReader(file, sink, problems), problems);
        return name();
    }
}
