package io.sollecito.bank.ofx;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementFormat;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.HostileXml;
import io.sollecito.bank.text.TextLines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * OFX (and QFX) of any version: statements of bank accounts, credit cards and investment accounts. Rules: Open Financial
 * Exchange 1.6 and 2.2.
 */
public final class OfxFormat implements StatementFormat {

    private static final int HEADER = 8 * 1024;
    private static final Pattern BEGINNING = Pattern.compile(
            "(?si)(?:ï»¿)?\\s{0,99}"
                    + "(?:OFXHEADER\\s{0,9}:.*|(?:<\\?xml[^>]{0,199}>\\s{0,99})?(?:<!--.{0,999}?-->\\s{0,99})?(?:<\\?OFX\\s.*|<OFX>.*))");
    private static final Pattern XML = Pattern.compile("(?si)^[^<]{0,99}(?:<\\?xml|<\\?OFX)\\s.*");
    private static final Pattern VERSION =
            Pattern.compile("(?i)<\\?OFX[^>]{0,99}[^R]VERSION\\s{0,9}=\\s{0,9}[\"']([0-9]{3})");

    @Override
    public String name() {
        return "ofx";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return BEGINNING
                .matcher(new String(beginning, StandardCharsets.ISO_8859_1))
                .matches();
    }

    @Override
    public String read(InputStream content, String file, StatementSink sink) throws IOException {
        InputStream bytes = content.markSupported() ? content : new BufferedInputStream(content);
        bytes.mark(HEADER);
        String header = new String(bytes.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
        bytes.reset();
        OfxReader reader = new OfxReader(file, sink);
        String version = null;
        try {
            if (XML.matcher(header).matches()) {
                Matcher found = VERSION.matcher(header);
                version = found.find() ? found.group(1) : null;
                new XmlElements(reader).read(bytes);
            } else {
                TextLines lines = new TextLines(bytes);
                SgmlHeader sgml = SgmlHeader.read(lines);
                version = sgml.version();
                new SgmlElements(reader).read(sgml.rest(), lines);
            }
            reader.end();
        } catch (XMLStreamException malformed) {
            sink.unreadable(HostileXml.problem(file, malformed));
        } catch (DamagedFile damaged) {
            new RecordProblems(file, sink).damaged(damaged);
        }
        return version == null ? name() : name() + "." + version;
    }
}
