package io.sollecito.bank.camt;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads one Stmt, Rpt or Ntfctn: its account, balances and entries, and whether they add up. */
final class StatementPart {

    private record Balance(BigDecimal amount, String currency, LocalDate date) {}

    private final XmlCursor xml;
    private final CamtValues values;
    private final StatementUnderWay statement;
    private final boolean interim;
    private final Map<String, Balance> balances = new HashMap<>();
    private String id;
    private String account;
    private String accountCurrency;
    private String balanceCurrency;

    /** @param interim a report during the day (camt.052): it also lists what is not booked yet */
    StatementPart(XmlCursor xml, CamtValues values, StatementUnderWay statement, boolean interim) {
        this.xml = xml;
        this.values = values;
        this.statement = statement;
        this.interim = interim;
    }

    void read() throws XMLStreamException {
        Location place = xml.location();
        xml.children(name -> {
            switch (name) {
                case "Id" -> id = xml.text();
                case "Acct" -> xml.children(this::account);
                case "Bal" -> balance();
                case "Ntry" -> {
                    Statement.Entry entry = new EntryPart(xml, values, account).read(interim);
                    if (entry != null) {
                        statement.entry(entry);
                    }
                }
                default -> {
                    // group information that the hub does not use
                }
            }
        });
        Balance opening = first("OPBD", "PRCD");
        Balance closing = interim ? first("CLBD", "ITBD") : first("CLBD");
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
        if (interim && !balances.containsKey("CLBD")) {
            statement.endInterim(head);
            return;
        }
        if (opening != null && closing != null && !opening.currency().equals(closing.currency())) {
            statement.mixed();
        }
        statement.end(head, Math.max(0, place.getLineNumber()), Math.max(0, place.getColumnNumber()));
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
        boolean[] credit = {true};
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
        if (amount[0] == null || type[0] == null) {
            return;
        }
        if (balanceCurrency == null) {
            balanceCurrency = amount[0].currency();
        }
        BigDecimal value = credit[0] ? amount[0].value() : amount[0].value().negate();
        balances.putIfAbsent(type[0], new Balance(value, amount[0].currency(), date[0]));
    }

    private Balance first(String... types) {
        for (String type : types) {
            if (balances.containsKey(type)) {
                return balances.get(type);
            }
        }
        return null;
    }

    private String currency(Balance opening, Balance closing) {
        if (Amounts.isCurrency(accountCurrency)) {
            return accountCurrency;
        }
        if (opening != null) {
            return opening.currency();
        }
        if (closing != null) {
            return closing.currency();
        }
        return balanceCurrency != null ? balanceCurrency : statement.currency();
    }
}
