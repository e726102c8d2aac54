package io.sollecito.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record that is kept until those that belong with it were read. */
final class KeptRow implements Row {

    private final Object[] cells;
    private final boolean[] there;
    private final int[] columns;
    private final Map<String, String> texts;
    private final BoundRow bound;
    private final long line;
    private final String raw;
    private final boolean verbatim;
    private final long seq;
    private List<KeptRow> group = List.of(this);

    /** @param seq tells the records of a file apart; lines do not, where several stand on one */
    KeptRow(BoundRow row, Columns asked, long seq) {
        this.seq = seq;
        this.cells = new Object[row.slotCount()];
        this.there = new boolean[row.slotCount()];
        this.columns = new int[row.slotCount()];
        this.bound = row;
        for (int slot = 0; slot < cells.length; slot++) {
            cells[slot] = row.cell(slot);
            there[slot] = row.has(slot);
            int position = row.position(slot);
            columns[slot] = position < 0 ? 1 : (int) row.record().column(position);
        }
        this.texts = asked.all() ? new HashMap<>(row.texts()) : Map.of();
        this.line = row.record().line();
        this.raw = row.record().correctable();
        this.verbatim = row.record().isVerbatim();
    }

    @Override
    public Object cell(int slot) {
        return slot < 0 ? null : cells[slot];
    }

    @Override
    public boolean has(int slot) {
        return there[slot];
    }

    @Override
    public Map<String, String> texts() {
        return texts;
    }

    @Override
    public List<KeptRow> group() {
        return group;
    }

    /** @param index of this record among them, from 0 */
    void joins(List<KeptRow> others, int index, Columns asked) {
        group = others;
        for (int slot = 0; slot < cells.length; slot++) {
            String name = asked.get(slot).names().get(0);
            if (name.equals(Extras.INDEX)) {
                cells[slot] = String.valueOf(index + 1);
            } else if (name.equals(Extras.COUNT)) {
                cells[slot] = String.valueOf(others.size());
            }
        }
    }

    long seq() {
        return seq;
    }

    long line() {
        return line;
    }

    /** Whether {@link #raw} is as it stands in the file. */
    boolean isVerbatim() {
        return verbatim;
    }

    String raw() {
        return raw;
    }

    /** Where the slot's cell stood, in characters from 1. */
    long column(int slot) {
        return slot < 0 ? 1 : columns[slot];
    }

    /** What the source calls the slot's column, or null. */
    String caption(int slot) {
        int position = bound.position(slot);
        return position < 0 ? null : bound.header().captions().get(position);
    }
}
