package io.sollecito.ledger.figures;

import java.math.BigDecimal;
import java.util.List;

/** The bank money of one currency that statements brought in a span. Received = the sum of {@code in}, to the cent. */
public record MoneyReceived(String currency, List<Line> in, List<Line> out) {

    /**
     * What became of it. In: allocated, left-over (of allocated payments), to-decide, unmatched, not-ours. Out: returned
     * (without fees), return-fee, refunded, to-decide, other, and what payment providers confirmed and pay out later.
     */
    public record Line(String kind, long payments, BigDecimal amount) {}

    public MoneyReceived {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    public BigDecimal received() {
        return in.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
