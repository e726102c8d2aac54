package io.sollecito.bank.camt;

import javax.xml.stream.XMLStreamException;

/** Reads BkTxCd: the ISO domain, family and sub-family, such as PMNT/RCDT/ESCT, else the bank's own code. */
final class TransactionCode {

    private TransactionCode() {}

    /** Null when it says nothing. */
    static String read(XmlCursor xml) throws XMLStreamException {
        String[] found = new String[4];
        xml.children(name -> {
            if (name.equals("Domn")) {
                domain(xml, found);
            } else if (name.equals("Prtry")) {
                xml.children(inner -> {
                    if (inner.equals("Cd")) {
                        found[3] = xml.text();
                    }
                });
            }
        });
        if (found[0] == null) {
            return found[3];
        }
        return found[0] + (found[1] == null ? "" : "/" + found[1]) + (found[2] == null ? "" : "/" + found[2]);
    }

    private static void domain(XmlCursor xml, String[] found) throws XMLStreamException {
        xml.children(name -> {
            if (name.equals("Cd")) {
                found[0] = xml.text();
            } else if (name.equals("Fmly")) {
                xml.children(inner -> {
                    if (inner.equals("Cd")) {
                        found[1] = xml.text();
                    } else if (inner.equals("SubFmlyCd")) {
                        found[2] = xml.text();
                    }
                });
            }
        });
    }
}
