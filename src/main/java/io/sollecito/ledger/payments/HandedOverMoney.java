package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.payments.BookedAlready.Allocated;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Money for what was handed over: whoever collects it is told the same day, by an alarm, which is an event as well. */
final class HandedOverMoney {

    private final Database database;
    private final String creditor;
    private final Alarms alarms;

    HandedOverMoney(Database database, Clock clock, String creditor) {
        this.database = database;
        this.creditor = creditor;
        this.alarms = new Alarms(database, clock, new Journal(database, clock));
    }

    /** One alarm per payment. */
    void tell(List<Allocated> allocations) {
        Map<Long, String> handedOver = handedOver(
                allocations.stream().map(each -> each.part().itemId()).toList());
        Map<Long, List<Allocated>> byPayment = allocations.stream()
                .filter(each -> handedOver.containsKey(each.part().itemId()))
                .filter(each -> AllocationRows.isPaid(each.part().purpose()))
                .collect(Collectors.groupingBy(Allocated::payment, TreeMap::new, Collectors.toList()));
        byPayment.forEach((payment, parts) -> {
            String paid = parts.stream()
                    .map(each -> amount(each.part().amount(), handedOver.get(each.part().itemId())) + " for item:"
                            + each.part().itemId())
                    .collect(Collectors.joining(", "));
            alarms.raise(
                    creditor,
                    "handed-over-paid",
                    "payment:" + payment,
                    "money came for what was handed over: " + paid + "; tell whoever collects it today");
        });
    }

    private static String amount(BigDecimal amount, String currency) {
        return Amounts.scaled(amount, currency).toPlainString() + " " + currency;
    }

    /** The currencies of those that were. */
    private Map<Long, String> handedOver(List<Long> items) {
        Map<Long, String> found = new TreeMap<>();
        database.sql()
                .sql("select i.id, i.currency from open_item i where i.id = any(?) and exists (select 1 from hold h"
                        + " where h.creditor = i.creditor and h.source = i.source and h.debtor = i.debtor"
                        + " and (h.item_id = i.id or h.item_id is null) and h.kind = 'handed-over' and h.ended_at is null)")
                .param(AnyOf.numbers(items))
                .query(rs -> {
                    found.put(rs.getLong("id"), rs.getString("currency"));
                });
        return found;
    }
}
