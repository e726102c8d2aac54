package io.sollecito.ledger.outbox;

import java.time.Duration;
import java.util.List;

/**
 * How long a worker may hold a dispatch and how patiently a failed one is tried again.
 *
 * @param claimLease from claim to the last question before the message leaves; an e-mail is then written but for its end
 * @param sendLease from that question to the end; longer than any channel's own time-outs
 * @param pauses before the second, third, ... attempt; after the last one a failure is final
 */
public record SendPolicy(Duration claimLease, Duration sendLease, List<Duration> pauses) {

    public static final SendPolicy DEFAULT = new SendPolicy(
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4)));

    /** For letters: a whole package is rendered between claim and send. */
    public static final SendPolicy PRINT = new SendPolicy(Duration.ofHours(1), DEFAULT.sendLease(), DEFAULT.pauses());

    public SendPolicy {
        pauses = List.copyOf(pauses);
    }

    /** The pause after that many attempts, or null when there is no further one. */
    Duration pauseAfter(int attempts) {
        return attempts <= pauses.size() ? pauses.get(Math.max(0, attempts - 1)) : null;
    }
}
