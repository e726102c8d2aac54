package io.sollecito.mapping;

import java.util.Map;

/** One record of a source. */
interface Row {

    /** What stands in a slot of {@link Columns}: a stripped text, or an SQL value; null when blank. */
    Object cell(int slot);

    /** Whether the record reaches as far as this slot; a record that was cut short does not. */
    boolean has(int slot);

    /** Column name to text, for CEL; blank cells are empty. */
    Map<String, String> texts();
}
