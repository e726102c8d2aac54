package io.sollecito.intake;

import io.sollecito.intake.pull.ApiParameters;
import io.sollecito.intake.pull.Pull;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.exports.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** What the routes to ERPs' APIs call by the name {@code pullAdapter}: one call takes one export, all of its pages or nothing. */
public final class PullAdapter {

    private static final String MARK = "pull";

    private final IntakeAdapter intake;
    private final Connections connections;
    private final WorkingCopies copies;
    private final Clock clock;
    private final Pull.Pause pause;

    public PullAdapter(
            IntakeAdapter intake, Connections connections, WorkingCopies copies, Clock clock, Pull.Pause pause) {
        this.intake = intake;
        this.connections = connections;
        this.copies = copies;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Asks the API and takes what it answered. Its facts are as of the moment before the first question; from there, less
     * the overlap, goes the next question for changes.
     */
    public void pull(
            String route, String creditor, String source, String mapping, String delivers, ApiParameters parameters)
            throws IOException {
        Pull pull = new Pull(parameters, clock, pause);
        pull.api().checkDelivers(intake.delivers(mapping, delivers, pull.api().name()));
        Instant begun = clock.instant();
        Watermarks marks = new Watermarks(connections, route);
        Path copy = copies.create();
        try {
            pull.into(copy, marks.find(MARK).map(Instant::parse).orElse(Instant.EPOCH));
            Arrival arrival = intake.take(
                    route,
                    creditor,
                    source,
                    mapping,
                    delivers,
                    copy.toFile(),
                    pull.api().name(),
                    begun.toEpochMilli());
            Taken taken = arrival.export();
            if (pull.api().asksSince() && (taken.applied() || taken.state().equals("unchanged"))) {
                marks.move(MARK, begun.toString());
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
