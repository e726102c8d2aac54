package io.sollecito.bank.qif;

import io.sollecito.bank.text.PlainText;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One transaction; its splits, if they add up to it, are its payments. */
final class QifTransaction {

    private static final int MOST_SPLITS = 1000;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern OPENING = Pattern.compile(
            "(?i)opening balance|anfangssaldo|anfangsbestand|solde initial|saldo iniziale|saldo inicial");

    /** A part of the transaction, in the order of its lines: S, then E, then $. */
    private static final class Split {
        private String memo;
        private BigDecimal amount;
    }

    private final QifValues values;
    private final long begins;
    private final List<Split> splits = new ArrayList<>();
    private LocalDate day;
    private BigDecimal amount;
    private boolean dayTold;
    private boolean amountTold;
    private String number;
    private String payee;
    private String memo;
    private String category;

    QifTransaction(QifValues values, long begins) {
        this.values = values;
        this.begins = begins;
    }

    void take(String line, long at) {
        String text = line.substring(1, Math.min(line.length(), MOST_TEXT));
        switch (line.charAt(0)) {
            case 'D' -> {
                dayTold = true;
                day = values.day(text, at);
            }
            case 'T', 'U' -> amount(text, at);
            case 'N' -> number = PlainText.of(text);
            case 'P' -> payee = PlainText.of(text);
            case 'M' -> memo = memo(text);
            case 'L' -> category = PlainText.of(text);
            case 'S' -> {
                if (splits.size() < MOST_SPLITS) {
                    splits.add(new Split());
                }
            }
            case 'E' -> {
                if (!splits.isEmpty()) {
                    splits.get(splits.size() - 1).memo = PlainText.of(text);
                }
            }
            case '$' -> {
                if (!splits.isEmpty()) {
                    splits.get(splits.size() - 1).amount = values.amount(text, at);
                }
            }
            case 'A', 'C', 'F', 'K', 'O', '%', 'X' -> {
                // address, whether it was reconciled, shares, invoice particulars
            }
            default -> memo = memo(line.substring(0, Math.min(line.length(), MOST_TEXT)));
        }
    }

    private String memo(String more) {
        return memo != null && memo.length() > MOST_TEXT ? memo : PlainText.joined(memo, more);
    }

    /** T and U say the same, U with room for more digits. */
    private void amount(String text, long at) {
        BigDecimal read = values.amount(text, at);
        if (amount != null && read != null && amount.compareTo(read) != 0) {
            values.problem(at, 2, "the amounts T and U of the transaction are not the same");
        }
        amountTold = true;
        amount = amount == null ? read : amount;
    }

    /** The record that programs begin an account with: no payment. */
    boolean isOpeningBalance() {
        return payee != null && OPENING.matcher(payee).matches();
    }

    /** The account that an opening balance names as where it comes from. */
    QifAccount ownAccount() {
        return category != null && category.startsWith("[") && category.endsWith("]")
                ? QifAccount.named(category.substring(1, category.length() - 1))
                : null;
    }

    BigDecimal amount() {
        return amount;
    }

    LocalDate day() {
        return day;
    }

    /** Null when there is no amount, which is told. */
    Statement.Entry entry() {
        if (!dayTold) {
            values.problem(begins, 1, "the transaction has no day (D)");
        }
        if (amount == null) {
            if (!amountTold) {
                values.problem(begins, 1, "the transaction has no amount (T)");
            }
            return null;
        }
        boolean numbered = number != null && number.chars().anyMatch(Character::isDigit);
        return new Statement.Entry(day, null, amount, Amounts.NO_CURRENCY, false, numbered ? number : null, payments());
    }

    private List<Statement.Payment> payments() {
        String text = memo == null ? payee : memo;
        if (splits.size() < 2) {
            return List.of(payment(amount, text));
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<Statement.Payment> parts = new ArrayList<>();
        for (Split split : splits) {
            BigDecimal part = split.amount == null ? BigDecimal.ZERO : split.amount;
            sum = sum.add(part);
            parts.add(payment(part, split.memo == null ? text : split.memo));
        }
        if (splits.size() == MOST_SPLITS || sum.compareTo(amount) != 0) {
            values.problem(
                    begins,
                    1,
                    "the splits make " + sum.toPlainString() + ", but the transaction says " + amount.toPlainString());
            return List.of(payment(amount, text));
        }
        return parts;
    }

    private Statement.Payment payment(BigDecimal of, String text) {
        return new Statement.Payment(
                of,
                Amounts.NO_CURRENCY,
                null,
                null,
                text,
                payee == null ? null : new Statement.Counterparty(payee, null),
                null,
                new Statement.Particulars(number, null, null, null));
    }
}
