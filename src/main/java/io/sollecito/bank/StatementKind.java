package io.sollecito.bank;

import java.util.List;

/** What a format's files tell of an account, by which intake knows what to do with them. */
public enum StatementKind {
    /** All that was booked until the end of a day. Only this moves money and tells that facts are fresh. */
    CLOSED_DAY,
    /** What was booked or is expected so far today: its entries come again in the day's statement. */
    INTERIM,
    /** The payments behind amounts that a statement books as well, often as their sum. */
    DETAILS;

    private static final List<String> INTERIMS = List.of("camt.052", "mt942");
    private static final List<String> NOTIFICATIONS = List.of("camt.054", "bgmax", "ocr", "v11");

    /** @param format what a file is as exactly as it says, such as camt.053.001.08; of an unknown one it is a statement's */
    public static StatementKind of(String format) {
        if (format == null) {
            return CLOSED_DAY;
        }
        if (INTERIMS.stream().anyMatch(format::startsWith)) {
            return INTERIM;
        }
        return NOTIFICATIONS.stream().anyMatch(format::startsWith) ? DETAILS : CLOSED_DAY;
    }
}
