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

/** Whether the route of an ERP and the mapping that it names fit together; what is wrong with either is told there. */
final class RouteMapping {

    private final Path mappings;

    RouteMapping(Path mappings) {
        this.mappings = mappings;
    }

    /** @param given the route's parameters */
    List<Problem> problems(Map<String, YamlNode> given) {
        YamlNode name = given.get("mapping");
        YamlNode delivers = given.get("delivers");
        if (name == null || Placeholders.any(name.text()) || delivers != null && Placeholders.any(delivers.text())) {
            return List.of();
        }
        Path file = mappings.resolve(name.text() + ".yaml");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return problems(Mapping.load(file), name, delivers);
        } catch (ProblemsFound toldAtTheMapping) {
            return List.of();
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
