package io.sollecito.bank.text;

import io.sollecito.model.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** XML from outside: no document type, no entity of its own, nothing fetched. */
public final class HostileXml {

    private HostileXml() {}

    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    /**
     * What is wrong with a document that cannot be read.
     *
     * @throws IOException when its bytes could not be read
     */
    public static Problem problem(String file, XMLStreamException malformed) throws IOException {
        if (malformed.getNestedException() instanceof IOException failed && !isCharset(failed)) {
            throw failed;
        }
        Location place = malformed.getLocation();
        String message = String.valueOf(malformed.getMessage())
                .replaceFirst("(?s)^ParseError at \\[row,col\\]:\\[.*?\\]\\s*", "");
        return new Problem(
                file,
                place == null ? 0 : Math.max(0, place.getLineNumber()),
                place == null ? 0 : Math.max(0, place.getColumnNumber()),
                "the XML cannot be read: " + message.replaceFirst("^Message: ", ""),
                null,
                Remedy.NOTHING_TAKEN);
    }

    private static boolean isCharset(IOException failed) {
        return failed instanceof CharConversionException
                || failed instanceof UnsupportedEncodingException
                || failed.getClass().getName().contains("MalformedByteSequence");
    }
}
