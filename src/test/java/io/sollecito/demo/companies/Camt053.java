package io.sollecito.demo.companies;

import io.sollecito.demo.companies.BankBooking.Kind;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes bank statements as camt.053.001.02 or .08, the two forms that banks deliver most. */
final class Camt053 {

    /** Whose account it is and how its bank writes. {@code version}: 2 or 8. */
    record Account(String iban, String owner, String bic, int version) {}

    /** Which days a statement covers, between which balances. */
    record Statement(int number, LocalDate from, LocalDate to, BigDecimal opening, BigDecimal closing) {}

    private final XMLStreamWriter xml;
    private final Account account;

    private Camt053(XMLStreamWriter xml, Account account) {
        this.xml = xml;
        this.account = account;
    }

    /** One file with one statement; each list of bookings is one entry. */
    static byte[] write(Account account, Statement statement, List<List<BankBooking>> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new Camt053(xml, account).document(statement, entries);
            xml.close();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException(failed);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document(Statement statement, List<List<BankBooking>> entries) throws XMLStreamException {
        String id = "%s-%d-%05d"
                .formatted(account.bic().substring(0, 4), statement.to().getYear(), statement.number());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:camt.053.001.%02d".formatted(account.version()));
        open("BkToCstmrStmt");
        open("GrpHdr");
        leaf("MsgId", "MSG-" + id);
        leaf("CreDtTm", statement.to() + "T22:30:00");
        close();
        open("Stmt");
        leaf("Id", id);
        leaf("ElctrncSeqNb", Integer.toString(statement.number()));
        leaf("CreDtTm", statement.to() + "T22:30:00");
        open("FrToDt");
        leaf("FrDtTm", statement.from() + "T00:00:00");
        leaf("ToDtTm", statement.to() + "T23:59:59");
        close();
        open("Acct");
        iban(account.iban());
        leaf("Ccy", "EUR");
        open("Ownr");
        leaf("Nm", account.owner());
        close();
        open("Svcr");
        open("FinInstnId");
        leaf(account.version() == 2 ? "BIC" : "BICFI", account.bic());
        close();
        close();
        close();
        balance("OPBD", statement.opening(), statement.from());
        balance("CLBD", statement.closing(), statement.to());
        for (List<BankBooking> entry : entries) {
            entry(entry);
        }
        close();
        close();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void balance(String type, BigDecimal amount, LocalDate day) throws XMLStreamException {
        open("Bal");
        open("Tp");
        open("CdOrPrtry");
        leaf("Cd", type);
        close();
        close();
        amount(amount);
        indicator(amount);
        open("Dt");
        leaf("Dt", day.toString());
        close();
        close();
    }

    private void entry(List<BankBooking> entry) throws XMLStreamException {
        BankBooking first = entry.get(0);
        BigDecimal total = entry.stream().map(booking -> booking.amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        open("Ntry");
        amount(total);
        indicator(total);
        if (first.kind == Kind.RETURNED && account.version() == 2) {
            leaf("RvslInd", "true");
        }
        if (account.version() == 2) {
            leaf("Sts", "BOOK");
        } else {
            open("Sts");
            leaf("Cd", "BOOK");
            close();
        }
        day("BookgDt", first.day);
        day("ValDt", first.day);
        if (first.bankReference != null) {
            leaf("AcctSvcrRef", entry.size() > 1 ? first.bankReference + "B" : first.bankReference);
        }
        transactionCode(first.kind);
        open("NtryDtls");
        if (entry.size() > 1) {
            open("Btch");
            leaf("NbOfTxs", Integer.toString(entry.size()));
            close();
        }
        for (BankBooking booking : entry) {
            details(booking);
        }
        close();
        close();
    }

    private void details(BankBooking booking) throws XMLStreamException {
        Transfer transfer = booking.transfer;
        open("TxDtls");
        open("Refs");
        if (booking.bankReference != null) {
            leaf("AcctSvcrRef", booking.bankReference);
        }
        leaf("EndToEndId", transfer == null ? "NOTPROVIDED" : transfer.endToEndId());
        close();
        if (account.version() == 2) {
            open("AmtDtls");
            open("TxAmt");
            amount(booking.amount);
            close();
            close();
        } else {
            amount(booking.amount);
            indicator(booking.amount);
        }
        transactionCode(booking.kind);
        if (transfer != null) {
            party(booking);
        }
        remittance(booking);
        if (booking.returnReason != null) {
            open("RtrInf");
            open("Rsn");
            leaf("Cd", booking.returnReason);
            close();
            close();
        }
        close();
    }

    private void party(BankBooking booking) throws XMLStreamException {
        String role = booking.kind == Kind.RECEIVED ? "Dbtr" : "Cdtr";
        open("RltdPties");
        open(role);
        if (account.version() == 2) {
            leaf("Nm", booking.transfer.payerName());
        } else {
            open("Pty");
            leaf("Nm", booking.transfer.payerName());
            close();
        }
        close();
        open(role + "Acct");
        iban(booking.transfer.payerIban());
        close();
        close();
    }

    private void remittance(BankBooking booking) throws XMLStreamException {
        Transfer transfer = booking.transfer;
        open("RmtInf");
        if (transfer != null && transfer.reference() != null) {
            open("Strd");
            open("CdtrRefInf");
            open("Tp");
            open("CdOrPrtry");
            leaf("Cd", "SCOR");
            close();
            close();
            leaf("Ref", transfer.reference());
            close();
            close();
        } else {
            leaf("Ustrd", unstructured(booking));
        }
        close();
    }

    private static String unstructured(BankBooking booking) {
        return switch (booking.kind) {
            case RECEIVED -> booking.transfer.remittance();
            case RETURNED -> "RETURN " + booking.returnReason + " " + booking.transfer.remittance();
            case FEE -> "Account fee " + booking.day.getMonthValue() + "/" + booking.day.getYear();
            case INTEREST -> "Credit interest";
        };
    }

    private void transactionCode(Kind kind) throws XMLStreamException {
        String[] code = switch (kind) {
            case RECEIVED -> new String[] {"PMNT", "RCDT", "ESCT"};
            case RETURNED -> new String[] {"PMNT", "RCDT", "RRTN"};
            case FEE -> new String[] {"ACMT", "MDOP", "CHRG"};
            case INTEREST -> new String[] {"ACMT", "MCOP", "INTR"};
        };
        open("BkTxCd");
        open("Domn");
        leaf("Cd", code[0]);
        open("Fmly");
        leaf("Cd", code[1]);
        leaf("SubFmlyCd", code[2]);
        close();
        close();
        close();
    }

    private void day(String name, LocalDate day) throws XMLStreamException {
        open(name);
        leaf("Dt", day.toString());
        close();
    }

    private void iban(String iban) throws XMLStreamException {
        open("Id");
        leaf("IBAN", iban);
        close();
    }

    private void amount(BigDecimal amount) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(amount.abs().setScale(2).toPlainString());
        xml.writeEndElement();
    }

    private void indicator(BigDecimal amount) throws XMLStreamException {
        leaf("CdtDbtInd", amount.signum() < 0 ? "DBIT" : "CRDT");
    }

    private void leaf(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
