package io.sollecito.delivery;

import io.sollecito.model.OneLine;
import io.sollecito.model.RootCause;

/** How a send ended (law 7). */
public sealed interface DeliveryOutcome {

    /** Accepted; {@code messageId} is what the message is known by. */
    record Sent(String messageId) implements DeliveryOutcome {}

    /**
     * Known to precede acceptance: no connection, refused before the data, an answer that says no.
     *
     * @param code short and free of texts of others: an answer's code, or a word such as no-connection
     * @param permanent the same attempt would be refused again: fall back instead of trying again
     */
    record Failed(String code, String reason, boolean permanent) implements DeliveryOutcome {}

    /** Nobody knows; never repeated by itself. */
    record Uncertain(String messageId, String code, String reason) implements DeliveryOutcome {}

    /** It may not leave any more, and did not. */
    record Withdrawn() implements DeliveryOutcome {}

    /** Why a send failed, for people: what the failure says and, when that is something else, what was at its root. */
    static String reason(Throwable failure) {
        String said = oneLine(failure.getMessage());
        String atRoot = oneLine(RootCause.of(failure).getMessage());
        return said.contains(atRoot) ? said : oneLine(said + " (" + atRoot + ")");
    }

    /** A text of another side as one line of bounded length. */
    static String oneLine(String text) {
        return OneLine.of(text, 300);
    }
}
