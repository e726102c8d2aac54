package io.sollecito.mapping.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** The cells of the CSV record now read. Only the cells that are asked for become texts. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {

    private boolean[] wanted;
    private String[] cells = new String[64];
    private boolean anyText;
    private boolean anyQuoted;
    private int overlong;

    /** From now on, cells of these positions become texts, and of no others. */
    void want(boolean[] positions) {
        wanted = positions;
        cells = new String[positions.length];
    }

    /** The stripped text, null when blank or not there. */
    String get(int position) {
        return position >= 0 && position < Math.min(count(), cells.length) ? cells[position] : null;
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
                cells = Arrays.copyOf(cells, 2 * cells.length);
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
}
