package io.sollecito.bank.cfonb120;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.Ibans;
import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.bank.text.WrappedText;
import io.sollecito.model.Amounts;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation (record 04) and what its complements (05) say, each under a qualifier of three letters. The first of a
 * qualifier counts; further ones, and those that are not known, are text.
 */
final class Cfonb120Operation {

    /** Free text, and its continuation, as the remitter wrote it. */
    private static final List<String> REMITTANCE = List.of("LIB", "LCC", "LC2");

    /** Which have a field of their own. */
    private static final List<String> UNDERSTOOD =
            List.of("NPY", "NBE", "NPO", "NBU", "RCN", "REF", "LCS", "RET", "FEE", "MMO", "CPY", "CBE");

    private static final int WIDTH = 70;

    private final FixedRecord record;
    private final BigDecimal amount;
    private final String currency;
    private final Map<String, String> said = new HashMap<>();
    private final WrappedText remittance = new WrappedText();
    private final WrappedText more = new WrappedText();

    Cfonb120Operation(FixedRecord record, BigDecimal amount, String currency) {
        this.record = record;
        this.amount = amount;
        this.currency = currency;
    }

    FixedRecord record() {
        return record;
    }

    BigDecimal amount() {
        return amount;
    }

    void complement(FixedRecord next) {
        String qualifier = next.field(46, 48);
        String text = next.field(49, 48 + WIDTH);
        if (REMITTANCE.contains(qualifier)) {
            remittance.field(text);
        } else if (!UNDERSTOOD.contains(qualifier) || said.putIfAbsent(qualifier, text) != null) {
            more.words(text.strip());
        }
    }

    /** A record that is not known. */
    void note(FixedRecord next) {
        more.words(next.text().strip());
    }

    /** Whether it says more than is kept of one operation. */
    boolean cut() {
        return remittance.cut() || more.cut();
    }

    /** The bank's: of the operation, else of its complement, else the number of the entry. */
    String bankReference() {
        String number = record.value(82, 88);
        String reference = record.value(105, 120);
        if (reference == null) {
            reference = value("REF", 0, WIDTH);
        }
        return reference == null && number != null && !number.matches("0+") ? number : reference;
    }

    boolean isReversal() {
        return returnReason() != null;
    }

    Payment payment() {
        return new Payment(
                amount,
                currency,
                value("RCN", 0, 35),
                creditorReference(),
                remittance(),
                counterparty(),
                returnReason(),
                new Particulars(record.value(33, 34), charges(), original(), originalCurrency()));
    }

    /** The remitter's text, then the operation's label and all else that is said. */
    private String remittance() {
        WrappedText all = new WrappedText();
        all.words(remittance.value());
        all.words(creditorReference() == null ? value("LCS", 0, WIDTH) : null);
        all.words(record.value(49, 79));
        all.words(value("RCN", 35, WIDTH));
        all.words(record.value(105, 120) == null ? null : value("REF", 0, WIDTH));
        all.words(ultimate());
        all.words(more.value());
        return all.value();
    }

    private String creditorReference() {
        String structured = value("LCS", 0, 35);
        return CreditorReference.isValid(structured) ? structured.replace(" ", "") : null;
    }

    /** Why it came back: the ISO code, else the interbank code of two digits. */
    private String returnReason() {
        String iso = value("RET", 0, 4);
        return iso != null && iso.matches("[A-Z]{2}[0-9]{2}|[A-Z]{4}") ? iso : record.value(41, 42);
    }

    /** The payer of what comes in and the payee of what goes out; else the one who is named. */
    private Counterparty counterparty() {
        boolean in = amount.signum() >= 0;
        String name = value(in ? "NPY" : "NBE", 0, WIDTH);
        String account = account(in ? "CPY" : "CBE");
        if (name == null && account == null) {
            name = value(in ? "NBE" : "NPY", 0, WIDTH);
            account = account(in ? "CBE" : "CPY");
        }
        return name == null && account == null ? null : new Counterparty(name, account);
    }

    private String account(String qualifier) {
        String account = value(qualifier, 0, 34);
        String iban = Ibans.read(account);
        return iban == null ? account : iban;
    }

    private String ultimate() {
        return value(amount.signum() >= 0 ? "NPO" : "NBU", 0, WIDTH);
    }

    private BigDecimal charges() {
        BigDecimal fee = currency.equals(value("FEE", 0, 3)) ? amount("FEE") : null;
        return fee == null || fee.signum() == 0 ? null : fee.abs();
    }

    private BigDecimal original() {
        BigDecimal original = originalCurrency() == null ? null : amount("MMO");
        return original == null ? null : original.abs();
    }

    private String originalCurrency() {
        String code = value("MMO", 0, 3);
        return Amounts.isCurrency(code) && amount("MMO") != null ? code : null;
    }

    /** Currency, number of decimals, 14 digits. */
    private BigDecimal amount(String qualifier) {
        String text = said.get(qualifier);
        int decimals = text == null ? -1 : Character.digit(text.charAt(3), 10);
        return decimals < 0
                ? null
                : ImpliedDecimals.overpunched(text.substring(4, 18).strip(), decimals);
    }

    private String value(String qualifier, int from, int to) {
        String text = said.get(qualifier);
        String value = text == null ? "" : text.substring(from, to).strip();
        return value.isEmpty() ? null : value;
    }
}
