package io.sollecito.mapping;

import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The captions of one CSV file, bound to the columns that record sets ask for. */
final class CsvHeader {

    private static final int MOST_COLUMNS = 1000;

    private final String file;
    private final List<String> captions;

    CsvHeader(String file, List<String> captions) {
        this.file = file;
        this.captions = captions;
    }

    int size() {
        return captions.size();
    }

    String caption(int position) {
        return captions.get(position);
    }

    /** One row view per record set, over the cells now read. */
    List<Bound> bind(List<RecordSet> sets, CsvCells cells) throws Unreadable {
        if (captions.size() > MOST_COLUMNS) {
            throw unreadable("has " + captions.size() + " columns, more than " + MOST_COLUMNS);
        }
        Map<String, Integer> positions = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < captions.size(); i++) {
            if (positions.putIfAbsent(captions.get(i), i) != null) {
                twice.add(captions.get(i));
            }
        }
        boolean[] asked = new boolean[captions.size()];
        boolean[] wanted = new boolean[captions.size()];
        List<String> missing = new ArrayList<>();
        List<Bound> bound = new ArrayList<>();
        for (RecordSet set : sets) {
            int[] slots = set.columns().bind(positions);
            for (int slot = 0; slot < slots.length; slot++) {
                if (slots[slot] == Columns.MISSING) {
                    missing.add(set.columns().get(slot).describedWithLine());
                } else if (slots[slot] >= 0) {
                    asked[slots[slot]] = true;
                    wanted[slots[slot]] = true;
                }
            }
            if (set.columns().all()) {
                Arrays.fill(wanted, true);
            }
            bound.add(new Bound(cells, captions, slots));
        }
        checkColumns(missing, asked, twice);
        cells.want(captions, wanted);
        return bound;
    }

    private void checkColumns(List<String> missing, boolean[] asked, Set<String> twice) throws Unreadable {
        if (!missing.isEmpty()) {
            throw unreadable("does not have the columns "
                    + String.join(", ", missing.stream().distinct().sorted().toList()));
        }
        for (int i = 0; i < asked.length; i++) {
            if (asked[i] && twice.contains(captions.get(i))) {
                throw unreadable("has two columns '" + captions.get(i) + "'");
            }
        }
    }

    private Unreadable unreadable(String message) {
        List<String> shown = captions.stream()
                .limit(100)
                .map(caption -> "'" + Shown.value(caption) + "'")
                .toList();
        return new Unreadable(new Problem(
                file, 1, 0, message, null, "It has: " + String.join(", ", shown) + ". Compare with the mapping."));
    }

    /** The record now read, as one record set sees it. */
    record Bound(CsvCells cells, List<String> captions, int[] slots) implements Row {

        @Override
        public Object cell(int slot) {
            return slot < 0 ? null : cells.get(slots[slot]);
        }

        @Override
        public boolean has(int slot) {
            return slots[slot] < cells.count();
        }

        @Override
        public Map<String, String> texts() {
            return cells.texts();
        }

        int position(int slot) {
            return slots[slot];
        }

        /** Whether every cell that matters holds its own caption. */
        boolean isHeaderAgain() {
            for (int position : slots) {
                if (position >= 0 && !captions.get(position).equals(cells.get(position))) {
                    return false;
                }
            }
            return slots.length > 0;
        }
    }
}
