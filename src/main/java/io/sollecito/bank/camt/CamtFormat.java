package io.sollecito.bank.camt;

import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.HostileXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** ISO 20022 camt.052, camt.053 and camt.054 of any version, with any namespace prefix or none. */
public final class CamtFormat implements StatementFormat {

    @Override
    public String name() {
        return "camt";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        // UTF-16 shows as ISO 8859-1 with zeros between
        String text = new String(beginning, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.indexOf('<') >= 0
                && (text.contains("BkToCstmr") || text.contains("camt.05"))
                && text.substring(0, text.indexOf('<')).matches("(?s)(ï»¿|þÿ|ÿþ)?\\s*");
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        CamtReader reader = null;
        try (XmlCursor xml = XmlCursor.over(content)) {
            reader = new CamtReader(xml, file, sink);
            reader.read();
            return reader.format();
        } catch (XMLStreamException malformed) {
            sink.unreadable(HostileXml.problem(file, malformed));
            return reader == null ? null : reader.format();
        }
    }
}
