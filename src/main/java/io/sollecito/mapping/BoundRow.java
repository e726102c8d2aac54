package io.sollecito.mapping;

import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.SourceRecord;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The record now read, bound to the slots of one record set. */
final class BoundRow implements Row {

    private final Header header;
    private final int[] slots;
    private final Extra[] extras;
    private SourceRecord record;

    /**
     * @param slots the cell's position; -1 when it is missing; from {@link Columns#EXTRA} downwards an extra
     */
    BoundRow(Header header, int[] slots, Extra[] extras, SourceRecord record) {
        this.header = header;
        this.slots = slots;
        this.extras = extras;
        this.record = record;
    }

    void at(SourceRecord other) {
        record = other;
    }

    SourceRecord record() {
        return record;
    }

    Header header() {
        return header;
    }

    int slotCount() {
        return slots.length;
    }

    @Override
    public Object cell(int slot) {
        if (slot < 0) {
            return null;
        }
        int position = slots[slot];
        if (position >= 0) {
            return header.cell(record, position);
        }
        return position <= Columns.EXTRA ? extras[Columns.EXTRA - position].of(this) : null;
    }

    @Override
    public boolean has(int slot) {
        return slots[slot] != -1 && slots[slot] < record.count();
    }

    @Override
    public Map<String, String> texts() {
        return new Texts();
    }

    @Override
    public List<? extends Row> group() {
        List<? extends SourceRecord> siblings = record.siblings();
        return siblings.size() == 1
                ? List.of(this)
                : siblings.stream()
                        .map(each -> new BoundRow(header, slots, extras, each))
                        .toList();
    }

    /** Where the slot's cell stands, or -1. */
    int position(int slot) {
        return slot < 0 || slots[slot] < 0 ? -1 : slots[slot];
    }

    /** Whether every cell that matters holds its own caption. */
    boolean isHeaderAgain() {
        boolean any = false;
        for (int position : slots) {
            if (position >= 0) {
                any = true;
                Object cell = record.cell(position);
                if (cell == null || !cell.equals(header.captions().get(position))) {
                    return false;
                }
            }
        }
        return any;
    }

    private final class Texts extends AbstractMap<String, String> {

        @Override
        public String get(Object caption) {
            int position = header.captions().indexOf(caption);
            if (position < 0 || position >= record.count()) {
                return null;
            }
            Object cell = header.cell(record, position);
            return cell == null ? "" : Cells.text(cell);
        }

        @Override
        public boolean containsKey(Object caption) {
            return get(caption) != null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, String>> iterator() {
                    return header.captions().stream()
                            .filter(Texts.this::containsKey)
                            .distinct()
                            .map(caption -> Map.entry(caption, Texts.this.get(caption)))
                            .iterator();
                }

                @Override
                public int size() {
                    return Math.min(record.count(), header.captions().size());
                }
            };
        }
    }
}
