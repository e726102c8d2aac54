package io.sollecito.cli;

import io.sollecito.mapping.Mapping;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A mapping that a call names: a file, or the name of one of the house's mappings. */
final class NamedMapping {

    private NamedMapping() {}

    /**
     * @param folder of the house's mappings
     * @throws ProblemsFound when there is no such mapping, or something is wrong with it
     */
    static Mapping load(String mapping, Path folder) {
        return Mapping.load(file(mapping, folder));
    }

    private static Path file(String mapping, Path folder) {
        Path file = Path.of(mapping);
        Path named = folder.resolve(mapping + ".yaml");
        if (!Files.isRegularFile(file) && Files.isRegularFile(named)) {
            return named;
        }
        if (!Files.isRegularFile(file)) {
            List<String> known = Yaml.files(folder).stream().map(Yaml::nameOf).toList();
            throw new ProblemsFound(List.of(Problem.of(
                    mapping,
                    "there is no such mapping in " + folder + ", and no such file",
                    DidYouMean.hint(mapping, known) + "Known: " + String.join(", ", known) + ".")));
        }
        return file;
    }
}
