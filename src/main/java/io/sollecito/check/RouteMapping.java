package io.sollecito.check;

import io.sollecito.mapping.Agreed;
import io.sollecito.mapping.Delivers;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.RecordSet;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a route and the mapping that it names fit together; what is wrong with either is told there. */
final class RouteMapping {

    private final Path mappings;

    RouteMapping(Path mappings) {
        this.mappings = mappings;
    }

    /** @param given the parameters of an ERP's route */
    List<Problem> problems(Map<String, YamlNode> given) {
        YamlNode delivers = given.get("delivers");
        return delivers != null && Placeholders.any(delivers.text())
                ? List.of()
                : named(given)
                        .map(mapping -> problems(mapping, given.get("mapping"), delivers))
                        .orElse(List.of());
    }

    /** @param given the parameters of a bank's route, whose files are lists if it names a mapping */
    List<Problem> problemsOfBank(Map<String, YamlNode> given) {
        return named(given)
                .filter(mapping -> mapping.isSql()
                        || mapping.recordSets().stream()
                                .noneMatch(set -> set.kind().equals("statement")))
                .map(mapping -> List.of(given.get("mapping")
                        .problem(
                                "mapping '" + mapping.name() + "' makes no statements of files",
                                "Name one with records of kind statement.")))
                .orElse(List.of());
    }

    /** The mapping, if it is known and right. */
    private Optional<Mapping> named(Map<String, YamlNode> given) {
        YamlNode name = given.get("mapping");
        if (name == null || Placeholders.any(name.text())) {
            return Optional.empty();
        }
        Path file = mappings.resolve(name.text() + ".yaml");
        try {
            return Files.isRegularFile(file) ? Optional.of(Mapping.load(file)) : Optional.empty();
        } catch (ProblemsFound toldAtTheMapping) {
            return Optional.empty();
        }
    }

    /** Another word is told as such. */
    private static boolean isWord(YamlNode delivers) {
        return delivers == null || Delivers.WORDS_OF_ROUTES.contains(delivers.text());
    }

    private static List<Problem> problems(Mapping mapping, YamlNode name, YamlNode delivers) {
        List<Problem> problems = new ArrayList<>();
        for (RecordSet set : mapping.recordSets()) {
            if (!RecordSet.KEPT.contains(set.kind())) {
                problems.add(name.problem(
                        "mapping '" + mapping.name() + "' makes records of kind " + set.kind()
                                + ", which the connection of an ERP cannot bring",
                        "It brings debtors and open items; put the others into a mapping of their own."));
            } else if (set.delivers() != null) {
                Agreed agreed = mapping.agreed(set, delivers == null ? "" : delivers.text());
                if (agreed.wrong() != null && isWord(delivers)) {
                    problems.add((delivers == null ? name : delivers).problem(agreed.wrong(), agreed.remedy()));
                }
            }
        }
        return problems.stream().distinct().toList();
    }
}
