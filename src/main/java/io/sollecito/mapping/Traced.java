package io.sollecito.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record that notes which of its cells somebody asks for. */
final class Traced implements Row {

    private final Row row;
    private final Set<Integer> slots = new LinkedHashSet<>();

    Traced(Row row) {
        this.row = row;
    }

    Set<Integer> slots() {
        return slots;
    }

    @Override
    public Object cell(int slot) {
        if (slot >= 0) {
            slots.add(slot);
        }
        return row.cell(slot);
    }

    @Override
    public boolean has(int slot) {
        return row.has(slot);
    }

    @Override
    public Map<String, String> texts() {
        return row.texts();
    }

    @Override
    public List<? extends Row> group() {
        return row.group().size() == 1 ? List.of(this) : row.group();
    }
}
