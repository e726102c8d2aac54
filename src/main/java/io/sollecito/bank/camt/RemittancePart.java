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

    /** Of the Strd under way. */
    private final List<String> named = new ArrayList<>();

    private String amounts;

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
            xml.children(this::structured);
            boolean only = named.size() == 1 && !amounts.isEmpty();
            named.forEach(document -> add(documents, only ? document + ":" + amounts : document));
            if (!only && !amounts.isEmpty() && (named.size() > 1 || !references.isEmpty())) {
                add(documents, (named.isEmpty() ? references.get(references.size() - 1) + ":" : "") + amounts.strip());
            }
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
        references.stream().skip(1).filter(other -> !isIn(documents, other)).forEach(words::add);
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private static boolean isIn(List<String> documents, String reference) {
        return documents.stream().anyMatch(document -> document.startsWith(reference + ":"));
    }

    private void structured(String name) throws XMLStreamException {
        switch (name) {
            case "CdtrRefInf" ->
                xml.children(inner -> {
                    if (inner.equals("Ref") || inner.equals("CdtrRef")) {
                        add(references, xml.text());
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
                amounts += (name.equals("CdtNoteAmt") ? " -" : " ") + amount.value().toPlainString() + " " + amount.currency();
            }
        }
    }

    private static void add(List<String> texts, String text) {
        if (text != null && !texts.contains(text)) {
            texts.add(text);
        }
    }
}
