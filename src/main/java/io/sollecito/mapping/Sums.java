package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Numbers made of several numbers. */
final class Sums {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Sums() {}

    /**
     * Parts added up and others taken away; blank ones are nothing, but without any of the first there is no
     * number.
     */
    record Balance(List<Rule<BigDecimal>> plus, List<Rule<BigDecimal>> minus) implements Rule<BigDecimal> {
        @Override
        public BigDecimal of(Row row) throws CellProblem {
            BigDecimal sum = null;
            for (Rule<BigDecimal> part : plus) {
                sum = added(sum, part.of(row));
            }
            if (sum == null) {
                return null;
            }
            for (Rule<BigDecimal> part : minus) {
                BigDecimal taken = part.of(row);
                sum = taken == null ? sum : sum.subtract(taken);
            }
            return sum;
        }
    }

    /** One column for debits, one for credits: only one of them may hold more than zero. */
    record TwoColumns(Place place, Rule<BigDecimal> debit, Rule<BigDecimal> credit) implements Rule<BigDecimal> {
        @Override
        public BigDecimal of(Row row) throws CellProblem {
            BigDecimal owed = debit.of(row);
            BigDecimal due = credit.of(row);
            if (owed != null && owed.signum() != 0 && due != null && due.signum() != 0) {
                throw place.problem(owed.toPlainString(), "stands beside a credit of " + due.toPlainString());
            }
            return due == null || due.signum() == 0 && owed != null ? owed : due.negate();
        }
    }

    /** The number of every record of the group that passes the test, added up. */
    record OverGroup(Place place, Rule<BigDecimal> each, RecordFilter.Test where) implements Rule<BigDecimal> {
        @Override
        public BigDecimal of(Row row) throws CellProblem {
            BigDecimal sum = null;
            try {
                for (Row member : row.group()) {
                    if (where == null || where.holds(member)) {
                        sum = added(sum, each.of(member));
                    }
                }
                return sum;
            } catch (Condition.Failed failed) {
                throw place.problem(null, failed.getMessage());
            }
        }
    }

    /**
     * So many per cent of a whole, rounded to the currency's decimals; one record of the group may have the rest.
     *
     * @param rest the percentages that mean the rest
     */
    record Share(
            Place place, Rule<BigDecimal> whole, Rule<BigDecimal> percent, Set<BigDecimal> rest, Rule<String> currency)
            implements Rule<BigDecimal> {
        @Override
        public BigDecimal of(Row row) throws CellProblem {
            BigDecimal total = whole.of(row);
            BigDecimal part = percent.of(row);
            if (total == null) {
                return null;
            }
            if (!isRest(part)) {
                return share(total, part, row);
            }
            BigDecimal left = total;
            int others = 0;
            for (Row member : row.group()) {
                BigDecimal taken = percent.of(member);
                others += isRest(taken) ? 1 : 0;
                left = isRest(taken) ? left : left.subtract(share(total, taken, member));
            }
            if (others > 1) {
                throw place.problem(part, "means the rest, and so does another record of the same document");
            }
            return left;
        }

        private boolean isRest(BigDecimal part) {
            return part == null || rest.stream().anyMatch(each -> each.compareTo(part) == 0);
        }

        private BigDecimal share(BigDecimal total, BigDecimal part, Row row) throws CellProblem {
            String code = currency.of(row);
            int decimals = code == null ? 2 : Amounts.decimals(code);
            return total.multiply(part).divide(HUNDRED, decimals, RoundingMode.HALF_UP);
        }
    }

    private static BigDecimal added(BigDecimal sum, BigDecimal part) {
        return sum == null ? part : part == null ? sum : sum.add(part);
    }
}
