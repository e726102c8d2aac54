package io.sollecito.reminders.collections;

import io.sollecito.model.Instrument;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long what banks collect may come back, by instrument: {@code reminders/collections.yaml}. */
public final class ReturnTimes {

    public static final String FILE = "collections.yaml";

    /** No instrument's time is known: what is collected stays pending until the source says otherwise. */
    public static final ReturnTimes NONE = new ReturnTimes(Map.of());

    private final Map<Instrument, ReturnTime> times;

    ReturnTimes(Map<Instrument, ReturnTime> times) {
        this.times = Map.copyOf(times);
    }

    /**
     * The times of a house; without the file, none.
     *
     * @param reminders the folder that the file lies in
     * @throws ProblemsFound with all problems of the file
     */
    public static ReturnTimes load(Path reminders) {
        Path file = reminders.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        CollectionsFile reader = new CollectionsFile(Yaml.read(file));
        if (!reader.problems().isEmpty()) {
            throw new ProblemsFound(reader.problems());
        }
        return new ReturnTimes(reader.times());
    }

    /** Everything that is wrong in the house's file. */
    public static List<Problem> check(Path reminders) {
        return ProblemsFound.by(() -> load(reminders));
    }

    /** Everything that is wrong in such a file, wherever it lies. */
    public static List<Problem> check(YamlNode root) {
        return new CollectionsFile(root).problems();
    }

    Optional<ReturnTime> of(Instrument instrument) {
        return Optional.ofNullable(times.get(instrument));
    }
}
