package io.sollecito.mapping;

import java.util.List;
import java.util.Map;

/** One record of a source, as one record set sees it. */
interface Row {

    /** What stands in a slot of {@link Columns}: a stripped text, or a typed value; null when blank. */
    Object cell(int slot);

    /** Whether the column is there and the record reaches as far; a record that was cut short does not. */
    boolean has(int slot);

    /** Column name to text, for CEL; blank cells are empty. */
    Map<String, String> texts();

    /** The records that belong together with this one, itself among them, in their order. */
    default List<? extends Row> group() {
        return List.of(this);
    }
}
