package io.sollecito.bank.camt;

import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads one Stmt, Rpt or Ntfctn: its account, balances and entries, and whether they add up. */
final class StatementPart {

    private record Balance(BigDecimal amount, String currency, LocalDate date) {}

    private final XmlCursor xml;
    private final CamtValues values;
    private final String file;
    private final boolean interim;
    private final Map<String, Balance> balances = new HashMap<>();
    private final List<Statement.Entry> entries = new ArrayList<>();
    private String id;
    private String account;
    private String accountCurrency;
    private String balanceCurrency;

    /** @param interim a report during the day (camt.052): it also lists what is not booked yet */
    StatementPart(XmlCursor xml, CamtValues values, String file, boolean interim) {
        this.xml = xml;
        this.values = values;
        this.file = file;
        this.interim = interim;
    }

    Statement read() throws XMLStreamException {
        Location place = xml.location();
        xml.children(name -> {
            switch (name) {
                case "Id" -> id = xml.text();
                case "Acct" -> xml.children(this::account);
                case "Bal" -> balance();
                case "Ntry" -> {
                    Statement.Entry entry = new EntryPart(xml, values, account).read(interim);
                    if (entry != null) {
                        entries.add(entry);
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
        return new Statement(
                account,
                id,
                currency(opening, closing),
                opening == null ? null : opening.date(),
                opening == null ? null : opening.amount(),
                closing == null ? null : closing.date(),
                closing == null ? null : closing.amount(),
                balanced(opening, closing, place),
                entries);
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
        return balanceCurrency != null || entries.isEmpty()
                ? balanceCurrency
                : entries.get(0).currency();
    }

    private Boolean balanced(Balance opening, Balance closing, Location place) {
        if (opening == null || closing == null || (interim && !balances.containsKey("CLBD"))) {
            return null;
        }
        String currency = opening.currency();
        boolean oneCurrency = currency.equals(closing.currency())
                && entries.stream().allMatch(entry -> entry.currency().equals(currency));
        if (!oneCurrency) {
            values.problem(place, "statement " + id + " mixes currencies, so it does not add up", ASK_AGAIN);
            return false;
        }
        BigDecimal sum = entries.stream().map(Statement.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal reached = opening.amount().add(sum);
        if (Amounts.same(reached, closing.amount())) {
            return true;
        }
        values.problem(
                place,
                "statement " + id + " does not add up: opening " + Amounts.text(opening.amount(), currency)
                        + " and entries of " + Amounts.text(sum, currency) + " make " + Amounts.text(reached, currency)
                        + ", but closing says " + Amounts.text(closing.amount(), currency),
                ASK_AGAIN);
        return false;
    }

    private static final String ASK_AGAIN = "ask the bank for the statement again; it is quarantined whole";
}
