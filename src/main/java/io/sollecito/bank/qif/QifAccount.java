package io.sollecito.bank.qif;

import io.sollecito.bank.text.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A record of an !Account section: the account's name and, if the program wrote them, its balance and that balance's day. */
final class QifAccount {

    private final QifValues values;
    private String name;
    private BigDecimal balance;
    private LocalDate balanceDay;

    QifAccount(QifValues values) {
        this.values = values;
    }

    static QifAccount named(String name) {
        QifAccount account = new QifAccount(null);
        account.name = name;
        return account;
    }

    void take(String line, long number) {
        String text = line.substring(1);
        switch (line.charAt(0)) {
            case 'N' -> name = PlainText.of(text);
            case '$' -> balance = values.amount(text, number);
            case '/' -> balanceDay = values.day(text, number);
            default -> {
                // description, type, credit limit
            }
        }
    }

    boolean isNamed() {
        return name != null;
    }

    String name() {
        return name;
    }

    BigDecimal balance() {
        return balance;
    }

    LocalDate balanceDay() {
        return balanceDay;
    }
}
