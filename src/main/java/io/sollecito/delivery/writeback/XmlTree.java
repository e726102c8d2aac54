package io.sollecito.delivery.writeback;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML element by element; a text without content makes no element. */
final class XmlTree {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** What stands in an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    private XmlTree() throws XMLStreamException {
        this.xml = FACTORY.createXMLStreamWriter(out);
    }

    /** Whoever fills the tree. */
    interface Filling {
        void fill(XmlTree tree) throws XMLStreamException;
    }

    /** A document in UTF-8 whose root has that default namespace. */
    static String document(String root, String namespace, Filling filling) {
        try {
            XmlTree tree = new XmlTree();
            tree.xml.writeStartDocument("UTF-8", "1.0");
            tree.xml.writeStartElement(root);
            tree.xml.writeDefaultNamespace(namespace);
            filling.fill(tree);
            tree.xml.writeEndDocument();
            tree.xml.flush();
            return tree.out.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void element(String name, Content content) throws XMLStreamException {
        xml.writeStartElement(name);
        content.write();
        xml.writeEndElement();
    }

    /** Nothing for a null or blank text. */
    void text(String name, String text) throws XMLStreamException {
        if (text != null && !text.isBlank()) {
            element(name, () -> xml.writeCharacters(plain(text)));
        }
    }

    /** The same, cut to what the element takes. */
    void text(String name, String text, int most) throws XMLStreamException {
        String plain = text == null ? "" : plain(text).strip();
        int end = plain.codePointCount(0, plain.length()) <= most ? plain.length() : plain.offsetByCodePoints(0, most);
        text(name, plain.substring(0, end));
    }

    void amount(String name, String amount, String currency) throws XMLStreamException {
        element(name, () -> {
            xml.writeAttribute("Ccy", currency);
            xml.writeCharacters(amount);
        });
    }

    /** Without what XML cannot hold. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
