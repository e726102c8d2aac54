package io.sollecito.demo.companies;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the ERP said was open when it last delivered; credits count negative. */
public final class DeliveredTotals {

    private final Map<String, BigDecimal> byDebtor = new TreeMap<>();

    void take(List<DemoItem> items) {
        byDebtor.clear();
        items.stream()
                .filter(item -> item.open.signum() != 0)
                .forEach(item -> byDebtor.merge(item.debtor.number(), item.open, BigDecimal::add));
    }

    public Map<String, BigDecimal> byDebtor() {
        return Map.copyOf(byDebtor);
    }

    public BigDecimal total() {
        return byDebtor.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
