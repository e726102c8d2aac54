package io.sollecito.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How far a letter is, made of everything that was reported about it. Reports may come in any order and any number of
 * times: the furthest one counts, and of those that stop a letter the gravest.
 *
 * @param state BUILT, ACKED, FAILED, REJECTED, CANCELLED, PRINTED, ENCLOSED, HANDED_OVER, IN_TRANSIT, AT_COUNTER, LOST,
 *     DELIVERED or RETURNED
 * @param reason its code, or empty
 */
public record LetterProgress(String state, String reason) {

    /** One report; {@code batchId} is the batch that it is about. */
    public record Report(String batchId, String state, String reason) {}

    /** What a print house may report; RECALL_REQUESTED is ours, and TOO_LATE answers it. */
    public static final Set<String> REPORTED = Set.of(
            "ACKED",
            "PRINTED",
            "ENCLOSED",
            "HANDED_OVER",
            "IN_TRANSIT",
            "AT_COUNTER",
            "DELIVERED",
            "RETURNED",
            "LOST",
            "REJECTED",
            "CANCELLED",
            "TOO_LATE",
            "FAILED",
            "RECALL_REQUESTED");

    /** Once printed, a letter leaves; what stops it before counts for the batch that it was stopped in. */
    private static final List<String> STOPPABLE = List.of("BUILT", "ACKED", "FAILED", "REJECTED", "CANCELLED");

    private static final List<String> LEAVING =
            List.of("PRINTED", "ENCLOSED", "HANDED_OVER", "IN_TRANSIT", "AT_COUNTER", "LOST", "DELIVERED", "RETURNED");

    /** Of two reasons for one state, the later in this list counts; one that is not in it counts least. */
    private static final List<String> GRAVITY = List.of(
            "DUPLICATE",
            "SCHEMA",
            "COUNT",
            "CHECKSUM",
            "PDF_INVALID",
            "PRODUCT",
            "TOO_MANY_SHEETS",
            "CLEAR_ZONE",
            "ADDRESS_ZONE",
            "PAGE_SIZE",
            "FONT",
            "ADDRESS",
            "UNCLAIMED",
            "REFUSED",
            "DAMAGED",
            "LOST",
            "MOVED",
            "BAD_ADDRESS",
            "UNKNOWN",
            "DECEASED");

    private static final Comparator<LetterProgress> FURTHEST = Comparator.<LetterProgress>comparingInt(
                    progress -> rank(progress.state()))
            .thenComparingInt(progress -> GRAVITY.indexOf(progress.reason()))
            .thenComparing(LetterProgress::reason);

    /** @param batchId the batch that the letter is in now */
    public static LetterProgress of(String batchId, Collection<Report> reports) {
        return reports.stream()
                .filter(report -> LEAVING.contains(report.state())
                        || STOPPABLE.contains(report.state())
                                && report.batchId().equals(batchId))
                .map(report -> new LetterProgress(report.state(), report.reason() == null ? "" : report.reason()))
                .max(FURTHEST)
                .orElse(new LetterProgress("BUILT", ""));
    }

    /** The reason if it is one of the agreed codes, else UNCODED: a print house may write there what it likes. */
    public String code() {
        return GRAVITY.contains(reason) ? reason : "UNCODED";
    }

    private static int rank(String state) {
        int before = STOPPABLE.indexOf(state);
        return before >= 0 ? before : STOPPABLE.size() + LEAVING.indexOf(state);
    }
}
