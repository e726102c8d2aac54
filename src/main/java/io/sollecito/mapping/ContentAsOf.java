package io.sollecito.mapping;

import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Finds in a file what moment its facts are of, before its records are mapped. */
final class ContentAsOf {

    private final Source source;
    private final List<RecordSet> takers;
    private final InputFile file;

    ContentAsOf(Source source, List<RecordSet> takers, InputFile file) {
        this.source = source;
        this.takers = takers;
        this.file = file;
    }

    /** @throws Unreadable when the file does not say it */
    Instant read(ZoneId zone) throws Unreadable {
        AsOf asOf = source.asOf();
        Object told = source.format() instanceof TreeFormat tree ? inTree(tree) : inTable();
        if (told == null) {
            throw unreadable(asOf.column() + " is blank");
        }
        return asOf.of(told, zone)
                .orElseThrow(
                        () -> unreadable("'" + Shown.value(told.toString()) + "' is not written as " + asOf.pattern()));
    }

    private Object inTree(TreeFormat tree) throws Unreadable {
        try (RecordStream stream = tree.only(source.asOf().column()).open(file.path(), file.name())) {
            return stream.next() ? stream.current().cell(0) : null;
        } catch (BrokenSource broken) {
            throw new Unreadable(broken.problem());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private Object inTable() throws Unreadable {
        return new Reading(source, takers, file.name(), null, Map.of(), null, outcome -> {})
                .told(file.path(), source.asOf().column());
    }

    private Unreadable unreadable(String why) {
        return new Unreadable(Problem.of(
                file.name(),
                "does not say what moment its facts are of: " + why,
                "If this is the export that the mapping reads, correct the mapping's asOf."));
    }
}
