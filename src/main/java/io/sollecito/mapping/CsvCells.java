package io.sollecito.mapping;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of the CSV record now read. Only the cells that are asked for become texts. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {

    private boolean[] wanted;
    private String[] cells = new String[64];
    private List<String> captions = List.of();
    private boolean anyText;
    private boolean anyQuoted;
    private int overlong;

    /** From now on, cells of these positions become texts, and of no others. */
    void want(List<String> columnCaptions, boolean[] positions) {
        captions = columnCaptions;
        wanted = positions;
        cells = new String[positions.length];
    }

    /** The stripped text, null when blank or not there. */
    String get(int position) {
        return position >= 0 && position < Math.min(count(), cells.length) ? cells[position] : null;
    }

    /** All texts, for a header. */
    List<String> all() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            texts.add(cells[i] == null ? "" : cells[i]);
        }
        return texts;
    }

    int count() {
        return getFieldCount();
    }

    long line() {
        return getStartingLineNumber();
    }

    boolean isBlank() {
        return !anyText;
    }

    boolean hasQuotes() {
        return anyQuoted;
    }

    /** The position of a cell beyond the limit, or -1. */
    int overlong() {
        return overlong;
    }

    /** Caption to text, read as needed. */
    Map<String, String> texts() {
        return new Texts();
    }

    @Override
    protected void handleBegin(long startingLine) {
        anyText = false;
        anyQuoted = false;
        overlong = -1;
    }

    @Override
    protected void handleField(int position, char[] buffer, int offset, int length, boolean quoted) {
        anyQuoted |= quoted;
        if (length > Cells.LONGEST && overlong < 0) {
            overlong = position;
        }
        int from = offset;
        int to = offset + length;
        while (from < to && Cells.isSpace(buffer[from])) {
            from++;
        }
        while (to > from && Cells.isSpace(buffer[to - 1])) {
            to--;
        }
        anyText |= from < to;
        if (wanted == null) {
            if (position >= cells.length) {
                cells = java.util.Arrays.copyOf(cells, 2 * cells.length);
            }
            cells[position] = from == to ? null : new String(buffer, from, to - from);
        } else if (position < wanted.length && wanted[position]) {
            cells[position] = from == to || to - from > Cells.LONGEST ? null : new String(buffer, from, to - from);
        }
    }

    @Override
    protected CsvCells buildRecord() {
        return this;
    }

    private final class Texts extends AbstractMap<String, String> {

        @Override
        public String get(Object caption) {
            int position = captions.indexOf(caption);
            if (position < 0 || position >= count()) {
                return null;
            }
            String text = CsvCells.this.get(position);
            return text == null ? "" : text;
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
                    return captions.stream()
                            .filter(Texts.this::containsKey)
                            .distinct()
                            .map(caption -> Map.entry(caption, Texts.this.get(caption)))
                            .iterator();
                }

                @Override
                public int size() {
                    return Math.min(count(), captions.size());
                }
            };
        }
    }
}
