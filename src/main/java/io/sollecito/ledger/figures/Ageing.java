package io.sollecito.ledger.figures;

import io.sollecito.model.AgeBucket;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What is really open in one currency by days after due. Credits that no one has applied yet stand apart: netting them
 * against one bucket would flatter it. What is disputed is in its bucket, and told.
 *
 * @param credits negative or zero
 */
public record Ageing(String currency, Map<AgeBucket, Aged> buckets, Aged credits) {

    /**
     * @param debtors how many accounts the items are of
     * @param disputed how much of the amount is disputed; of credits nothing
     */
    public record Aged(BigDecimal amount, long items, long debtors, BigDecimal disputed) {

        static final Aged NOTHING = new Aged(BigDecimal.ZERO, 0, 0, BigDecimal.ZERO);
    }

    public Ageing {
        buckets = Map.copyOf(buckets);
    }

    public Aged of(AgeBucket bucket) {
        return buckets.getOrDefault(bucket, Aged.NOTHING);
    }

    public BigDecimal overdue() {
        return debts().subtract(of(AgeBucket.NOT_DUE).amount());
    }

    public BigDecimal total() {
        return debts().add(credits.amount());
    }

    public BigDecimal disputed() {
        return buckets.values().stream().map(Aged::disputed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long items() {
        return credits.items()
                + buckets.values().stream().mapToLong(Aged::items).sum();
    }

    private BigDecimal debts() {
        return buckets.values().stream().map(Aged::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
