package io.sollecito.intake.pull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What a route says about an ERP's API.
 *
 * @param name under which the mapping knows its exports
 * @param headers to ask with, besides the log-in's; {@code [[since]]} is filled in
 * @param start of {@code [[page]]} or {@code [[offset]]}
 * @param since how a moment is written in its questions, in UTC
 * @param overlap how far before the last export's beginning a delta begins
 */
public record Api(
        String name,
        ApiUrl url,
        Map<String, String> headers,
        Paging paging,
        long start,
        PageFacts.Places places,
        Login login,
        DateTimeFormatter since,
        Duration overlap,
        Limits limits) {

    /**
     * What is given up on.
     *
     * @param pages of one export
     * @param bytes of one export
     * @param all for all of one export
     * @param connect for a connection to be made
     * @param answer without a byte of an answer
     */
    public record Limits(int pages, long bytes, Duration all, Duration connect, Duration answer) {}

    /** Whether it is asked for changes only. */
    public boolean asksSince() {
        return url.asks("since") || headers.values().stream().anyMatch(value -> value.contains("[[since]]"));
    }

    /** @throws IllegalArgumentException when what it answers is not what the route says that it delivers */
    public void checkDelivers(String delivers) {
        if (asksSince() && delivers.equals("snapshot")) {
            throw new IllegalArgumentException(
                    "[[since]] asks for changes, which are no snapshot: write delivers: delta");
        }
    }

    /** @param mark when the last export began that was applied */
    String since(Instant mark) {
        Instant from = mark.isAfter(Instant.EPOCH.plus(overlap)) ? mark.minus(overlap) : Instant.EPOCH;
        return since.format(from.atOffset(ZoneOffset.UTC));
    }
}
