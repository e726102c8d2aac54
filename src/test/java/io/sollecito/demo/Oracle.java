package io.sollecito.demo;

import io.sollecito.demo.companies.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what the hub did with what really happened in the simulated world, which knows nothing of the hub's ledger. */
public final class Oracle {

    private final Truth truth;
    private final DemoFigures figures;

    public Oracle(Truth truth, DemoFigures figures) {
        this.truth = truth;
        this.figures = figures;
    }

    /** Every way in which the hub's doings contradict the world; empty when none does. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>(remindedAfterPayment());
        for (String creditor : figures.creditors()) {
            BigDecimal hub = figures.of(creditor).openInErp();
            BigDecimal erp = truth.openTotal(creditor);
            if (hub.compareTo(erp) != 0) {
                found.add("%s: the ERP says %s is open, the ledger says %s".formatted(creditor, erp, hub));
            }
        }
        return found;
    }

    private List<String> remindedAfterPayment() {
        Map<String, Truth.Item> items = truth.items().stream()
                .collect(Collectors.toMap(
                        item -> key(item.creditor(), item.documentNo(), item.instalment()),
                        Function.identity(),
                        (one, other) -> one));
        return figures.demanded().stream()
                .filter(demanded -> {
                    Truth.Item item = items.get(key(demanded.creditor(), demanded.documentNo(), demanded.instalment()));
                    return item != null && truth.knownSettled(item, demanded.on());
                })
                .map(demanded -> "%s: %s/%d was demanded by step %s on %s although a statement had shown its payment"
                        .formatted(
                                demanded.creditor(),
                                demanded.documentNo(),
                                demanded.instalment(),
                                demanded.step(),
                                demanded.on()))
                .toList();
    }

    private static String key(String creditor, String documentNo, int instalment) {
        return creditor + "|" + documentNo + "|" + instalment;
    }
}
