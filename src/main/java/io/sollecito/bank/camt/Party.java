package io.sollecito.bank.camt;

import javax.xml.stream.XMLStreamException;

/**
 * A party of a transaction.
 *
 * @param name null when it is not told
 * @param bank whether it is one, which stands for its customer
 */
record Party(String name, boolean bank) {

    /** Reads the party that the cursor stands on: Nm directly or (from version 8) inside Pty, or of a bank inside Agt/FinInstnId. */
    static Party read(XmlCursor xml) throws XMLStreamException {
        String[] found = {null};
        boolean[] bank = {false};
        xml.children(new XmlCursor.Visitor() {
            @Override
            public void visit(String name) throws XMLStreamException {
                if (name.equals("Nm") && found[0] == null) {
                    found[0] = xml.text();
                } else if (name.equals("Pty") || name.equals("Agt") || name.equals("FinInstnId")) {
                    bank[0] |= !name.equals("Pty");
                    xml.children(this);
                }
            }
        });
        return new Party(found[0], bank[0]);
    }
}
