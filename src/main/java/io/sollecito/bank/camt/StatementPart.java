package io.sollecito.bank.camt;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads one Stmt, Rpt or Ntfctn: its account, balances and entries, and whether they add up. */
final class StatementPart {

    private final XmlCursor xml;
    private final CamtValues values;
    private final StatementUnderWay statement;
    private final boolean interim;
    private final Balances balances = new Balances();
    private final SummaryPart summary;
    private String id;
    private String account;
    private String accountCurrency;
    private boolean page;

    /** @param interim a report during the day (camt.052): it also lists what is not booked yet */
    StatementPart(XmlCursor xml, CamtValues values, StatementUnderWay statement, boolean interim) {
        this.xml = xml;
        this.values = values;
        this.statement = statement;
        this.interim = interim;
        this.summary = new SummaryPart(xml, values);
    }

    void read() throws XMLStreamException {
        Location place = xml.location();
        xml.children(name -> {
            switch (name) {
                case "Id" -> id = xml.text();
                case "Acct" -> xml.children(this::account);
                case "Bal" -> balance();
                case "StmtPgntn", "RptPgntn", "NtfctnPgntn" -> pagination();
                case "TxsSummry" -> summary.read();
                case "Ntry" -> entry();
                default -> {
                    // group information that the hub does not use
                }
            }
        });
        Balances.Balance opening = balances.opening();
        Balances.Balance closing = balances.closing(interim);
        if (!page && !summary.agrees(place, id)) {
            statement.incomplete();
        }
        if (account == null) {
            values.problem(place, "statement " + id + " names no account", "Acct/Id holds the IBAN");
        }
        StatementHead head = new StatementHead(
                account,
                id,
                currency(opening, closing),
                opening == null ? null : opening.date(),
                opening == null ? null : opening.amount(),
                closing == null ? null : closing.date(),
                closing == null ? null : closing.amount());
        if (interim && !balances.has("CLBD")) {
            statement.endInterim(head);
            return;
        }
        if (opening != null && closing != null && !opening.currency().equals(closing.currency())) {
            statement.mixed();
        }
        statement.end(head, Math.max(0, place.getLineNumber()), Math.max(0, place.getColumnNumber()));
    }

    private void entry() throws XMLStreamException {
        EntryPart part = new EntryPart(xml, values, account);
        Statement.Entry entry = part.read(interim);
        if (part.signed() != null) {
            summary.count(part.signed(), part.isBooked());
        }
        if (entry != null) {
            statement.entry(entry);
        }
    }

    /** A page that is neither first nor last is neither all of the statement. */
    private void pagination() throws XMLStreamException {
        String[] found = {"1", "true"};
        xml.children(name -> {
            if (name.equals("PgNb")) {
                found[0] = xml.text();
            } else if (name.equals("LastPgInd")) {
                found[1] = xml.text();
            }
        });
        page = !"1".equals(found[0]) || !("true".equals(found[1]) || "1".equals(found[1]));
        if (page) {
            balances.page();
        }
    }

    private void account(String name) throws XMLStreamException {
        switch (name) {
            case "Id" -> account = AccountId.read(xml).any();
            case "Ccy" -> accountCurrency = xml.text();
            default -> {
                // owner and bank
            }
        }
    }

    private void balance() throws XMLStreamException {
        String[] type = {null};
        CamtValues.Amount[] amount = {null};
        Boolean[] credit = {true};
        LocalDate[] date = {null};
        xml.children(name -> {
            switch (name) {
                case "Tp" -> xml.children(inner -> type[0] = inner.equals("CdOrPrtry") ? values.code() : xml.text());
                case "Amt" -> amount[0] = values.amount();
                case "CdtDbtInd" -> credit[0] = values.credit();
                case "Dt" -> date[0] = values.wrappedDate();
                default -> {
                    // credit lines and availability
                }
            }
        });
        if (amount[0] == null || type[0] == null || credit[0] == null) {
            return;
        }
        BigDecimal value = credit[0] ? amount[0].value() : amount[0].value().negate();
        balances.add(new Balances.Balance(type[0], value, amount[0].currency(), date[0]));
    }

    private String currency(Balances.Balance opening, Balances.Balance closing) {
        if (Amounts.isCurrency(accountCurrency)) {
            return accountCurrency;
        }
        if (opening != null) {
            return opening.currency();
        }
        if (closing != null) {
            return closing.currency();
        }
        return balances.currency() != null ? balances.currency() : statement.currency();
    }
}
