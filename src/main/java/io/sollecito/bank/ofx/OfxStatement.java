package io.sollecito.bank.ofx;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.AccountNumber;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One statement. OFX knows the balance of the ledger at its end (LEDGERBAL) and none at its beginning, and does not number
 * statements.
 */
final class OfxStatement {

    private final OfxValues values;
    private final OfxVisitor.Place place;
    private final StatementUnderWay statement;
    private String currency;
    private String account;
    private String bank;
    private String branch;
    private LocalDate begins;
    private LocalDate ends;
    private BigDecimal balance;
    private LocalDate balanceDay;

    OfxStatement(String file, StatementSink sink, OfxValues values, OfxVisitor.Place place) {
        this.values = values;
        this.place = place;
        this.statement = new StatementUnderWay(file, sink);
    }

    void value(String parent, String name, String text, OfxVisitor.Place where) {
        switch (parent) {
            case "STMTRS", "CCSTMTRS", "INVSTMTRS" -> {
                if (name.equals("CURDEF")) {
                    currency = values.currency(text, where);
                }
            }
            case "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM" -> {
                switch (name) {
                    case "ACCTID" -> account = withoutBlanks(text);
                    case "BANKID" -> bank = withoutBlanks(text);
                    case "BRANCHID" -> branch = withoutBlanks(text);
                    default -> {
                        // the kind of account
                    }
                }
            }
            case "BANKTRANLIST", "INVTRANLIST" -> {
                if (name.equals("DTSTART")) {
                    begins = values.day(text, where);
                } else if (name.equals("DTEND")) {
                    ends = values.day(text, where);
                }
            }
            case "LEDGERBAL" -> {
                if (name.equals("BALAMT")) {
                    balance = values.amount(text, where);
                } else if (name.equals("DTASOF")) {
                    balanceDay = values.day(text, where);
                }
            }
            default -> {
                // positions, securities and offers of the bank
            }
        }
    }

    private static String withoutBlanks(String text) {
        return text == null ? null : text.replace(" ", "");
    }

    /** The IBAN, else the account's number, behind those of its bank and branch if the file names them. */
    private String wholeAccount() {
        if (account == null || AccountNumber.isIban(account)) {
            return account;
        }
        return Stream.of(bank, branch, account).filter(Objects::nonNull).collect(Collectors.joining("/"));
    }

    void take(OfxTransaction transaction) {
        Statement.Entry entry = transaction.entry(currency());
        if (entry != null) {
            statement.entry(entry);
        }
    }

    private String currency() {
        return currency == null ? Amounts.NO_CURRENCY : currency;
    }

    void end() {
        if (account == null) {
            values.problem(place, "the statement names no account", "ACCTID of its account holds it");
        }
        if (currency == null) {
            values.problem(place, "the statement names no currency", "CURDEF holds it");
        }
        statement.end(
                new StatementHead(
                        wholeAccount(),
                        null,
                        currency(),
                        begins,
                        null,
                        balance != null && balanceDay != null ? balanceDay : ends,
                        balance == null ? null : Amounts.scaled(balance, currency())),
                place.line(),
                place.column());
    }
}
