package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.Several;
import java.math.BigDecimal;
import java.util.List;

/**
 * The number in a cell, with the sign that the source gives it.
 *
 * @param none cells that mean nothing
 * @param sign what says which numbers are negative, or null when each carries its own sign
 */
record CellNumber(Place place, Rule<Object> source, List<String> none, Numbers numbers, Sign sign)
        implements Rule<BigDecimal> {

    @Override
    public BigDecimal of(Row row) throws CellProblem {
        Object cell = source.of(row);
        if (cell == null || !none.isEmpty() && none.contains(Cells.text(cell))) {
            return null;
        }
        if (cell instanceof Several several) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Object each : several.values()) {
                sum = sum.add(signed(each, row));
            }
            return sum;
        }
        return signed(cell, row);
    }

    private BigDecimal signed(Object cell, Row row) throws CellProblem {
        if (sign == null) {
            return number(cell);
        }
        Sign.Read read = sign.read(cell, row);
        BigDecimal number = number(read.rest());
        if (number.signum() < 0 && !read.negative() && read.strict()) {
            throw place.problem(cell, "is negative although its sign indicator says positive");
        }
        return read.negative() ? number.abs().negate() : number;
    }

    /** Zeros beyond the currency's decimals: in a text, 1,190 is more likely one thousand than 1.19. */
    private BigDecimal number(Object cell) throws CellProblem {
        BigDecimal exact = Cells.exactNumber(cell);
        if (exact != null) {
            return numbers.scaled(exact.scale() > 0 ? exact.stripTrailingZeros() : exact);
        }
        if (cell instanceof Double || cell instanceof Float) {
            throw place.problem(cell, "is a floating-point number, not exact: cast it to numeric in the query");
        }
        BigDecimal parsed = numbers.parse(Cells.text(cell));
        if (parsed == null) {
            throw place.problem(
                    cell, "is not a number as this mapping's 'numbers' describe them (" + numbers.described() + ")");
        }
        return numbers.extraZeros() && parsed.scale() > 0 ? parsed.stripTrailingZeros() : parsed;
    }
}
