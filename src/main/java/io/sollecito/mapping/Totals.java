package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

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
            sum.lastLine = line;
            try {
                Part part = sum.part(row);
                part.count++;
                BigDecimal amount =
                        sum.rule.summed() == null ? null : sum.rule.summed().of(row);
                part.amount = amount == null ? part.amount : part.amount.add(amount);
            } catch (CellProblem unread) {
                sum.unread = true;
            }
        }
    }

    void atEnd() throws Unreadable {
        for (Sum sum : sums) {
            if (sum.rule.required() && !sum.rule.perSection() && sum.parts().isEmpty()) {
                throw cutOff(sum, "");
            }
            for (Map.Entry<String, Part> part : sum.parts()) {
                boolean missing = sum.rule.perSection() ? part.getValue().count > 0 : !part.getValue().stated;
                if (sum.rule.required() && missing) {
                    throw cutOff(sum, of(part.getKey()));
                }
            }
        }
    }

    /** Tells what the file says that its open amounts are, added up per currency. */
    void tell(Consumer<Outcome> sink) {
        Map<String, BigDecimal> told = new TreeMap<>();
        long line = 0;
        for (Sum sum : sums) {
            line = Math.max(line, sum.toldLine);
            for (Map.Entry<String, Part> part : sum.parts()) {
                if (sum.rule.control() && part.getValue().stated) {
                    told.merge(part.getKey(), part.getValue().told, BigDecimal::add);
                }
            }
        }
        long last = line;
        told.forEach((currency, amount) ->
                sink.accept(new Outcome.Stated(currency.isEmpty() ? null : currency, amount, last)));
    }

    private Unreadable cutOff(Sum sum, String currency) {
        return new Unreadable(new Problem(
                file,
                sum.lastLine,
                0,
                "ends without the total '" + sum.rule.name() + "'" + currency + ": the file is cut off",
                null,
                "Ask for the file again; if it has that line, correct 'when' in 'totals'; if the source writes none, set"
                        + " required: false."));
    }

    private void compare(Sum sum, Row row, long line) throws Unreadable {
        TotalRule rule = sum.rule;
        try {
            Part part = sum.part(row);
            String currency = of(sum.currency(row));
            BigDecimal stated = rule.stated() == null ? null : rule.stated().of(row);
            check(sum, stated, part.amount, currency, "", line);
            check(
                    sum,
                    rule.count() == null ? null : rule.count().of(row),
                    BigDecimal.valueOf(part.count),
                    currency,
                    " records",
                    line);
            part.stated = true;
            sum.toldLine = line;
            part.told = stated == null ? part.told : part.told.add(stated);
            if (rule.perSection()) {
                part.reset();
                sum.unread &= sum.parts().stream().anyMatch(other -> other.getValue().count > 0);
            }
        } catch (CellProblem unclear) {
            throw unreadable(line, Shown.message(unclear, null));
        }
    }

    private void check(Sum sum, BigDecimal stated, BigDecimal found, String currency, String what, long line)
            throws Unreadable {
        if (stated != null && !sum.unread && stated.compareTo(found) != 0) {
            throw unreadable(
                    line,
                    "the total '" + sum.rule.name() + "'" + currency + " says " + stated.toPlainString() + what
                            + ", the records before it are " + found.toPlainString() + what);
        }
    }

    private static String of(String currency) {
        return currency.isEmpty() ? "" : " of " + currency;
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
        private final Map<String, Part> byCurrency = new TreeMap<>();
        private long lastLine;
        private long toldLine;
        private boolean unread;

        Sum(TotalRule rule) {
            this.rule = rule;
            if (rule.currency() == null) {
                byCurrency.put("", new Part());
            }
        }

        /** Of the record's currency. */
        Part part(Row row) throws CellProblem {
            return byCurrency.computeIfAbsent(currency(row), first -> new Part());
        }

        String currency(Row row) throws CellProblem {
            String currency = rule.currency() == null ? "" : rule.currency().of(row);
            if (currency == null) {
                throw new Place("currency", -1).problem(null, "is blank");
            }
            return currency;
        }

        Set<Map.Entry<String, Part>> parts() {
            return byCurrency.entrySet();
        }
    }

    /** What was added up in one currency. */
    private static final class Part {

        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal told = BigDecimal.ZERO;
        private long count;
        private boolean stated;

        void reset() {
            amount = BigDecimal.ZERO;
            count = 0;
        }
    }
}
