package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Amounts;
import io.sollecito.model.Money;
import java.math.BigDecimal;

/**
 * An amount, exact or not at all.
 *
 * @param negate whether the source counts the other way round
 */
record Amount(Place place, Rule<BigDecimal> number, Rule<String> currency, boolean negate, BigDecimal byDefault)
        implements Rule<Money> {

    @Override
    public Money of(Row row) throws CellProblem {
        BigDecimal found = number.of(row);
        if (found == null) {
            return byDefault == null ? null : new Money(byDefault, currency(row));
        }
        String code = currency(row);
        if (found.scale() > Amounts.decimals(code)) {
            Object cell = row.cell(place.slot());
            throw place.problem(
                    cell == null ? found.toPlainString() : cell, "has more decimals than " + code + " allows");
        }
        return new Money(negate ? found.negate() : found, code);
    }

    private String currency(Row row) throws CellProblem {
        String code = currency.of(row);
        if (code == null) {
            throw place.problem(null, "has no currency");
        }
        return code;
    }
}
