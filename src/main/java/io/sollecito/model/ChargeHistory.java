package io.sollecito.model;

import java.util.List;
import java.util.Map;

/**
 * What charges of a debtor's items go by.
 *
 * @param charged what stands already
 * @param decreases how what is open came about, by item key; one that is not known counts as made before the due date
 */
public record ChargeHistory(List<ChargedBefore> charged, Map<String, List<Decrease>> decreases) {

    public static final ChargeHistory NONE = new ChargeHistory(List.of(), Map.of());

    public ChargeHistory {
        charged = List.copyOf(charged);
        decreases = Map.copyOf(decreases);
    }

    public List<Decrease> decreasesOf(OpenItem item) {
        return decreases.getOrDefault(item.itemKey(), List.of());
    }

    /** The charges of that kind that count for the item. */
    public List<ChargedBefore> of(OpenItem item, ChargeKind kind) {
        return charged.stream()
                .filter(before -> before.kind() == kind && before.itemKey().equals(item.itemKey()))
                .toList();
    }
}
