package io.sollecito.delivery;

import io.sollecito.model.OneLine;
import io.sollecito.model.RootCause;
import java.util.Optional;

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
    record Failed(String code, String reason, boolean permanent) implements DeliveryOutcome {
        @Override
        public Optional<String> refusal() {
            return Optional.of(reason);
        }
    }

    /**
     * As failed, and the address itself is the reason: whatever else goes there would be refused too.
     *
     * @param status the answer's, such as 5.1.1
     */
    record AddressRefused(String status, String reason) implements DeliveryOutcome {
        @Override
        public Optional<String> refusal() {
            return Optional.of(reason);
        }
    }

    /** Nobody knows; never repeated by itself. */
    record Uncertain(String messageId, String code, String reason) implements DeliveryOutcome {}

    /** It may not leave any more, and did not. */
    record Withdrawn() implements DeliveryOutcome {}

    /** Why it is known not to have left; empty when it left or nobody knows. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

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
