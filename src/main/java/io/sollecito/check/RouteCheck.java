package io.sollecito.check;

import io.sollecito.check.RouteInstance.Connected;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks route files beyond what Camel checks when it loads them: Camel accepts undeclared parameters, duplicated keys and
 * misspelt values in silence. Starts neither Camel nor Spring.
 */
public final class RouteCheck {

    private static final String SUFFIX = ".camel.yaml";

    private final Path routes;
    private final ParameterValues values;

    /**
     * @param routes the folder of the connections, with {@code templates} in it
     * @param mappings the folder of the mapping files
     * @param creditors the codes of the configured creditors
     * @param properties what placeholders may name
     */
    public RouteCheck(Path routes, Path mappings, Collection<String> creditors, KnownProperties properties) {
        this.routes = routes;
        this.values = new ParameterValues(creditors, mappings, properties);
    }

    /** Every problem of every route and template, by file, line and column; empty when all is well. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Map<String, RouteTemplate> templates = templates(problems);
        Map<String, String> files = new HashMap<>();
        for (Path file : files(routes, problems)) {
            for (YamlNode node : entries(file, "templatedRoute", problems)) {
                RouteInstance instance = new RouteInstance(node, connection(file), templates, values);
                problems.addAll(instance.problems());
                checkUnique(instance, files, problems);
            }
        }
        problems.sort(Comparator.comparing(Problem::file)
                .thenComparingLong(Problem::line)
                .thenComparingLong(Problem::column));
        return problems;
    }

    /** The kinds of connections of each creditor; what is wrong with them is told by {@link #problems}. */
    Map<String, Set<String>> kinds() {
        Map<String, RouteTemplate> templates = templates(new ArrayList<>());
        Map<String, Set<String>> kinds = new HashMap<>();
        for (Path file : files(routes, new ArrayList<>())) {
            for (YamlNode node : entries(file, "templatedRoute", new ArrayList<>())) {
                Connected connected = new RouteInstance(node, connection(file), templates, values).connected();
                if (connected != null) {
                    kinds.computeIfAbsent(connected.creditor(), code -> new TreeSet<>())
                            .add(connected.kind());
                }
            }
        }
        return kinds;
    }

    /** The problems of a route or template that lies elsewhere, with the templates of this house. */
    List<Problem> problemsOf(Path file) {
        List<Problem> problems = new ArrayList<>();
        Map<String, RouteTemplate> templates = templates(new ArrayList<>());
        YamlNode root = Yaml.read(file);
        problems.addAll(Tree.duplicatedKeys(root));
        for (YamlNode entry : root.list()) {
            YamlNode instance = entry.get("templatedRoute");
            YamlNode template = entry.get("routeTemplate");
            if (instance != null) {
                problems.addAll(new RouteInstance(instance, connection(file), templates, values).problems());
            } else if (template != null) {
                RouteTemplate.read(template, problems);
                Tree.texts(template).forEach(text -> problems.addAll(Placeholders.problems(text)));
            }
        }
        return problems;
    }

    private Map<String, RouteTemplate> templates(List<Problem> problems) {
        Map<String, RouteTemplate> templates = new TreeMap<>();
        for (Path file : files(routes.resolve("templates"), problems)) {
            for (YamlNode node : entries(file, "routeTemplate", problems)) {
                RouteTemplate template = RouteTemplate.read(node, problems);
                Tree.texts(node).forEach(text -> problems.addAll(Placeholders.problems(text)));
                RouteTemplate other = templates.putIfAbsent(template.id(), template);
                if (other != null && !template.id().isBlank()) {
                    problems.add(node.get("id")
                            .problem(
                                    "template '" + template.id() + "' exists already",
                                    "The other is in " + other.node().file() + ":"
                                            + other.node().line() + "."));
                }
            }
        }
        return templates;
    }

    private static void checkUnique(RouteInstance instance, Map<String, String> files, List<Problem> problems) {
        YamlNode id = instance.routeId();
        if (id == null) {
            return;
        }
        String other = files.putIfAbsent(id.text(), id.file() + ":" + id.line());
        if (other != null) {
            problems.add(id.problem(
                    "routeId '" + id.text() + "' exists already",
                    "The other is in " + other + "; one file a connection."));
        }
    }

    /** The values of the wanted key in a file's list; what cannot be read is a problem, other Camel elements are not. */
    private static List<YamlNode> entries(Path file, String wanted, List<Problem> problems) {
        YamlNode root;
        try {
            root = Yaml.read(file);
        } catch (ProblemsFound broken) {
            problems.addAll(broken.problems());
            return List.of();
        }
        problems.addAll(Tree.duplicatedKeys(root));
        List<YamlNode> entries = root.list().stream()
                .map(entry -> entry.get(wanted))
                .filter(node -> node != null)
                .toList();
        if (entries.isEmpty()) {
            problems.add(root.problem(
                    "the file holds no " + wanted,
                    "Begin it with - " + wanted + ": " + "and indent what belongs to it."));
        }
        return entries;
    }

    private static String connection(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX)
                ? name.substring(0, name.length() - SUFFIX.length())
                : name.substring(0, name.indexOf('.'));
    }

    private static List<Path> files(Path folder, List<Problem> problems) {
        List<Path> files = Yaml.files(folder);
        files.stream()
                .filter(file -> !file.toString().endsWith(SUFFIX))
                .map(file -> Problem.of(
                        file.toString(),
                        "is not loaded: its name does not end with " + SUFFIX,
                        "Rename it to " + connection(file) + SUFFIX + "."))
                .forEach(problems::add);
        return files;
    }
}
