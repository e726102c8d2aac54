package io.sollecito.bank.mt;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.AccountNumber;
import io.sollecito.bank.text.PlainText;
import io.sollecito.bank.text.Remedy;
import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message: its account, balances and entries, and whether they add up. */
final class MtStatement {

    private static final Pattern FLOOR = Pattern.compile("([A-Z]{3})[CD]?[0-9.,]*");
    private static final int MOST_TEXTS = 200;

    private final String file;
    private final StatementSink sink;
    private final StatementUnderWay statement;
    private final long line;
    private final Totals totals = new Totals();
    private final List<Field> texts = new ArrayList<>();
    private boolean interim;
    private boolean closed;
    private boolean noCurrency;
    private boolean cut;
    private String reference;
    private String account;
    private String number;
    private String currencyOfAccount;
    private String floorCurrency;
    private Balance opening;
    private Balance closing;
    private EntryLine pending;

    MtStatement(String file, StatementSink sink, long line, boolean interim) {
        this.file = file;
        this.sink = sink;
        this.statement = new StatementUnderWay(file, sink);
        this.line = line;
        this.interim = interim;
    }

    /** Whether a field of a head with this tag cannot be this statement's any more. */
    boolean hasBegun(String tag) {
        return closed
                || tag.startsWith("25") && account != null
                || tag.startsWith("28") && number != null
                || tag.startsWith("60") && opening != null;
    }

    void reference(Field field) {
        reference = PlainText.of(field.first());
    }

    void account(Field field) {
        account = AccountNumber.of(PlainText.of(field.first()));
        currencyOfAccount = AccountNumber.currencyBehind(field.first());
    }

    void number(Field field) {
        number = PlainText.of(field.first());
    }

    void opening(Field field) {
        opening = balance(field);
    }

    void closing(Field field) {
        flush();
        closed = true;
        closing = balance(field);
    }

    private Balance balance(Field field) {
        Balance balance = Balance.of(field);
        if (balance == null) {
            problem(field, "this is no balance", "C or D, the day as YYMMDD, the currency and an amount");
        } else if (balance.date() == null) {
            problem(field, "the balance is of no day", "the day as YYMMDD");
        }
        return balance;
    }

    void floor(Field field) {
        Matcher form = FLOOR.matcher(field.first());
        interim |= opening == null;
        if (form.matches() && Amounts.isCurrency(form.group(1))) {
            floorCurrency = form.group(1);
        }
    }

    void total(Field field) {
        flush();
        interim |= opening == null;
        if (!totals.tell(field)) {
            problem(field, "this is no count and sum of entries", "the number, the currency and an amount");
        }
    }

    void entry(Field field) {
        flush();
        pending = EntryLine.of(field);
        if (pending == null) {
            problem(
                    field,
                    "this is no entry, so the statement is not whole",
                    "the value date as YYMMDD, C or D (or RC, RD), an amount with a decimal comma");
        } else if (pending.valueDate() == null) {
            problem(field, "the entry is of no day", "the value date as YYMMDD");
        }
    }

    void text(Field field) {
        if (!cut && (field.cut() || texts.size() == MOST_TEXTS)) {
            cut = true;
            problem(field, "a text that no bank writes so long is cut", Remedy.HELD_BACK);
        }
        if (pending == null) {
            field.lines().forEach(totals::tell);
        } else if (texts.size() < MOST_TEXTS) {
            texts.add(field);
        }
    }

    /** What is not known may still say who paid for what. */
    void unknown(Field field) {
        if (pending != null) {
            text(field);
        }
    }

    private void flush() {
        if (pending == null) {
            return;
        }
        totals.count(pending);
        statement.entry(new MtEntry(pending, texts, currency()).entry());
        pending = null;
        texts.clear();
    }

    private String currency() {
        String told = toldCurrency();
        if (told == null && !noCurrency) {
            noCurrency = true;
            problem("statement " + id() + " does not say its currency before its first entry");
        }
        return told == null ? Amounts.NO_CURRENCY : told;
    }

    private String headCurrency() {
        String told = toldCurrency();
        return told == null ? statement.currency() : told;
    }

    private String toldCurrency() {
        if (opening != null) {
            return opening.currency();
        }
        if (closing != null) {
            return closing.currency();
        }
        return floorCurrency != null || !Amounts.isCurrency(currencyOfAccount) ? floorCurrency : currencyOfAccount;
    }

    private String id() {
        return number != null ? number : reference;
    }

    /** Ends the statement; whether it is a report during the day. */
    boolean close() {
        flush();
        if (account == null) {
            problem("statement " + id() + " names no account");
        }
        for (String difference : totals.differences()) {
            problem("statement " + id() + ": " + difference);
            statement.incomplete();
        }
        boolean during = interim && opening == null && closing == null;
        if (!during && (opening == null || closing == null)) {
            problem("statement " + id() + " has no " + (opening == null ? "opening" : "closing")
                    + " balance; it may be cut off");
        }
        StatementHead head = new StatementHead(
                account,
                id(),
                headCurrency(),
                opening == null ? null : opening.date(),
                opening == null ? null : opening.amount(),
                closing == null ? null : closing.date(),
                closing == null ? null : closing.amount());
        if (during) {
            statement.endInterim(head);
            return true;
        }
        if (opening != null && closing != null && !opening.currency().equals(closing.currency())) {
            statement.mixed();
        }
        statement.end(head, line, 1);
        return false;
    }

    private void problem(String message) {
        sink.problem(new Problem(file, line, 1, message, null, Remedy.HELD_BACK));
    }

    private void problem(Field field, String message, String remedy) {
        String text = ":" + field.tag() + ":" + field.first();
        sink.problem(
                new Problem(file, field.line(), field.tag().length() + 3L, message, OneLine.of(text, 100), remedy));
    }
}
