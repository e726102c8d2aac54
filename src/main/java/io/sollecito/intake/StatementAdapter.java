package io.sollecito.intake;

import io.sollecito.mapping.Mapping;
import io.sollecito.model.Creditor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bank routes call by the name {@code statementAdapter}: one call takes one file of statements. */
public final class StatementAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(StatementAdapter.class);

    private final StatementIntake intake;
    private final Path mappings;
    private final Map<String, Mapping> loaded = new ConcurrentHashMap<>();
    private final Function<String, Creditor> creditors;

    /** @param mappings the folder of the mapping files */
    public StatementAdapter(StatementIntake intake, Path mappings, Function<String, Creditor> creditors) {
        this.intake = intake;
        this.mappings = mappings;
        this.creditors = creditors;
    }

    /**
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     * @param modified the remote time stamp in milliseconds
     * @param format the format's name; empty when the content tells it
     * @param account the IBAN that files without an account are of, or empty
     * @param mapping that reads the files, which are lists then; empty when they are of a format
     */
    public FileOutcome take(
            String route,
            String creditor,
            File file,
            String name,
            Long modified,
            String format,
            String account,
            String mapping)
            throws IOException {
        StatementIntake.Taken taken = intake.take(
                route,
                creditors.apply(creditor),
                new StatementSource(given(format), given(account), mapping(given(mapping))),
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

    private Mapping mapping(String name) {
        return name == null
                ? null
                : loaded.computeIfAbsent(name, each -> Mapping.load(mappings.resolve(each + ".yaml")));
    }

    private static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
