package io.sollecito.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows of cells that a workbook has, or a person wrote in its stead: none is a piece of a text. */
abstract class RowStream implements RecordStream, SourceRecord {

    /** Of the row now read. */
    final List<Object> cells = new ArrayList<>();

    /** Of the row now read, from 1. */
    long line;

    @Override
    public boolean isRagged() {
        return true;
    }

    @Override
    public SourceRecord current() {
        return this;
    }

    @Override
    public Object cell(int position) {
        return position < cells.size() ? cells.get(position) : null;
    }

    @Override
    public int count() {
        return cells.size();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean isBlank() {
        return cells.stream().allMatch(Objects::isNull);
    }

    @Override
    public String raw() {
        return RowText.tabbed(cells);
    }

    @Override
    public String correctable() {
        return RowText.write(cells);
    }

    @Override
    public boolean isVerbatim() {
        return false;
    }

    @Override
    public long column(int position) {
        return position + 1L;
    }
}
