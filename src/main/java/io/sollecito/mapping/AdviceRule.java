package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.AdviceLine;
import io.sollecito.model.Money;
import java.time.LocalDate;

/** The fields of one document of a remittance advice. */
record AdviceRule(
        Rule<String> advice,
        Rule<String> debtor,
        Rule<String> payer,
        Rule<LocalDate> paid,
        Rule<String> documentNo,
        Rule<Money> amount,
        Rule<Money> discount)
        implements RecordRule {

    @Override
    public AdviceLine of(Row row, Scope scope, long line) throws CellProblem {
        Money pays = amount.of(row);
        Money takesOff = discount.of(row);
        if (takesOff != null && !takesOff.currency().equals(pays.currency())) {
            throw new Place("discount", -1).problem(takesOff, "is in another currency than the amount");
        }
        return new AdviceLine(
                scope.creditor(),
                scope.source(),
                advice.of(row),
                debtor.of(row),
                payer.of(row),
                paid.of(row),
                documentNo.of(row),
                pays.currency(),
                pays.amount(),
                takesOff == null ? null : takesOff.amount(),
                line);
    }

    @Override
    public String key(Row row) {
        return null;
    }
}
