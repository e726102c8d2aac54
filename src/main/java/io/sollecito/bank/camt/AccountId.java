package io.sollecito.bank.camt;

import javax.xml.stream.XMLStreamException;

/** An account's identification: its IBAN, or the number that the bank uses instead; either may be null. */
record AccountId(String iban, String other) {

    /** Reads the Id of an account, on which the cursor stands. */
    static AccountId read(XmlCursor xml) throws XMLStreamException {
        String[] found = {null, null};
        xml.children(name -> {
            if (name.equals("IBAN")) {
                String text = xml.text();
                found[0] = text == null ? null : text.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
            } else if (name.equals("BBAN") || name.equals("UPIC")) {
                found[1] = xml.text();
            } else {
                xml.children(inner -> {
                    if (inner.equals("Id")) {
                        found[1] = xml.text();
                    }
                });
            }
        });
        return new AccountId(found[0], found[1]);
    }

    String any() {
        return iban != null ? iban : other;
    }
}
