package io.sollecito.intake;

import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.InputFiles;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Scope;
import io.sollecito.mapping.Unreadable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Takes the files of one connection, each alone or with those that it is only complete with, whichever comes first. */
final class ArrivedFiles {

    private final Intake intake;
    private final Deliveries deliveries;
    private final String connection;
    private final Mapping mapping;
    private final Function<String, Intake.Origin> origins;
    private final ZoneId zone;

    /**
     * @param origins of a file by its name
     * @param zone of moments that do not say theirs
     */
    ArrivedFiles(
            Intake intake, String connection, Mapping mapping, Function<String, Intake.Origin> origins, ZoneId zone) {
        this.intake = intake;
        this.deliveries = intake.deliveries();
        this.connection = connection;
        this.mapping = mapping;
        this.origins = origins;
        this.zone = zone;
    }

    /**
     * Takes a file, and what waited for it.
     *
     * @param modified its remote time stamp in milliseconds
     * @param told learns what became of each file, by its name
     */
    Arrival take(InputFile file, long modified, BiConsumer<String, Taken> told) throws IOException {
        boolean joined = mapping.isJoined(file.name()) && !holdsOthers(file);
        if (joined) {
            Optional<Taken> refused = keepForOthers(file, modified);
            if (refused.isPresent()) {
                told.accept(file.name(), refused.get());
                return new Arrival(refused.get(), false);
            }
        }
        Taken taken = null;
        if (!joined || !mapping.recordSetsFor(file.name()).isEmpty()) {
            taken = takeOwn(file, modified);
            told.accept(file.name(), taken);
        }
        Arrival arrival = new Arrival(taken, taken == null || isWaiting(taken));
        if (joined) {
            takeWaiting(told);
        }
        return arrival;
    }

    private boolean isWaiting(Taken taken) throws IOException {
        return taken.state().equals("unreadable")
                && deliveries.waiting(connection).stream().anyMatch(waiting -> waiting.export() == taken.id());
    }

    /** What comes in one archive is complete. */
    private static boolean holdsOthers(InputFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private Optional<Taken> keepForOthers(InputFile file, long modified) throws IOException {
        try (InputFiles own = InputFiles.of(List.of(file), mapping.readsWorkbooks())) {
            for (InputFile each : own.files()) {
                deliveries.came(connection, each, modified);
            }
            return Optional.empty();
        } catch (Unreadable unusable) {
            return Optional.of(refuse(file, Instant.ofEpochMilli(modified), unusable));
        }
    }

    private Taken takeOwn(InputFile file, long modified) throws IOException {
        Instant asOf = Instant.ofEpochMilli(modified);
        try {
            asOf = asOf(file, modified);
            if (!mapping.hasJoins()) {
                return takeAlone(file, file.name(), asOf);
            }
            try (InputFiles own = InputFiles.of(List.of(file), mapping.readsWorkbooks())) {
                return own.files().size() == 1
                        ? takeOrWait(own.files().get(0), modified, asOf)
                        : takeAlone(file, file.name(), asOf);
            }
        } catch (Unreadable unusable) {
            return refuse(file, asOf, unusable);
        }
    }

    private Taken takeOrWait(InputFile file, long modified, Instant asOf) throws IOException, Unreadable {
        List<InputFile> partners;
        try {
            partners = mapping.partnersOf(file, deliveries.came(connection));
        } catch (Unreadable incomplete) {
            Taken refused = refuse(file, asOf, incomplete);
            deliveries.waits(connection, new Deliveries.Waiting(file, modified, refused.id()));
            return refused;
        }
        return takeTogether(file, partners, asOf);
    }

    private Taken takeTogether(InputFile file, List<InputFile> partners, Instant asOf) throws IOException {
        if (partners.isEmpty()) {
            return takeAlone(file, file.name(), asOf);
        }
        try (Bundle bundle = Bundle.of(file, partners)) {
            return takeAlone(bundle.archive(), file.name(), asOf);
        }
    }

    /** @param named by whose name its origin is known */
    private Taken takeAlone(InputFile file, String named, Instant asOf) throws IOException {
        Intake.Origin origin = origins.apply(named);
        Scope scope = new Scope(origin.creditor(), origin.source());
        return intake.takeFile(
                origin,
                file.path(),
                file.name(),
                asOf,
                sink -> mapping.readFile(file.path(), file.name(), scope, sink));
    }

    private void takeWaiting(BiConsumer<String, Taken> told) throws IOException {
        for (Deliveries.Waiting waiting : deliveries.waiting(connection)) {
            InputFile file = waiting.file();
            try {
                List<InputFile> partners = mapping.partnersOf(file, deliveries.came(connection));
                Taken taken = takeTogether(file, partners, asOf(file, waiting.modified()));
                intake.overtaken(waiting.export(), taken);
                deliveries.noLongerWaits(waiting);
                told.accept(file.name(), taken);
            } catch (Unreadable stillIncomplete) {
                // it was told when the file came
            }
        }
    }

    /** As the mapping reads it, else by the remote time stamp. */
    private Instant asOf(InputFile file, long modified) throws Unreadable {
        return mapping.asOf(file.path(), file.name(), zone).orElse(Instant.ofEpochMilli(modified));
    }

    private Taken refuse(InputFile file, Instant asOf, Unreadable why) throws IOException {
        return intake.refuseFile(origins.apply(file.name()), file.path(), file.name(), asOf, why);
    }
}
