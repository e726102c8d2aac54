package io.sollecito.reminders.disputes;

import io.sollecito.model.DisputeReason;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The standard reasons of disputes: {@code reminders/disputes.yaml}. */
public record DisputeReasons(List<DisputeReason> all) {

    public static final String FILE = "disputes.yaml";

    public DisputeReasons {
        all = List.copyOf(all);
    }

    /**
     * The reasons of a house; without the file, none.
     *
     * @param reminders the folder that the file lies in
     * @throws ProblemsFound with all problems of the file
     */
    public static DisputeReasons load(Path reminders) {
        Path file = reminders.resolve(FILE);
        if (!Files.exists(file)) {
            return new DisputeReasons(List.of());
        }
        DisputesFile reader = new DisputesFile(Yaml.read(file));
        if (!reader.problems().isEmpty()) {
            throw new ProblemsFound(reader.problems());
        }
        return new DisputeReasons(reader.reasons());
    }

    /** Everything that is wrong in the house's file. */
    public static List<Problem> check(Path reminders) {
        return ProblemsFound.by(() -> load(reminders));
    }

    /** Everything that is wrong in such a file, wherever it lies. */
    public static List<Problem> check(YamlNode root) {
        return new DisputesFile(root).problems();
    }

    public Optional<DisputeReason> of(String code) {
        return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    /** The codes, for whoever has to name one. */
    public String codes() {
        return all.stream().map(DisputeReason::code).collect(Collectors.joining(", "));
    }
}
