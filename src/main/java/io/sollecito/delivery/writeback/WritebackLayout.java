package io.sollecito.delivery.writeback;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * How an ERP wants to read a CSV file of allocations: a file of {@code config/writeback}.
 *
 * @param lineEnd what ends a row
 * @param titles whether the first row holds the columns' headers
 * @param totals whether rows of control totals end the file
 */
record WritebackLayout(
        String name,
        char separator,
        Charset charset,
        boolean byteOrderMark,
        DateTimeFormatter dates,
        char decimal,
        String lineEnd,
        boolean titles,
        boolean totals,
        List<Column> columns) {

    /**
     * @param value what it holds; null: its text
     * @param text the same in every row of an entry
     * @param map the ERP's words for ours
     * @param length beyond which a text of others is cut; 0: never
     * @param total what it holds in rows of totals; null: its totalText
     */
    record Column(
            String header,
            WritebackValue value,
            String text,
            Map<String, String> map,
            int length,
            WritebackTotal total,
            String totalText) {
        Column {
            map = Map.copyOf(map);
        }
    }

    WritebackLayout {
        columns = List.copyOf(columns);
    }
}
