package io.sollecito.intake;

import io.sollecito.ledger.exports.Export;
import io.sollecito.ledger.exports.ExportHeld;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.RecordSink;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.RecordSet;
import io.sollecito.mapping.Unreadable;
import io.sollecito.model.Problem;
import io.sollecito.model.TwoPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes exports: each file or poll result is applied, recorded without effect, or kept for a person (laws 2, 3, 4). */
public final class Intake {

    /**
     * Where an export comes from.
     *
     * @param kind openItem, debtor or openItemKeys
     * @param delivers snapshot or delta; a list of keys is complete, whatever its connection delivers else
     */
    public record Origin(String connection, String creditor, String source, String kind, String delivers) {}

    /** A corrected record that is still wrong; the quarantined one goes on waiting. */
    public static final class StillWrong extends RuntimeException {
        private StillWrong(Problem problem) {
            super(problem.toString());
        }
    }

    private static final class Unread extends RuntimeException {
        private final transient Problem problem;

        private Unread(Unreadable cause) {
            super(cause);
            this.problem = cause.problem();
        }
    }

    private final Exports exports;
    private final Quarantine quarantine;
    private final KeptFiles kept;
    private final Deliveries deliveries;

    /** @param keptFolder where files wait that are held or could not be read */
    public Intake(Exports exports, Quarantine quarantine, Path keptFolder) {
        this.exports = exports;
        this.quarantine = quarantine;
        this.kept = new KeptFiles(keptFolder);
        this.deliveries = new Deliveries(keptFolder.resolve("together"));
    }

    /**
     * Takes a file.
     *
     * @param workingCopy the local copy, which stays as it is; one that must wait is copied to the folder of kept files
     * @param remoteName its name in the source, shown and never used as a path
     * @param asOf from its content, else the remote time stamp
     */
    public Taken takeFile(Origin origin, Path workingCopy, String remoteName, Instant asOf, RecordSource records)
            throws IOException {
        String hash = KeptFiles.sha256(workingCopy);
        Export export = export(origin, remoteName, hash, asOf);
        try {
            return exports.take(export, sink -> read(records, sink));
        } catch (ExportHeld held) {
            return exports.hold(export, held, kept.keep(workingCopy, hash, remoteName));
        } catch (Unread unread) {
            return exports.unreadable(export, unread.problem, kept.keep(workingCopy, hash, remoteName));
        }
    }

    /** A file that was refused because it was not complete has been taken by another export. */
    void overtaken(long refused, Taken taken) {
        exports.overtaken(refused, taken.id());
    }

    /** The files of a connection that others are read with, newest first. */
    public List<InputFile> companions(String connection) {
        try {
            return deliveries.came(connection);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** The name under which a file was delivered that was taken with others. */
    public static String deliveredName(String exportName) {
        return Bundle.deliveredName(exportName);
    }

    /** Where files wait for each other that are delivered apart. */
    Deliveries deliveries() {
        return deliveries;
    }

    /** Records a file that is none of its source's exports, or does not say what moment its facts are of. */
    public Taken refuseFile(Origin origin, Path workingCopy, String remoteName, Instant modified, Unreadable unreadable)
            throws IOException {
        String hash = KeptFiles.sha256(workingCopy);
        return exports.unreadable(
                export(origin, remoteName, hash, modified),
                unreadable.problem(),
                kept.keep(workingCopy, hash, remoteName));
    }

    /** Takes the rows of one poll; when they are held, nothing is kept but the reason: a release polls again. */
    public Taken takeRows(Origin origin, String name, Instant asOf, RecordSource records) {
        Export export = export(origin, name, null, asOf);
        try {
            return exports.take(export, sink -> read(records, sink));
        } catch (ExportHeld held) {
            return exports.hold(export, held, null);
        }
    }

    /** Two people decide that a held export is applied; {@code records} reads its kept file, or polls again. */
    public Taken release(long exportId, RecordSource records, TwoPeople people, String reason) {
        return exports.release(exportId, sink -> read(records, sink), people, reason);
    }

    /**
     * Applies a corrected record of the quarantine.
     *
     * @param mapper maps the text of one source record
     * @throws StillWrong when the correction cannot be mapped either
     */
    public Taken replay(
            long quarantineId,
            String correctedRaw,
            String user,
            String reason,
            Function<String, List<Outcome>> mapper) {
        List<Outcome> outcomes = mapper.apply(correctedRaw);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Quarantined wrong) {
                throw new StillWrong(wrong.problem());
            }
        }
        String hash = KeptFiles.sha256(correctedRaw.getBytes(StandardCharsets.UTF_8));
        return quarantine.replay(
                quarantineId, hash, sink -> new ArrayList<>(outcomes).forEach(into(sink)), user, reason);
    }

    private static Export export(Origin origin, String name, String hash, Instant asOf) {
        return new Export(
                origin.connection(),
                origin.creditor(),
                origin.source(),
                origin.kind(),
                origin.kind().equals(RecordSet.KEYS) ? "snapshot" : origin.delivers(),
                name,
                hash,
                asOf);
    }

    private static void read(RecordSource records, RecordSink sink) {
        try {
            records.read(into(sink));
        } catch (Unreadable unreadable) {
            throw new Unread(unreadable);
        }
    }

    private static Consumer<Outcome> into(RecordSink sink) {
        return outcome -> {
            if (outcome instanceof Outcome.Mapped mapped) {
                sink.mapped(mapped.canonical(), mapped.line(), mapped.first());
            } else if (outcome instanceof Outcome.Merged) {
                sink.merged();
            } else if (outcome instanceof Outcome.Filtered filtered) {
                sink.filtered(filtered.filter(), filtered.itemKey());
            } else if (outcome instanceof Outcome.Quarantined wrong) {
                sink.quarantined(wrong.problem(), wrong.field(), wrong.value(), wrong.itemKey(), wrong.raw());
            } else if (outcome instanceof Outcome.Stated total) {
                sink.stated(total.currency(), total.amount());
            }
        };
    }
}
