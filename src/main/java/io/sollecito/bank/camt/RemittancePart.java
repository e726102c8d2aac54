package io.sollecito.bank.camt;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads the RmtInf of a transaction: what the payer wrote, creditor references, and the documents paid with their amounts. */
final class RemittancePart {

    private final XmlCursor xml;
    private final CamtValues values;
    private final List<String> free = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();

    /** Creditor references with their amounts, for those that share a transaction. */
    private final List<String> shares = new ArrayList<>();

    /** Of the Strd under way. */
    private final List<String> named = new ArrayList<>();

    private String amounts;
    private String reference;

    RemittancePart(XmlCursor xml, CamtValues values) {
        this.xml = xml;
        this.values = values;
    }

    /** Reads one child of RmtInf. */
    void read(String name) throws XMLStreamException {
        if (name.equals("Ustrd")) {
            text(xml.text());
        } else if (name.equals("Strd")) {
            named.clear();
            amounts = "";
            reference = null;
            xml.children(this::structured);
            documents();
        }
    }

    private void documents() {
        if (named.size() == 1) {
            add(documents, named.get(0) + (amounts.isEmpty() ? "" : ":" + amounts));
        } else if (named.size() > 1) {
            named.forEach(document -> add(documents, document));
            add(documents, amounts.isEmpty() ? null : amounts.strip());
        } else if (reference != null) {
            add(shares, reference + (amounts.isEmpty() ? "" : ":" + amounts));
        }
    }

    /** Further text of the transaction. */
    void text(String text) {
        add(free, text);
    }

    /** The first creditor reference; null when there is none. */
    String creditorReference() {
        return references.isEmpty() ? null : references.get(0);
    }

    /** All words, the other creditor references too; null when there are none. */
    String words() {
        List<String> words = new ArrayList<>(free);
        words.addAll(documents);
        if (references.size() > 1) {
            words.addAll(shares.size() == references.size() ? shares : references.subList(1, references.size()));
        }
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private void structured(String name) throws XMLStreamException {
        switch (name) {
            case "CdtrRefInf" ->
                xml.children(inner -> {
                    if (inner.equals("Ref") || inner.equals("CdtrRef")) {
                        reference = xml.text();
                        add(references, reference);
                    }
                });
            case "RfrdDocInf" ->
                xml.children(inner -> {
                    if (inner.equals("Nb") || inner.equals("RfrdDocNb")) {
                        add(named, xml.text());
                    }
                });
            case "RfrdDocAmt" -> xml.children(this::amount);
            case "AddtlRmtInf" -> text(xml.text());
            default -> {
                // parties of the documents, taxes and garnishments
            }
        }
    }

    /** What is paid, and what is deducted from what is due; what both make is not repeated. */
    private void amount(String name) throws XMLStreamException {
        if (name.equals("RmtdAmt") || name.equals("CdtNoteAmt")) {
            CamtValues.Amount amount = values.amount();
            if (amount != null) {
                amounts += (name.equals("CdtNoteAmt") ? " -" : " ")
                        + amount.value().toPlainString() + " " + amount.currency();
            }
        }
    }

    private static void add(List<String> texts, String text) {
        if (text != null && !texts.contains(text)) {
            texts.add(text);
        }
    }
}
