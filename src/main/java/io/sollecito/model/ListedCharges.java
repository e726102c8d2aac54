package io.sollecito.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * The charges that a message lists beside its items.
 *
 * @param asked what it asks for in addition to its total
 * @param statement all that the debtor owes in its currency, for the account statement
 */
public record ListedCharges(List<ChargeLine> asked, List<ChargeLine> statement) {

    public static final ListedCharges NONE = new ListedCharges(List.of(), List.of());

    public ListedCharges {
        asked = List.copyOf(asked);
        statement = List.copyOf(statement);
    }

    public BigDecimal sumAsked() {
        return sum(asked);
    }

    public BigDecimal sumOfStatement() {
        return sum(statement);
    }

    private static BigDecimal sum(List<ChargeLine> lines) {
        return lines.stream().map(ChargeLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
