package io.sollecito.mapping.source;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML; document types and entities are refused, because they can reach outside and grow without end. */
final class XmlEvents implements TreeEvents {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final TreeBuilder builder;
    private final String name;
    private XMLStreamReader xml;

    XmlEvents(InputStream in, TreeBuilder builder, String name) {
        this.in = in;
        this.builder = builder;
        this.name = name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, type, related, location) -> {
            // errors come as exceptions too; the reader would print them
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    @Override
    public TreeNode nextUnit() throws BrokenSource {
        try {
            if (xml == null) {
                xml = FACTORY.createXMLStreamReader(in);
            }
            while (xml.hasNext()) {
                TreeNode unit = take(xml.next());
                if (unit != null) {
                    return unit;
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException malformed) {
            Location at = malformed instanceof XMLStreamException said ? said.getLocation() : null;
            throw broken(at, "is no well-formed XML: " + plain(malformed));
        }
    }

    private TreeNode take(int event) throws BrokenSource {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                return start();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
            case XMLStreamConstants.END_ELEMENT -> {
                if (!builder.isSkipping()) {
                    strip(builder.node());
                }
                return builder.end();
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw broken(xml.getLocation(), "has a document type or an entity of its own, which is refused");
            default -> {
                // comments, processing instructions
            }
        }
        return null;
    }

    /** An attribute may be the unit that is looked for. */
    private TreeNode start() throws BrokenSource {
        boolean skipping = builder.isSkipping();
        Location at = skipping ? null : xml.getLocation();
        String local = xml.getLocalName();
        if (builder.isOtherDocument(xml.getNamespaceURI(), local)) {
            throw broken(at, "is a document of another kind: " + local.substring(0, Math.min(60, local.length())));
        }
        boolean kept = builder.start(
                xml.getNamespaceURI(),
                local,
                at == null ? 0 : at.getLineNumber(),
                at == null ? 0 : at.getColumnNumber());
        if (!kept || !builder.asksAttributes()) {
            return null;
        }
        TreeNode unit = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = "@" + xml.getAttributeLocalName(i);
            if (builder.start(null, attribute, builder.node().line, builder.node().column)) {
                builder.value(stripped(xml.getAttributeValue(i)));
            }
            TreeNode ended = builder.end();
            unit = unit == null ? ended : unit;
        }
        return unit;
    }

    private void text() {
        if (!builder.isValued()) {
            return;
        }
        TreeNode node = builder.node();
        StringBuilder text = node.value == null ? new StringBuilder() : (StringBuilder) node.value;
        node.value = text;
        int room = Cells.LONGEST + 1 - text.length();
        text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
    }

    private static void strip(TreeNode node) {
        if (node.value instanceof StringBuilder text) {
            node.value = stripped(text);
        }
    }

    private static Object stripped(CharSequence text) {
        return text.length() > Cells.LONGEST
                ? new Unclear(text.subSequence(0, 100).toString(), "is longer than " + Cells.LONGEST + " characters")
                : Cells.stripped(text, 0, text.length());
    }

    private BrokenSource broken(Location at, String message) {
        return new BrokenSource(new Problem(
                name,
                at == null ? 0 : Math.max(0, at.getLineNumber()),
                at == null ? 0 : Math.max(0, at.getColumnNumber()),
                message,
                null,
                "Ask for the file again."));
    }

    private static String plain(Exception malformed) {
        String said = String.valueOf(malformed.getMessage());
        int message = said.indexOf("Message: ");
        String text = (message < 0 ? said : said.substring(message + 9)).strip();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }
}
