package io.sollecito.intake;

import io.sollecito.model.Creditor;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bank routes call by the name {@code statementAdapter}: one call takes one file of statements. */
public final class StatementAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(StatementAdapter.class);

    private final StatementIntake intake;
    private final Function<String, Creditor> creditors;

    public StatementAdapter(StatementIntake intake, Function<String, Creditor> creditors) {
        this.intake = intake;
        this.creditors = creditors;
    }

    /**
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     * @param modified the remote time stamp in milliseconds
     * @param format the format's name; empty when the content tells it
     * @param account the IBAN that files without an account are of, or empty
     */
    public FileOutcome take(
            String route, String creditor, File file, String name, Long modified, String format, String account)
            throws IOException {
        StatementIntake.Taken taken = intake.take(
                route,
                creditors.apply(creditor),
                new StatementSource(given(format), given(account)),
                file.toPath(),
                name,
                Instant.ofEpochMilli(modified));
        if (taken.reasons().isEmpty()) {
            LOG.info(
                    "connection {} statements {} {}: {} new entries, {} known",
                    route,
                    name,
                    taken.state(),
                    taken.entriesNew(),
                    taken.entriesKnown());
        } else {
            LOG.warn(
                    "connection {} statements {} {}: {}",
                    route,
                    name,
                    taken.state(),
                    String.join("; ", taken.reasons()));
        }
        return taken.state().equals("quarantined") ? FileOutcome.refused(taken.reasons()) : FileOutcome.TAKEN;
    }

    private static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
