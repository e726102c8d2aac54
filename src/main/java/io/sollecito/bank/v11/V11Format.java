package io.sollecito.bank.v11;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Swiss ESR/ISR credits (V11), record type 3 (100 characters) and type 4 (200), with their totals and without balances.
 * Rules: PostFinance, Recordstrukturen Elektronische Dienstleistungen.
 */
public final class V11Format implements StatementFormat {

    @Override
    public String name() {
        return "v11";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        String text = new String(beginning, 0, Math.min(beginning.length, 300), StandardCharsets.ISO_8859_1);
        return V11Record.SHORT.matcher(text).lookingAt()
                || V11Record.LONG.matcher(text).lookingAt();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        V11Reader reader = new V11Reader(file, sink);
        try {
            reader.read(new TextLines(content));
        } catch (DamagedFile damaged) {
            sink.unreadable(damaged.problem());
        }
        return name();
    }
}
