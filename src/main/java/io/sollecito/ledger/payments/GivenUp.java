package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.ItemDetails;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is given up of an item: all that is written off, and discount and withheld tax beyond what its document grants. */
final class GivenUp {

    private static final Set<String> PURPOSES = Set.of("write-off", "discount", "withholding");

    private final Database database;

    GivenUp(Database database) {
        this.database = database;
    }

    /** For each item of which these parts give up more than was given up before: all that is then given up of it. */
    Map<Long, BigDecimal> with(List<Part> parts) {
        Map<Long, Map<String, BigDecimal>> added = new HashMap<>();
        parts.stream()
                .filter(part -> PURPOSES.contains(part.purpose()))
                .forEach(part -> added.computeIfAbsent(part.itemId(), item -> new HashMap<>())
                        .merge(part.purpose(), part.amount().abs(), BigDecimal::add));
        Map<Long, BigDecimal> given = new HashMap<>();
        added.forEach((item, more) -> {
            Map<String, BigDecimal> granted = granted(item);
            Map<String, BigDecimal> before = standing(item);
            Map<String, BigDecimal> after = new HashMap<>(before);
            more.forEach((purpose, amount) -> after.merge(purpose, amount, BigDecimal::add));
            BigDecimal all = beyond(after, granted);
            if (all.compareTo(beyond(before, granted)) > 0) {
                given.put(item, all);
            }
        });
        return given;
    }

    private static BigDecimal beyond(Map<String, BigDecimal> settled, Map<String, BigDecimal> granted) {
        return settled.entrySet().stream()
                .map(each -> each.getValue().subtract(granted.getOrDefault(each.getKey(), BigDecimal.ZERO)))
                .filter(excess -> excess.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, BigDecimal> granted(long item) {
        Map<String, BigDecimal> granted = new HashMap<>();
        database.sql()
                .sql("select coalesce(discount_amount, 0) as discount, details from open_item where id = ?")
                .param(item)
                .query(rs -> {
                    granted.put("discount", rs.getBigDecimal("discount").abs());
                    granted.put(
                            "withholding",
                            ItemDetails.withheld(rs.getString("details")).abs());
                });
        return granted;
    }

    private Map<String, BigDecimal> standing(long item) {
        Map<String, BigDecimal> standing = new HashMap<>();
        database.sql()
                .sql("select purpose, sum(abs(amount)) as amount from allocation where item_id = ?"
                        + " and purpose in ('write-off', 'discount', 'withholding')"
                        + " and state in ('pending', 'confirmed') group by purpose")
                .param(item)
                .query(rs -> {
                    standing.put(rs.getString("purpose"), rs.getBigDecimal("amount"));
                });
        return standing;
    }
}
