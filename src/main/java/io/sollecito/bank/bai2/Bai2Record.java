package io.sollecito.bank.bai2;

import java.util.ArrayList;
import java.util.List;

/**
 * A record with its continuations (88). What follows the code is parted by commas, and where a continuation begins by
 * {@link #CONTINUED}.
 *
 * @param records how many records of the file it takes, itself and its continuations
 */
record Bai2Record(String code, String content, long line, long column, int records) {

    static final char CONTINUED = '\n';

    /** All fields; blanks around them do not count. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= content.length(); i++) {
            if (i == content.length() || isEnd(content.charAt(i))) {
                fields.add(content.substring(from, i).strip());
                from = i + 1;
            }
        }
        return fields;
    }

    /** What comes after so many fields: a text, of which commas are a part; lines that go on with it are lines of it. */
    String textAfter(int fields) {
        int from = 0;
        for (int left = fields; left > 0; left--) {
            while (from < content.length() && !isEnd(content.charAt(from))) {
                from++;
            }
            from++;
        }
        return from >= content.length() ? "" : content.substring(from);
    }

    private static boolean isEnd(char c) {
        return c == ',' || c == CONTINUED;
    }
}
