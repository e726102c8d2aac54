package io.sollecito.bank;

import io.sollecito.bank.text.Remedy;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;

/** The statement that a reader is in: passes its entries on, adds them up and says at its end whether it is balanced. */
public final class StatementUnderWay {

    private final String file;
    private final StatementSink sink;
    private BigDecimal sum = BigDecimal.ZERO;
    private String currency;
    private boolean mixed;
    private boolean incomplete;

    public StatementUnderWay(String file, StatementSink sink) {
        this.file = file;
        this.sink = sink;
    }

    public void entry(Statement.Entry entry) {
        if (currency == null) {
            currency = entry.currency();
        }
        mixed |= !currency.equals(entry.currency());
        sum = sum.add(entry.amount());
        sink.entry(entry);
    }

    /** Of the first entry, or null. */
    public String currency() {
        return currency;
    }

    /** Its balances are of different currencies. */
    public void mixed() {
        mixed = true;
    }

    /** Its own counts or sums say that entries are missing or misread: whatever its balances say, it does not add up. */
    public void incomplete() {
        incomplete = true;
    }

    /** Ends a statement whose balances are final; the place is where it begins, for the problem if it does not add up. */
    public void end(StatementHead head, long line, long column) {
        sink.statement(head.balanced(balanced(head, line, column)));
    }

    /** Ends a report whose last balance is not the end of a day, so that nothing needs to add up. */
    public void endInterim(StatementHead head) {
        sink.statement(head);
    }

    private Boolean balanced(StatementHead head, long line, long column) {
        if (head.openingBalance() == null || head.closingBalance() == null) {
            return null;
        }
        if (mixed || (currency != null && !currency.equals(head.currency()))) {
            problem(line, column, name(head) + " mixes currencies, so it does not add up");
            return false;
        }
        BigDecimal reached = head.openingBalance().add(sum);
        if (Amounts.same(reached, head.closingBalance())) {
            return !incomplete;
        }
        problem(
                line,
                column,
                name(head) + " does not add up: opening "
                        + text(head, head.openingBalance()) + " and entries of " + text(head, sum) + " make "
                        + text(head, reached) + ", but closing says " + text(head, head.closingBalance()));
        return false;
    }

    private void problem(long line, long column, String message) {
        sink.problem(new Problem(file, line, column, message, null, Remedy.HELD_BACK));
    }

    /** Some formats do not number their statements. */
    private static String name(StatementHead head) {
        return head.statementId() == null ? "the statement of " + head.account() : "statement " + head.statementId();
    }

    private static String text(StatementHead head, BigDecimal amount) {
        return Amounts.text(amount, head.currency());
    }
}
