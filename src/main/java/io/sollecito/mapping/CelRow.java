package io.sollecito.mapping;

import io.sollecito.mapping.source.Cells;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a CEL expression sees as {@code row}: the texts of the columns that it names, whatever makes them, and if it looks
 * for columns in other ways too, of all that the source has. Blank cells are empty texts.
 */
final class CelRow extends AbstractMap<String, String> {

    private final Row row;
    private final Map<String, Integer> slots;

    private CelRow(Row row, Map<String, Integer> slots) {
        this.row = row;
        this.slots = slots;
    }

    /** @param slots of the columns that the expression names */
    static Map<String, CelRow> of(Row row, Map<String, Integer> slots) {
        return Map.of("row", new CelRow(row, slots));
    }

    @Override
    public String get(Object name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            return row.texts().get(name);
        }
        if (!row.has(slot)) {
            return null;
        }
        Object cell = row.cell(slot);
        return cell == null ? "" : Cells.text(cell);
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        Map<String, String> all = new HashMap<>(row.texts());
        slots.keySet().stream().filter(this::containsKey).forEach(name -> all.put(name, get(name)));
        return all.entrySet();
    }
}
