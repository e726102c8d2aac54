package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Amounts;
import io.sollecito.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * An amount made of a cell, exact or not at all.
 *
 * @param sign the debit or credit indicator, or null when the amount carries its own sign
 * @param negate whether the source counts the other way round
 */
record Amount(
        Place place,
        Rule<Object> source,
        List<String> none,
        Numbers numbers,
        Rule<String> currency,
        Sign sign,
        boolean negate,
        BigDecimal byDefault)
        implements Rule<Money> {

    /**
     * A column that says which amounts are negative.
     *
     * @param positive when given, a value in neither list is quarantined
     */
    record Sign(Place place, Set<String> negative, Set<String> positive) {

        boolean isNegative(Row row) throws CellProblem {
            Object cell = row.cell(place.slot());
            String indicator = cell == null ? "" : Cells.text(cell);
            if (negative.contains(indicator)) {
                return true;
            }
            if (positive == null ? indicator.isEmpty() : !positive.contains(indicator)) {
                throw place.problem(indicator, indicator.isEmpty() ? "is blank" : "is no known sign indicator");
            }
            return false;
        }
    }

    @Override
    public Money of(Row row) throws CellProblem {
        Object cell = source.of(row);
        if (cell == null || !none.isEmpty() && none.contains(cell.toString())) {
            return byDefault == null ? null : new Money(byDefault, currency(row));
        }
        BigDecimal number = number(cell);
        String code = currency(row);
        if (number.scale() > Amounts.decimals(code) && !onlyZerosBeyond(cell, number, code)) {
            throw place.problem(cell, "has more decimals than " + code + " allows");
        }
        BigDecimal signed = sign == null ? number : signed(number, cell, row);
        return new Money(negate ? signed.negate() : signed, code);
    }

    private BigDecimal number(Object cell) throws CellProblem {
        BigDecimal exact = Cells.exactNumber(cell);
        if (exact != null) {
            return exact;
        }
        if (cell instanceof Double || cell instanceof Float) {
            throw place.problem(cell, "is a floating-point number, not exact: cast it to numeric in the query");
        }
        BigDecimal parsed = numbers.parse(Cells.text(cell));
        if (parsed == null) {
            throw place.problem(
                    cell, "is not a number as this mapping's 'numbers' describe them (" + numbers.described() + ")");
        }
        return parsed;
    }

    private String currency(Row row) throws CellProblem {
        String code = currency.of(row);
        if (code == null) {
            throw place.problem(null, "has no currency");
        }
        return code;
    }

    /** In a text, 1,190 is more likely one thousand than 1.19: even zeros need the mapping's consent. */
    private boolean onlyZerosBeyond(Object cell, BigDecimal number, String code) {
        return (numbers.extraZeros() || !(cell instanceof String))
                && number.stripTrailingZeros().scale() <= Amounts.decimals(code);
    }

    private BigDecimal signed(BigDecimal number, Object cell, Row row) throws CellProblem {
        boolean negative = sign.isNegative(row);
        if (number.signum() < 0 && !negative) {
            throw place.problem(cell, "is negative although its sign indicator says positive");
        }
        return negative ? number.abs().negate() : number;
    }
}
