package io.sollecito.bank.nets;

import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Nets OCR giro (Norway): the payments with KID to an account, without balances. Rules: Nets, OCR giro, system specification.
 */
public final class NetsOcrFormat implements StatementFormat {

    private static final int LENGTH = 80;

    @Override
    public String name() {
        return "ocr";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return new String(beginning, 0, Math.min(beginning.length, 40), StandardCharsets.ISO_8859_1)
                .matches("(?s)(ï»¿)?NY000010[0-9]{8}.*");
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        RecordProblems problems = new RecordProblems(file, sink);
        FixedRecordReader.read(new FixedRecords(content, LENGTH), new NetsOcrReader(file, sink, problems), problems);
        return name();
    }
}
