package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Amounts;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What can still be settled of an item: what is open, what the ERP lowered and nothing explains yet, its charges. */
final class ItemRoom {

    private record Item(String creditor, String currency, BigDecimal open) {}

    private static final Set<String> CHARGES = Set.of("interest", "costs");

    private final String currency;
    private BigDecimal open;
    private BigDecimal unexplained;
    private final Map<String, BigDecimal> charges;

    private ItemRoom(String currency, BigDecimal open, BigDecimal unexplained, Map<String, BigDecimal> charges) {
        this.currency = currency;
        this.open = open;
        this.unexplained = unexplained;
        this.charges = charges;
    }

    /** @throws Refused when there is no such item of the creditor in that currency */
    static ItemRoom of(Database database, Clock clock, long itemId, String creditor, String currency) {
        Item item = database.sql()
                .sql("select i.creditor, i.currency, v.open_amount from open_item i"
                        + " join item_effective v on v.id = i.id where i.id = ?")
                .param(itemId)
                .query((rs, n) ->
                        new Item(rs.getString("creditor"), rs.getString("currency"), rs.getBigDecimal("open_amount")))
                .optional()
                .orElseThrow(() -> new Refused("there is no item " + itemId));
        if (!item.creditor().equals(creditor) || !item.currency().equals(currency)) {
            throw new Refused("item " + itemId + " is another creditor's or currency's");
        }
        BigDecimal unexplained = database.sql()
                .sql("select coalesce(sum(c.old_open - c.new_open - c.explained), 0) from " + MatchFacts.UNEXPLAINED
                        + " and c.item_id = ?")
                .params(Database.at(MatchFacts.decreasesSince(clock)), itemId)
                .query(BigDecimal.class)
                .single();
        Map<String, BigDecimal> charges = new HashMap<>();
        database.sql()
                .sql("select purpose, open_amount from open_charge where item_id = ?")
                .param(itemId)
                .query(rs -> {
                    charges.put(rs.getString("purpose"), rs.getBigDecimal("open_amount"));
                });
        return new ItemRoom(currency, item.open(), unexplained, charges);
    }

    BigDecimal open() {
        return open;
    }

    /** Pending while the item is open; confirmed when the ERP closed it and nothing explains that yet. */
    Part take(Part part) {
        if (CHARGES.contains(part.purpose())) {
            return takeOfCharges(part);
        }
        if (fits(part.amount(), open)) {
            open = open.subtract(part.amount());
            return new Part(part.itemId(), part.amount(), part.purpose(), false);
        }
        if (fits(part.amount(), unexplained)) {
            unexplained = unexplained.subtract(part.amount());
            return new Part(part.itemId(), part.amount(), part.purpose(), true);
        }
        throw new Refused(
                "item " + part.itemId() + " has only " + Amounts.text(open, currency) + " open beside the other parts");
    }

    private Part takeOfCharges(Part part) {
        BigDecimal charged = charges.getOrDefault(part.purpose(), BigDecimal.ZERO);
        if (!fits(part.amount(), charged)) {
            throw new Refused("item " + part.itemId() + " has only " + Amounts.text(charged, currency) + " of "
                    + part.purpose() + " to be paid");
        }
        charges.put(part.purpose(), charged.subtract(part.amount()));
        return part;
    }

    private static boolean fits(BigDecimal amount, BigDecimal open) {
        return amount.signum() != 0
                && amount.signum() == open.signum()
                && amount.abs().compareTo(open.abs()) <= 0;
    }
}
