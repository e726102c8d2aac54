package io.sollecito.bank.camt;

import io.sollecito.model.Statement.Counterparty;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads one TxDtls. */
final class DetailsPart {

    private final XmlCursor xml;
    private final CamtValues values;
    private final List<String> free = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private CamtValues.Amount amount;
    private CamtValues.Amount booked;
    private Boolean credit;
    private String bankReference;
    private String endToEndId;
    private String additional;
    private String returnReason;
    private String debtorName;
    private String debtorIban;
    private String creditorName;
    private String creditorIban;

    DetailsPart(XmlCursor xml, CamtValues values) {
        this.xml = xml;
        this.values = values;
    }

    Details read() throws XMLStreamException {
        xml.children(this::part);
        List<String> words = new ArrayList<>(free);
        words.addAll(documents);
        references.stream().skip(1).forEach(words::add);
        return new Details(
                amount,
                booked,
                credit,
                bankReference,
                endToEndId,
                references.isEmpty() ? null : references.get(0),
                words.isEmpty() ? null : String.join(" ", words),
                additional,
                party(debtorName, debtorIban),
                party(creditorName, creditorIban),
                returnReason);
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case "Refs" -> xml.children(this::reference);
            case "Amt" -> amount = values.amount();
            case "CdtDbtInd" -> credit = values.credit();
            case "AmtDtls" ->
                xml.children(inner -> {
                    if (inner.equals("TxAmt")) {
                        booked = values.wrappedAmount();
                    }
                });
            case "RltdPties" -> xml.children(this::party);
            case "RmtInf" -> xml.children(this::remittance);
            case "RtrInf" ->
                xml.children(inner -> {
                    if (inner.equals("Rsn") || inner.equals("RtrRsn")) {
                        returnReason = values.code();
                    }
                });
            case "AddtlTxInf" -> additional = xml.text();
            default -> {
                // codes, agents and charges that the hub does not use
            }
        }
    }

    private void reference(String name) throws XMLStreamException {
        if (name.equals("AcctSvcrRef")) {
            bankReference = xml.text();
        } else if (name.equals("EndToEndId")) {
            endToEndId = xml.text();
        }
    }

    private void party(String name) throws XMLStreamException {
        switch (name) {
            case "Dbtr" -> debtorName = name();
            case "Cdtr" -> creditorName = name();
            case "DbtrAcct" -> debtorIban = iban();
            case "CdtrAcct" -> creditorIban = iban();
            default -> {
                // initiating and ultimate parties
            }
        }
    }

    /** Nm of a party, directly or (from version 8) inside Pty, or of a bank inside Agt/FinInstnId. */
    private String name() throws XMLStreamException {
        String[] found = {null};
        xml.children(new XmlCursor.Visitor() {
            @Override
            public void visit(String name) throws XMLStreamException {
                if (name.equals("Nm")) {
                    found[0] = xml.text();
                } else if (name.equals("Pty") || name.equals("Agt") || name.equals("FinInstnId")) {
                    xml.children(this);
                }
            }
        });
        return found[0];
    }

    private String iban() throws XMLStreamException {
        String[] found = {null};
        xml.children(name -> {
            if (name.equals("Id")) {
                found[0] = AccountId.read(xml).iban();
            }
        });
        return found[0];
    }

    private void remittance(String name) throws XMLStreamException {
        if (name.equals("Ustrd")) {
            add(free, xml.text());
        } else if (name.equals("Strd")) {
            xml.children(this::structured);
        }
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
                    if (inner.equals("Nb")) {
                        add(documents, xml.text());
                    }
                });
            case "AddtlRmtInf" -> add(free, xml.text());
            default -> {
                // amounts and parties of the referred documents
            }
        }
    }

    private static void add(List<String> texts, String text) {
        if (text != null && !texts.contains(text)) {
            texts.add(text);
        }
    }

    private static Counterparty party(String name, String iban) {
        return name == null && iban == null ? null : new Counterparty(name, iban);
    }
}
