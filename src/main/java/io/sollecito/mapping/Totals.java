package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a file's total records state with what its records add up to. Filtered and quarantined records count: the
 * source counted them too. A file that does not add up is unreadable as a whole; a sum with an amount that cannot be
 * read proves nothing.
 */
final class Totals {

    private final List<Sum> sums = new ArrayList<>();
    private final String file;

    Totals(List<TotalRule> rules, String file) {
        rules.forEach(rule -> sums.add(new Sum(rule)));
        this.file = file;
    }

    /** The name of the rule whose total the record is, after comparing it; null when it is none. */
    String compared(Row row, long line) throws Unreadable, Condition.Failed {
        for (Sum sum : sums) {
            if (sum.rule.when().holds(row)) {
                compare(sum, row, line);
                return sum.rule.name();
            }
        }
        return null;
    }

    /** Adds an ordinary record. */
    void add(Row row, long line) {
        for (Sum sum : sums) {
            sum.count++;
            sum.lastLine = line;
            try {
                BigDecimal amount =
                        sum.rule.summed() == null ? null : sum.rule.summed().of(row);
                sum.amount = amount == null ? sum.amount : sum.amount.add(amount);
            } catch (CellProblem unread) {
                sum.unread = true;
            }
        }
    }

    void atEnd() throws Unreadable {
        for (Sum sum : sums) {
            boolean missing = sum.rule.perSection() ? sum.count > 0 : !sum.stated;
            if (sum.rule.required() && missing) {
                throw new Unreadable(new Problem(
                        file,
                        sum.lastLine,
                        0,
                        "ends without the total '" + sum.rule.name() + "': the file is cut off",
                        null,
                        "Ask for the file again; if the source writes no such line, set required: false."));
            }
        }
    }

    private void compare(Sum sum, Row row, long line) throws Unreadable {
        TotalRule rule = sum.rule;
        try {
            check(sum, rule.stated() == null ? null : rule.stated().of(row), sum.amount, "", line);
            check(
                    sum,
                    rule.count() == null ? null : rule.count().of(row),
                    BigDecimal.valueOf(sum.count),
                    " records",
                    line);
        } catch (CellProblem unclear) {
            throw unreadable(line, Shown.message(unclear, null));
        }
        sum.stated = true;
        if (rule.perSection()) {
            sum.reset();
        }
    }

    private void check(Sum sum, BigDecimal stated, BigDecimal found, String what, long line) throws Unreadable {
        if (stated != null && !sum.unread && stated.compareTo(found) != 0) {
            throw unreadable(
                    line,
                    "the total '" + sum.rule.name() + "' says " + stated.toPlainString() + what
                            + ", the records before it are " + found.toPlainString() + what);
        }
    }

    private Unreadable unreadable(long line, String message) {
        return new Unreadable(new Problem(
                file,
                line,
                0,
                message,
                null,
                "Ask for the file again; if it is right, correct 'totals' in the mapping."));
    }

    private static final class Sum {

        private final TotalRule rule;
        private BigDecimal amount = BigDecimal.ZERO;
        private long count;
        private long lastLine;
        private boolean unread;
        private boolean stated;

        Sum(TotalRule rule) {
            this.rule = rule;
        }

        void reset() {
            amount = BigDecimal.ZERO;
            count = 0;
            unread = false;
        }
    }
}
