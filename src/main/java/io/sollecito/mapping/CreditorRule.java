package io.sollecito.mapping;

import io.sollecito.model.MappedCreditor;

/** The fields of a creditor; rules of fields that a mapping leaves out give null. */
record CreditorRule(
        Rule<String> creditor, Rule<String> name, Rule<String> country, Rule<String> zone, Rule<String> baseCurrency)
        implements RecordRule {

    @Override
    public MappedCreditor of(Row row, Scope scope, long line) throws CellProblem {
        return new MappedCreditor(
                creditor.of(row),
                scope.source(),
                name.of(row),
                country.of(row),
                zone.of(row),
                baseCurrency.of(row),
                line);
    }

    @Override
    public String key(Row row) throws CellProblem {
        return creditor.of(row);
    }
}
