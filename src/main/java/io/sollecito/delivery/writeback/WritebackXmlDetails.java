package io.sollecito.delivery.writeback;

import io.sollecito.ledger.writeback.WritebackEntry;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** What {@code TxDtls} says of one allocation: what it settles by the ERP's own numbers, and who paid. */
final class WritebackXmlDetails {

    private static final Set<String> PAID = Set.of("principal", "interest", "costs");
    private static final int ID = 35;
    private static final int NAME = 140;
    private static final int MOST_INFORMATION = 500;

    private final XmlTree xml;
    private final WritebackEntry entry;

    WritebackXmlDetails(XmlTree xml, WritebackEntry entry) {
        this.xml = xml;
        this.entry = entry;
    }

    /** Whether money at the bank stands behind it. */
    static boolean isPaid(WritebackEntry entry) {
        return PAID.contains(entry.purpose());
    }

    /** What comes before the amount. */
    void references() throws XMLStreamException {
        xml.element("Refs", () -> {
            xml.text("AcctSvcrRef", entry.bankReference(), ID);
            xml.text("EndToEndId", entry.endToEndId(), ID);
            xml.element("Prtry", () -> {
                xml.text("Tp", "ALLOCATION");
                xml.text("Ref", Long.toString(entry.allocation()));
            });
        });
    }

    /** What comes after it. */
    void rest() throws XMLStreamException {
        xml.element("RltdPties", this::debtor);
        xml.element("RmtInf", () -> {
            xml.text("Ustrd", entry.remittance(), NAME);
            xml.element("Strd", this::document);
        });
        String counterparty = entry.counterpartyName() == null ? "" : ", counterparty " + entry.counterpartyName();
        xml.text(
                "AddtlTxInf",
                entry.kind() + " " + entry.purpose() + " by " + entry.madeBy() + counterparty,
                MOST_INFORMATION);
    }

    private void debtor() throws XMLStreamException {
        xml.element(
                "Dbtr",
                () -> xml.element("Pty", () -> {
                    xml.text("Nm", entry.debtorName(), NAME);
                    xml.element(
                            "Id",
                            () -> xml.element(
                                    "OrgId",
                                    () -> xml.element(
                                            "Othr", () -> xml.text("Id", WritebackXml.whole(entry.debtor(), ID)))));
                }));
        String iban = entry.counterpartyIban();
        if (iban != null && iban.matches("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}")) {
            xml.element("DbtrAcct", () -> xml.element("Id", () -> xml.text("IBAN", iban)));
        }
    }

    private void document() throws XMLStreamException {
        xml.element("RfrdDocInf", () -> {
            xml.element("Tp", () -> xml.element("CdOrPrtry", this::type));
            xml.text("Nb", WritebackXml.whole(entry.documentNo(), ID));
            xml.text(
                    "RltdDt",
                    entry.issueDate() == null ? null : entry.issueDate().toString());
        });
        xml.element("RfrdDocAmt", this::amount);
        if (entry.creditorReference() != null && !entry.creditorReference().isBlank()) {
            xml.element("CdtrRefInf", () -> {
                xml.element("Tp", () -> xml.element("CdOrPrtry", () -> xml.text("Cd", "SCOR")));
                xml.text("Ref", entry.creditorReference(), ID);
            });
        }
        xml.text("AddtlRmtInf", "item " + entry.itemKey(), NAME);
        xml.text("AddtlRmtInf", "instalment " + entry.instalment());
        xml.text("AddtlRmtInf", entry.printedNo(), NAME);
    }

    private void type() throws XMLStreamException {
        switch (entry.type()) {
            case "INVOICE" -> xml.text("Cd", "CINV");
            case "CREDIT_NOTE" -> xml.text("Cd", "CREN");
            case "DEBIT_NOTE" -> xml.text("Cd", "DEBN");
            default -> xml.text("Prtry", entry.type());
        }
    }

    private void amount() throws XMLStreamException {
        String amount = WritebackXml.text(entry.amount().abs(), entry.currency());
        switch (entry.purpose()) {
            case "discount" -> xml.element("DscntApldAmt", () -> xml.amount("Amt", amount, entry.currency()));
            case "withholding" -> xml.element("TaxAmt", () -> xml.amount("Amt", amount, entry.currency()));
            case "write-off" ->
                xml.element("AdjstmntAmtAndRsn", () -> {
                    xml.amount("Amt", amount, entry.currency());
                    xml.text("CdtDbtInd", entry.amount().signum() < 0 ? "DBIT" : "CRDT");
                });
            default -> xml.amount("RmtdAmt", amount, entry.currency());
        }
    }
}
