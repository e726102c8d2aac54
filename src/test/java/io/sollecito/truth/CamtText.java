package io.sollecito.truth;

import io.sollecito.model.CreditorReference;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.util.Locale;

/** A statement as a camt.053.001.08 file, with the elements that banks fill in. */
final class CamtText {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>%1$sT20:00:00</CreDtTm></GrpHdr><Stmt><Id>%2$s</Id>
            <Acct><Id><IBAN>%3$s</IBAN></Id><Ccy>%4$s</Ccy></Acct>
            """;
    private static final String BALANCE = """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>%s<Dt><Dt>%s</Dt></Dt></Bal>
            """;

    private CamtText() {}

    static String of(Statement statement) {
        StringBuilder xml = new StringBuilder(HEAD.formatted(
                statement.closingDate(), statement.statementId(), statement.account(), statement.currency()));
        xml.append(balance("OPBD", statement.openingBalance(), statement))
                .append(balance("CLBD", statement.closingBalance(), statement));
        statement.entries().forEach(entry -> entry(entry, xml));
        return xml.append("</Stmt></BkToCstmrStmt></Document>\n").toString();
    }

    private static String balance(String kind, BigDecimal amount, Statement statement) {
        return BALANCE.formatted(kind, amount(amount, statement.currency()), statement.closingDate());
    }

    private static String amount(BigDecimal amount, String currency) {
        return "<Amt Ccy=\"%s\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
                .formatted(currency, amount.abs(), amount.signum() < 0 ? "DBIT" : "CRDT");
    }

    private static void entry(Statement.Entry entry, StringBuilder xml) {
        Statement.Payment payment = entry.payments().get(0);
        boolean out = entry.amount().signum() < 0;
        xml.append("<Ntry>").append(amount(entry.amount(), entry.currency()));
        xml.append(entry.reversal() ? "<RvslInd>true</RvslInd>" : "").append("<Sts><Cd>BOOK</Cd></Sts><BookgDt>");
        element("Dt", entry.bookingDate().toString(), xml);
        xml.append("</BookgDt><ValDt>");
        element("Dt", entry.valueDate().toString(), xml);
        xml.append("</ValDt>");
        element("AcctSvcrRef", entry.bankReference(), xml);
        xml.append("<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>");
        xml.append("<NtryDtls><TxDtls><Refs>");
        element("EndToEndId", payment.endToEndId(), xml);
        xml.append("</Refs>");
        parties(payment, out, xml);
        remittance(payment, xml);
        if (payment.returnReason() != null) {
            xml.append("<RtrInf><Rsn>");
            element("Cd", payment.returnReason(), xml);
            xml.append("</Rsn></RtrInf>");
        }
        xml.append("</TxDtls></NtryDtls></Ntry>\n");
    }

    private static void parties(Statement.Payment payment, boolean out, StringBuilder xml) {
        Statement.Counterparty other = payment.counterparty();
        if (other == null) {
            return;
        }
        String party = out ? "Cdtr" : "Dbtr";
        xml.append("<RltdPties>");
        if (other.name() != null) {
            xml.append("<").append(party).append("><Pty>");
            element("Nm", other.name(), xml);
            xml.append("</Pty></").append(party).append(">");
        }
        if (other.iban() != null) {
            xml.append("<").append(party).append("Acct><Id>");
            element("IBAN", other.iban(), xml);
            xml.append("</Id></").append(party).append("Acct>");
        }
        xml.append("</RltdPties>");
    }

    private static void remittance(Statement.Payment payment, StringBuilder xml) {
        if (payment.remittance() == null && payment.creditorReference() == null) {
            return;
        }
        xml.append("<RmtInf>");
        element("Ustrd", payment.remittance(), xml);
        if (payment.creditorReference() != null) {
            String kind =
                    CreditorReference.isValid(payment.creditorReference()) ? "<Cd>SCOR</Cd>" : "<Prtry>QRR</Prtry>";
            xml.append("<Strd><CdtrRefInf><Tp><CdOrPrtry>").append(kind).append("</CdOrPrtry></Tp>");
            element("Ref", payment.creditorReference(), xml);
            xml.append("</CdtrRefInf></Strd>");
        }
        xml.append("</RmtInf>");
    }

    private static void element(String name, String value, StringBuilder xml) {
        if (value != null) {
            String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            xml.append(String.format(Locale.ROOT, "<%s>%s</%s>", name, escaped, name));
        }
    }
}
