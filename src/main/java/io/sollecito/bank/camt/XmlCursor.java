package io.sollecito.bank.camt;

import io.sollecito.bank.text.HostileXml;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks hostile XML element by element: no DTD, no external entities, bounded depth and text. Whatever a visitor leaves
 * unread of an element is skipped.
 */
final class XmlCursor implements AutoCloseable {

    /** Takes one child element, on which the cursor stands. */
    interface Visitor {
        void visit(String name) throws XMLStreamException;
    }

    private static final int MOST_DEPTH = 64;
    private static final int MOST_TEXT = 100_000;
    private static final XMLInputFactory FACTORY = HostileXml.factory();

    private final XMLStreamReader xml;
    private final StringBuilder buffer = new StringBuilder();
    private int depth;

    private XmlCursor(XMLStreamReader xml) {
        this.xml = xml;
    }

    static XmlCursor over(InputStream content) throws XMLStreamException {
        return new XmlCursor(FACTORY.createXMLStreamReader(content));
    }

    /** Visits the children of the element that the cursor stands on, and ends behind it. */
    void children(Visitor visitor) throws XMLStreamException {
        int parent = depth;
        while (advance() >= 0) {
            if (depth < parent) {
                return;
            }
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                visitor.visit(xml.getLocalName());
                while (depth > parent) {
                    advance();
                }
            }
        }
    }

    /** The element's own text, without surrounding blanks; null when there is none. Ends behind it. */
    String text() throws XMLStreamException {
        buffer.setLength(0);
        int element = depth;
        while (advance() >= 0 && depth >= element) {
            int event = xml.getEventType();
            if (depth == element && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                buffer.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (buffer.length() > MOST_TEXT) {
                    throw new XMLStreamException("a text of more than " + MOST_TEXT + " characters", xml.getLocation());
                }
            }
        }
        String text = buffer.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** Visits the children and collects the element's own text, for elements that versions wrote either way. */
    void mixed(StringBuilder own, Visitor visitor) throws XMLStreamException {
        int parent = depth;
        while (advance() >= 0 && depth >= parent) {
            int event = xml.getEventType();
            if (event == XMLStreamConstants.START_ELEMENT) {
                visitor.visit(xml.getLocalName());
                while (depth > parent) {
                    advance();
                }
            } else if (event == XMLStreamConstants.CHARACTERS && own.length() < MOST_TEXT) {
                own.append(xml.getText());
            }
        }
    }

    /** An attribute of the element that the cursor stands on, or null. */
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    String namespace() {
        return xml.getNamespaceURI();
    }

    Location location() {
        return xml.getLocation();
    }

    private int advance() throws XMLStreamException {
        if (!xml.hasNext()) {
            return -1;
        }
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MOST_DEPTH) {
                    throw new XMLStreamException("elements nested deeper than " + MOST_DEPTH, xml.getLocation());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> throw new XMLStreamException("a DTD is refused", xml.getLocation());
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("an entity reference is refused", xml.getLocation());
            default -> {
                // text, comments and processing instructions are taken where they are wanted
            }
        }
        return event;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
