package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Charges beside the receivables: what was charged and waived in a span, and what is still to be paid. */
public final class ChargeFigures {

    /** So many charges, so much money. */
    public record Sum(long count, BigDecimal amount) {}

    /**
     * The charges in one currency.
     *
     * @param made in the span, by kind
     * @param open all that stand, less what was paid of them
     */
    public record Charged(String currency, Map<String, Sum> made, Sum waived, Sum open) {}

    private record Row(String currency, String what, Sum sum) {}

    private static final String ROWS = """
            select c.currency, c.kind as what, count(*) as number, sum(c.amount) as amount
            from standing_charge c where c.creditor = :creditor and c.created_at > :from and c.created_at <= :to
            group by c.currency, c.kind
            union all
            select c.currency, 'waived', count(*), sum(c.amount)
            from standing_charge c where c.creditor = :creditor and c.waived_at > :from and c.waived_at <= :to
            group by c.currency
            union all
            select c.currency, 'open', count(*), sum(c.amount)
            from standing_charge c where c.creditor = :creditor and c.waived_at is null
            group by c.currency
            union all
            select i.currency, 'paid', count(*), sum(a.amount)
            from allocation a join open_item i on i.id = a.item_id
            where i.creditor = :creditor and a.purpose in ('interest', 'costs') and a.state in ('pending', 'confirmed')
            group by i.currency
            order by 1, 2""";

    private final Database database;

    ChargeFigures(Database database) {
        this.database = database;
    }

    List<Charged> of(String creditor, Instant from, Instant to) {
        Map<String, Map<String, Sum>> found = new LinkedHashMap<>();
        database.sql()
                .sql(ROWS)
                .param("creditor", creditor)
                .param("from", Database.at(from))
                .param("to", Database.at(to))
                .query((rs, n) -> new Row(
                        rs.getString("currency"),
                        rs.getString("what"),
                        new Sum(rs.getLong("number"), rs.getBigDecimal("amount"))))
                .list()
                .forEach(row -> found.computeIfAbsent(row.currency(), currency -> new LinkedHashMap<>())
                        .put(row.what(), row.sum()));
        List<Charged> charged = new ArrayList<>();
        found.forEach((currency, sums) -> {
            if (!sums.keySet().equals(Set.of("paid"))) {
                charged.add(charged(currency, sums));
            }
        });
        return charged;
    }

    private static Charged charged(String currency, Map<String, Sum> sums) {
        Sum none = new Sum(0, BigDecimal.ZERO);
        Sum waived = sums.getOrDefault("waived", none);
        Sum open = sums.getOrDefault("open", none);
        BigDecimal paid = sums.getOrDefault("paid", none).amount();
        sums.keySet().removeAll(List.of("waived", "open", "paid"));
        return new Charged(
                currency,
                sums,
                waived,
                new Sum(open.count(), open.amount().subtract(paid).max(BigDecimal.ZERO)));
    }
}
