package io.sollecito.bank.qif;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.PlainText;
import io.sollecito.bank.text.TextLines;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** Reads one QIF file: each section of transactions is a statement of the account that was named before it. */
final class QifReader {

    private static final Set<String> TRANSACTIONS = Set.of("bank", "ccard", "cash", "oth a", "oth l");
    private static final Set<String> LISTS =
            Set.of("cat", "class", "memorized", "prices", "security", "budget", "tag", "template", "invitem", "payee");

    private final String file;
    private final StatementSink sink;
    private final QifValues values;
    private StatementUnderWay statement;
    private QifAccount account;
    private QifAccount listed;
    private QifTransaction transaction;
    private long begins;
    private boolean first;
    private boolean found;
    private BigDecimal opening;
    private LocalDate openingDay;
    private LocalDate lastDay;

    QifReader(String file, StatementSink sink, QifHabits habits) {
        this.file = file;
        this.sink = sink;
        this.values = new QifValues(file, sink, habits);
    }

    void read(TextLines lines) throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                take(line, lines.number());
            }
        }
        endRecord(lines.number());
        endStatement();
        if (!found) {
            sink.problem(Problem.of(
                    file,
                    "there are no transactions in this file",
                    "They follow a line such as !Type:Bank or !Type:CCard."));
        }
    }

    private void take(String line, long number) {
        if (line.charAt(0) == '!') {
            endRecord(number);
            section(line.substring(1).strip(), number);
        } else if (line.charAt(0) == '^') {
            endRecord(number);
        } else if (listed != null) {
            listed.take(line, number);
        } else if (statement != null) {
            if (transaction == null) {
                transaction = new QifTransaction(values, number);
            }
            transaction.take(line, number);
        }
    }

    private void section(String header, long number) {
        String name = header.toLowerCase(Locale.ROOT);
        if (name.startsWith("option:") || name.startsWith("clear:")) {
            return;
        }
        endStatement();
        listed = null;
        if (name.equals("account")) {
            listed = new QifAccount(values);
            return;
        }
        String type = name.startsWith("type:") ? name.substring(5).strip() : name;
        if (TRANSACTIONS.contains(type)) {
            statement = new StatementUnderWay(file, sink);
            begins = number;
            first = true;
            found = true;
        } else if (!LISTS.contains(type)) {
            values.problem(number, 1, "section '" + PlainText.of(header) + "' holds no payments that the hub reads");
            found |= type.equals("invst");
        }
    }

    private void endRecord(long number) {
        if (listed != null && listed.isNamed()) {
            account = listed;
            listed = new QifAccount(values);
        }
        if (transaction == null) {
            return;
        }
        QifTransaction done = transaction;
        transaction = null;
        if (first && done.isOpeningBalance()) {
            opening = done.amount();
            openingDay = done.day();
            account = account == null ? done.ownAccount() : account;
        } else {
            Statement.Entry entry = done.entry();
            if (entry != null) {
                statement.entry(entry);
                lastDay = latest(lastDay, entry.bookingDate());
            }
        }
        first = false;
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private void endStatement() {
        if (statement == null) {
            return;
        }
        BigDecimal closing = account == null ? null : account.balance();
        LocalDate closed = account == null || account.balanceDay() == null ? lastDay : account.balanceDay();
        statement.end(
                new StatementHead(
                        account == null ? null : account.name(),
                        null,
                        Amounts.NO_CURRENCY,
                        openingDay,
                        opening,
                        closed,
                        closing),
                begins,
                1);
        statement = null;
        account = null;
        opening = null;
        openingDay = null;
        lastDay = null;
    }
}
