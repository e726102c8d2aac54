package io.sollecito.bank.camt;

import io.sollecito.model.Statement.Counterparty;
import javax.xml.stream.XMLStreamException;

/** Reads one TxDtls. */
final class DetailsPart {

    /** ISO 20022 external return reasons: not specified; told in words. */
    private static final String NOT_SPECIFIED = "MS03";

    private static final String NARRATIVE = "NARR";

    private final XmlCursor xml;
    private final CamtValues values;
    private final RemittancePart remittance;
    private final ChargesPart charges;
    private CamtValues.Amount amount;
    private CamtValues.Amount booked;
    private CamtValues.Amount instructed;
    private CamtValues.Amount equivalent;
    private Boolean credit;
    private String bankReference;
    private String ownReference;
    private String endToEndId;
    private String additional;
    private String returnReason;
    private String transactionCode;
    private Party debtor;
    private Party ultimateDebtor;
    private Party creditor;
    private Party ultimateCreditor;
    private String debtorAccount;
    private String creditorAccount;

    DetailsPart(XmlCursor xml, CamtValues values) {
        this.xml = xml;
        this.values = values;
        this.remittance = new RemittancePart(xml, values);
        this.charges = new ChargesPart(xml, values);
    }

    Details read() throws XMLStreamException {
        xml.children(this::part);
        return new Details(
                amount,
                booked,
                instructed != null ? instructed : equivalent,
                charges.all(),
                credit,
                bankReference != null ? bankReference : ownReference,
                endToEndId,
                remittance.creditorReference(),
                remittance.words(),
                additional,
                counterparty(debtor, ultimateDebtor, debtorAccount),
                counterparty(creditor, ultimateCreditor, creditorAccount),
                returnReason,
                transactionCode);
    }

    private void part(String name) throws XMLStreamException {
        switch (name) {
            case "Refs" -> xml.children(this::reference);
            case "Amt" -> amount = values.amount();
            case "CdtDbtInd" -> credit = values.credit();
            case "AmtDtls" -> xml.children(this::amount);
            case "BkTxCd" -> transactionCode = TransactionCode.read(xml);
            case "Chrgs" -> charges.read();
            case "RltdPties" -> xml.children(this::party);
            case "RmtInf" -> xml.children(remittance::read);
            case "RtrInf" -> returned();
            case "AddtlTxInf" -> additional = xml.text();
            default -> {
                // agents, dates and purposes that the hub does not use
            }
        }
    }

    private void reference(String name) throws XMLStreamException {
        switch (name) {
            case "AcctSvcrRef" -> bankReference = xml.text();
            case "EndToEndId" -> endToEndId = xml.text();
            case "Prtry" ->
                xml.children(inner -> {
                    if (inner.equals("Ref")) {
                        ownReference = xml.text();
                    }
                });
            default -> {
                // other ids of the same transaction
            }
        }
    }

    private void amount(String name) throws XMLStreamException {
        switch (name) {
            case "TxAmt" -> booked = values.wrappedAmount();
            case "InstdAmt" -> instructed = values.wrappedAmount();
            case "CntrValAmt" -> equivalent = values.wrappedAmount();
            default -> {
                // announced and the bank's own amounts
            }
        }
    }

    private void party(String name) throws XMLStreamException {
        switch (name) {
            case "Dbtr" -> debtor = Party.read(xml);
            case "UltmtDbtr" -> ultimateDebtor = Party.read(xml);
            case "Cdtr" -> creditor = Party.read(xml);
            case "UltmtCdtr" -> ultimateCreditor = Party.read(xml);
            case "DbtrAcct" -> debtorAccount = account();
            case "CdtrAcct" -> creditorAccount = account();
            default -> {
                // initiating and trading parties
            }
        }
    }

    private String account() throws XMLStreamException {
        String[] found = {null};
        xml.children(name -> {
            if (name.equals("Id")) {
                found[0] = AccountId.read(xml).any();
            }
        });
        return "NOTPROVIDED".equals(found[0]) ? null : found[0];
    }

    private void returned() throws XMLStreamException {
        boolean[] told = {false};
        xml.children(name -> {
            if (name.equals("Rsn") || name.equals("RtrRsn")) {
                returnReason = values.code();
            } else if (name.equals("AddtlInf") || name.equals("AddtlRtrRsnInf")) {
                String text = xml.text();
                told[0] |= text != null;
                remittance.text(text);
            }
        });
        if (returnReason == null || returnReason.isEmpty()) {
            returnReason = told[0] ? NARRATIVE : NOT_SPECIFIED;
        }
    }

    /** Who really paid or is paid, where a bank or nobody stands for them. */
    private static Counterparty counterparty(Party party, Party ultimate, String account) {
        boolean other =
                ultimate != null && ultimate.name() != null && (party == null || party.name() == null || party.bank());
        Party named = other ? ultimate : party;
        String name = named == null ? null : named.name();
        return name == null && account == null ? null : new Counterparty(name, account);
    }
}
