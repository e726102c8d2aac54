package io.sollecito.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the reports about a text message's parts say of it, whatever their order and number. A part that was delivered
 * stays delivered, whatever else was reported of it.
 *
 * @param parts each part's end, in their order
 */
public record SmsProgress(List<Part> parts) {

    public enum Part {
        OPEN,
        DELIVERED,
        UNDELIVERED
    }

    private static final String DELIVERED = "DELIVRD";
    private static final Set<String> UNDELIVERED = Set.of("UNDELIV", "REJECTD", "EXPIRED", "DELETED");

    public SmsProgress {
        parts = List.copyOf(parts);
    }

    /** @param reported the states reported of each part, as message centres abbreviate them */
    public static SmsProgress of(List<Set<String>> reported) {
        List<Part> parts = new ArrayList<>();
        for (Set<String> states : reported) {
            parts.add(of(states));
        }
        return new SmsProgress(parts);
    }

    /** The phone has all of it. */
    public boolean isDelivered() {
        return !parts.isEmpty() && parts.stream().allMatch(Part.DELIVERED::equals);
    }

    /** A part will never arrive, so that the text cannot be read. */
    public boolean isUndelivered() {
        return parts.contains(Part.UNDELIVERED);
    }

    /** Whether a part of which this was reported will never arrive. */
    public static boolean isFailure(String state) {
        return UNDELIVERED.contains(state);
    }

    private static Part of(Set<String> states) {
        if (states.contains(DELIVERED)) {
            return Part.DELIVERED;
        }
        return states.stream().anyMatch(SmsProgress::isFailure) ? Part.UNDELIVERED : Part.OPEN;
    }
}
