package io.sollecito.bank.ofx;

import io.sollecito.bank.text.PlainText;
import io.sollecito.bank.text.Remedy;
import io.sollecito.model.Amounts;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.Statement;
import io.sollecito.model.SwissReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One STMTTRN. Its amount is signed; in CURRENCY it is of that currency, in ORIGCURRENCY the bank converted it. FITID is what
 * banks call unique and reuse: two transactions with one FITID are two.
 */
final class OfxTransaction {

    private final OfxValues values;
    private final OfxVisitor.Place place;
    private String type;
    private LocalDate posted;
    private LocalDate available;
    private BigDecimal amount;
    private boolean amountTold;
    private String id;
    private String reference;
    private String name;
    private String payee;
    private String extendedName;
    private String memo;
    private String account;
    private String currency;
    private String originalCurrency;

    OfxTransaction(OfxValues values, OfxVisitor.Place place) {
        this.values = values;
        this.place = place;
    }

    void value(String parent, String element, String text, OfxVisitor.Place where) {
        switch (parent) {
            case "PAYEE" -> payee = element.equals("NAME") ? text : payee;
            case "BANKACCTTO", "CCACCTTO", "BANKACCTFROM", "CCACCTFROM" -> {
                if (element.equals("ACCTID") && text != null) {
                    account = text.replace(" ", "");
                }
            }
            case "CURRENCY" -> currency = element.equals("CURSYM") ? values.currency(text, where) : currency;
            case "ORIGCURRENCY" -> originalCurrency = element.equals("CURSYM") ? text : originalCurrency;
            default -> own(element, text, where);
        }
    }

    private void own(String element, String text, OfxVisitor.Place where) {
        switch (element) {
            case "TRNTYPE" -> type = text;
            case "DTPOSTED" -> posted = values.day(text, where);
            case "DTAVAIL" -> available = values.day(text, where);
            case "TRNAMT" -> {
                amountTold = true;
                amount = values.amount(text, where);
            }
            case "FITID" -> id = text;
            case "REFNUM" -> reference = text;
            case "NAME" -> name = text;
            case "EXTDNAME" -> extendedName = text;
            case "MEMO" -> memo = PlainText.joined(memo, text);
            case "CORRECTFITID" ->
                values.problem(
                        where,
                        "this corrects transaction " + text + ", which the bank told before",
                        "compare it with the account and enter the difference by hand");
            default -> {
                // cheque numbers and the bank's own fields
            }
        }
    }

    /** Null when there is no amount, which is told. */
    Statement.Entry entry(String accountCurrency) {
        if (posted == null) {
            values.problem(place, "a transaction has no day (DTPOSTED)", Remedy.ASK_AGAIN);
        }
        if (amount == null) {
            if (!amountTold) {
                values.problem(place, "a transaction has no amount (TRNAMT)", Remedy.ASK_AGAIN);
            }
            return null;
        }
        String in = currency == null ? accountCurrency : currency;
        BigDecimal booked = Amounts.scaled(amount, in);
        String who = extendedName != null ? extendedName : name != null ? name : payee;
        String text = memo == null ? who : memo;
        boolean structured = CreditorReference.isValid(reference) || SwissReference.isValid(reference);
        Statement.Payment payment = new Statement.Payment(
                booked,
                in,
                null,
                structured ? reference.replace(" ", "") : null,
                text,
                who == null && account == null ? null : new Statement.Counterparty(who, account),
                null,
                new Statement.Particulars(
                        type, null, null, Amounts.isCurrency(originalCurrency) ? originalCurrency : null));
        return new Statement.Entry(posted, available, booked, in, false, id, List.of(payment));
    }
}
