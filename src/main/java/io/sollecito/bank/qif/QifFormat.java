package io.sollecito.bank.qif;

import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.TextLines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Quicken Interchange Format: transactions of bank accounts, cards and cash, without currency. Rules: Intuit, QIF specification.
 * Whether days or months come first is decided once for the whole file, by the first megabyte of it.
 */
public class QifFormat implements StatementFormat {

    private static final int LOOKED_AT = 1 << 20;
    private static final Pattern BEGINNING =
            Pattern.compile("(?si)(?:ï»¿)?\\s{0,99}!(?:Type:(?:Bank|CCard|Cash|Oth [AL])|Account|Option:|Clear:).*");

    private final String name;
    private final QifDay.Order order;

    public QifFormat() {
        this("qif", null);
    }

    /** @param order what a person says of a file that does not tell it, or null */
    QifFormat(String name, QifDay.Order order) {
        this.name = name;
        this.order = order;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return order == null
                && BEGINNING
                        .matcher(new String(beginning, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        InputStream bytes = content.markSupported() ? content : new BufferedInputStream(content);
        bytes.mark(LOOKED_AT);
        QifHabits habits = QifHabits.of(bytes.readNBytes(LOOKED_AT), order);
        bytes.reset();
        new QifReader(file, sink, habits).read(new TextLines(bytes));
        return "qif";
    }
}
