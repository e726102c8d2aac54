package io.sollecito.delivery;

import java.util.OptionalLong;

/** The public id of a dispatch: the same at every attempt, printed on letters and the print house's idempotency key. */
public final class LetterId {

    private LetterId() {}

    public static String of(String creditor, long dispatch) {
        return creditor + "-" + dispatch;
    }

    /** The dispatch of an id; empty when it is none of that creditor's. */
    public static OptionalLong parse(String creditor, String id) {
        String prefix = creditor + "-";
        return id.startsWith(prefix) && id.substring(prefix.length()).matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(id.substring(prefix.length())))
                : OptionalLong.empty();
    }
}
