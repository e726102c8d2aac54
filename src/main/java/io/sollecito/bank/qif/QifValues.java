package io.sollecito.bank.qif;

import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FreeAmount;
import io.sollecito.bank.text.PlainText;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The values of QIF lines; what cannot be read is told with its place and reads as null. */
final class QifValues {

    private final String file;
    private final StatementSink sink;
    private final QifHabits habits;

    QifValues(String file, StatementSink sink, QifHabits habits) {
        this.file = file;
        this.sink = sink;
        this.habits = habits;
    }

    void problem(long line, long column, String message) {
        problem(line, column, message, "export the transactions again, or correct the line");
    }

    private void problem(long line, long column, String message, String remedy) {
        sink.problem(new Problem(file, line, column, message, null, remedy));
    }

    BigDecimal amount(String text, long line) {
        BigDecimal amount = FreeAmount.of(text, habits.decimal());
        if (amount == null) {
            problem(line, 2, "'" + PlainText.of(text) + "' is no amount, or could be two");
            return null;
        }
        return Amounts.scaled(amount, Amounts.NO_CURRENCY);
    }

    LocalDate day(String text, long line) {
        QifDay day = text.length() > 40 ? null : QifDay.of(text);
        if (day == null) {
            problem(line, 2, "'" + PlainText.of(text) + "' is no day");
            return null;
        }
        if (day.isAmbiguous() && habits.order() == null) {
            problem(
                    line,
                    2,
                    "'" + text.strip()
                            + "' could be two days, and no day of the file tells whether the month comes first",
                    "say it with --format qif-dmy (day first) or qif-mdy (month first)");
            return null;
        }
        try {
            return day.in(habits.order());
        } catch (DateTimeException none) {
            problem(
                    line,
                    2,
                    "there is no day '" + text.strip() + "' where "
                            + (habits.order() == QifDay.Order.MONTH_FIRST ? "months" : "days") + " come first");
            return null;
        }
    }
}
