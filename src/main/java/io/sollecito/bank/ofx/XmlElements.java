package io.sollecito.bank.ofx;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.text.HostileXml;
import io.sollecito.bank.text.PlainText;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of OFX 2.x, which is XML. */
final class XmlElements {

    private static final XMLInputFactory FACTORY = HostileXml.factory();
    private static final int MOST_DEPTH = 64;
    private static final int MOST_TEXT = 20_000;

    private final OfxVisitor visitor;
    private final StringBuilder text = new StringBuilder();
    private String element;
    private OfxVisitor.Place place;
    private int depth;

    XmlElements(OfxVisitor visitor) {
        this.visitor = visitor;
    }

    void read(InputStream content) throws XMLStreamException, DamagedFile {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(content);
        try {
            while (xml.hasNext()) {
                take(xml, xml.next());
            }
        } finally {
            xml.close();
        }
    }

    private void take(XMLStreamReader xml, int event) throws XMLStreamException, DamagedFile {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (element != null && text.length() < MOST_TEXT) {
                    text.append(xml.getText(), 0, Math.min(xml.getTextLength(), MOST_TEXT - text.length()));
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("a document type or an entity of its own is refused", xml.getLocation());
            default -> {
                // the OFX processing instruction, comments
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException, DamagedFile {
        if (element != null) {
            visitor.open(element, place);
        }
        if (++depth > MOST_DEPTH) {
            throw new XMLStreamException("elements are nested deeper than " + MOST_DEPTH, xml.getLocation());
        }
        element = name(xml);
        place = place(xml);
        text.setLength(0);
    }

    private void end(XMLStreamReader xml) throws DamagedFile {
        depth--;
        if (element != null) {
            visitor.value(element, PlainText.of(text.toString()), place);
            element = null;
        } else {
            visitor.close(name(xml), place(xml));
        }
    }

    private static String name(XMLStreamReader xml) {
        return xml.getLocalName().toUpperCase(Locale.ROOT);
    }

    private static OfxVisitor.Place place(XMLStreamReader xml) {
        Location location = xml.getLocation();
        return new OfxVisitor.Place(Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()));
    }
}
