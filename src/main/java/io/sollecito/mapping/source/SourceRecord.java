package io.sollecito.mapping.source;

import java.util.List;

/** The record now read; its stream uses it again for the next one. */
public interface SourceRecord {

    /**
     * A stripped text, an exact number, a date, {@link Several} or {@link Unclear}; null when blank or not there.
     *
     * @param position from 0
     */
    Object cell(int position);

    /** How many cells it has. */
    int count();

    /** The first physical line (the row in XLSX and SQL), from 1. */
    long line();

    boolean isBlank();

    /** As it stands in the source. */
    String raw();

    /** As a person corrects it. */
    default String correctable() {
        return raw();
    }

    /** Whether {@link #raw} is a piece of the file, in which {@link #column} counts. */
    default boolean isVerbatim() {
        return true;
    }

    /** Where a cell begins, in characters from 1 (in XLSX and SQL the cell's number). */
    long column(int position);

    /** Which of the parts of its document it is, from 1; 0 when its source has no such parts. */
    default int index() {
        return 0;
    }

    /** The parts of the same document, itself among them. */
    default List<? extends SourceRecord> siblings() {
        return List.of(this);
    }

    /** What it is when it belongs to the page and not to the data, such as {@code outside-frame}; else null. */
    default String furniture() {
        return null;
    }

    /** What is wrong with the record as a whole, or null. */
    default Defect defect() {
        return null;
    }

    /**
     * Why no cell of the record can be trusted.
     *
     * @param position the cell at fault
     */
    record Defect(int position, String message) {}
}
