package io.sollecito.check;

import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks the plans, and that there are words for each of their steps. */
final class PlanCheck {

    private final Path plans;
    private final Path templates;

    PlanCheck(Path reminders) {
        this.plans = reminders.resolve("plans");
        this.templates = reminders.resolve("templates");
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        try {
            Plans.load(plans);
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
        }
        for (Path file : Yaml.files(plans)) {
            try {
                problems.addAll(withoutWords(Yaml.read(file)));
            } catch (ProblemsFound toldAlready) {
                problems.addAll(toldAlready.problems());
            }
        }
        return problems;
    }

    /** A template that only some languages have is a problem of the templates, which their own check tells. */
    List<Problem> withoutWords(YamlNode plan) {
        TreeSet<String> known = templateNames();
        List<YamlNode> named = new ArrayList<>();
        YamlNode steps = plan.get("steps");
        if (steps != null) {
            steps.list().forEach(step -> named.add(step.get("template")));
        }
        Stream.of("afterwards", "thanks")
                .map(plan::get)
                .filter(node -> node != null && node.isMap())
                .forEach(node -> named.add(node.get("template")));
        return named.stream()
                .filter(node -> node != null && !node.text().isBlank() && !known.contains(node.text()))
                .map(node -> node.problem(
                        "there is no template '" + node.text() + "'",
                        DidYouMean.hint(node.text(), known) + "It is looked for in each language, such as "
                                + "templates/it/" + node.text() + ".yaml."))
                .toList();
    }

    private TreeSet<String> templateNames() {
        TreeSet<String> names = new TreeSet<>();
        if (!Files.isDirectory(templates)) {
            return names;
        }
        try (Stream<Path> languages = Files.list(templates)) {
            languages
                    .flatMap(language -> Yaml.files(language).stream())
                    .map(Yaml::nameOf)
                    .forEach(names::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        names.remove("labels");
        return names;
    }
}
