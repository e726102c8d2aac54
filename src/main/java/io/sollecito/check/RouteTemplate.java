package io.sollecito.check;

import io.sollecito.check.Placeholders.Use;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A connector as {@code routes/templates} holds it.
 *
 * @param parameters by name, in the file's order; whether an instance must give it
 */
record RouteTemplate(String id, Map<String, Boolean> parameters, YamlNode node) {

    private static final Pattern ENTRANCE = Pattern.compile("direct:(email|sms|print|webhook|journal)-.*");
    private static final String PRINT_ANSWERS = "printAnswersAdapter";
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9-]*)(:.*)?");
    private static final String COMPONENTS = "META-INF/services/org/apache/camel/component/";
    private static final List<String> PARAMETER_KEYS =
            List.of("name", "defaultValue", "required", "description", "type");

    /** Reads one; whatever is wrong with its parameters goes to {@code problems}. */
    static RouteTemplate read(YamlNode node, List<Problem> problems) {
        YamlNode id = node.get("id");
        if (id == null || id.text().isBlank()) {
            problems.add(node.problem("the template has no id", "Give it one: instances name it as routeTemplateRef."));
        }
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        YamlNode declared = node.get("parameters");
        for (YamlNode parameter : declared == null ? List.<YamlNode>of() : declared.list()) {
            problems.addAll(parameter.keysOtherThan(PARAMETER_KEYS));
            YamlNode name = parameter.get("name");
            if (name == null || name.text().isBlank()) {
                problems.add(parameter.problem("the parameter has no name", "Write - name: followed by its name."));
            } else if (parameters.put(name.text(), required(parameter)) != null) {
                problems.add(
                        name.problem("parameter '" + name.text() + "' is declared twice", "Remove one of the two."));
            }
        }
        RouteTemplate template = new RouteTemplate(id == null ? "" : id.text(), parameters, node);
        problems.addAll(template.usage());
        return template;
    }

    /**
     * What it connects: email, sms, print, webhook, journal, erp, bank, print-answers or channel (other answers); empty
     * when it does not say.
     */
    String kind() {
        for (YamlNode text : Tree.texts(node)) {
            if (text.text().equals(PRINT_ANSWERS)) {
                return "print-answers";
            }
            Matcher entrance = ENTRANCE.matcher(text.text());
            if (entrance.matches()) {
                return entrance.group(1);
            }
        }
        YamlNode from = node.get("from");
        YamlNode options = from == null ? null : from.get("parameters");
        return Stream.of("scheduler.kind", "kind")
                .map(option -> options == null ? null : options.get(option))
                .filter(Objects::nonNull)
                .map(YamlNode::text)
                .findFirst()
                .orElse("");
    }

    /** Camel's components that it speaks by and that are not in {@code lib/}. */
    List<String> missingComponents() {
        return Tree.valuesOf("uri", node).stream()
                .map(uri -> SCHEME.matcher(uri.text()))
                .filter(Matcher::matches)
                .map(uri -> uri.group(1))
                .distinct()
                .filter(scheme -> RouteTemplate.class.getClassLoader().getResource(COMPONENTS + scheme) == null)
                .toList();
    }

    /** {@code creditor, mapping, folder (has a default)}, for remedies. */
    String signature() {
        return String.join(
                ", ",
                parameters.entrySet().stream()
                        .map(p -> p.getKey() + (p.getValue() ? "" : " (may be left out)"))
                        .toList());
    }

    private static boolean required(YamlNode parameter) {
        YamlNode required = parameter.get("required");
        return parameter.get("defaultValue") == null
                && (required == null || !required.text().equals("false"));
    }

    private List<Problem> usage() {
        List<Problem> problems = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (Use use : uses()) {
            used.add(use.name());
            if (use.isParameter() && !known(use.name()) && reported.add(use.name())) {
                problems.add(use.at()
                        .problem(
                                "{{" + use.name() + "}} is used but not declared",
                                DidYouMean.hint(use.name(), parameters.keySet())
                                        + "Declare it under parameters; a property's name has a dot."));
            }
        }
        YamlNode declared = node.get("parameters");
        for (YamlNode parameter : declared == null ? List.<YamlNode>of() : declared.list()) {
            YamlNode name = parameter.get("name");
            if (name != null && !name.text().isBlank() && !used.contains(name.text())) {
                problems.add(name.problem(
                        "parameter '" + name.text() + "' is declared but never used",
                        "Use {{" + name.text() + "}} in the template or remove it."));
            }
        }
        return problems;
    }

    private boolean known(String name) {
        YamlNode beans = node.get("beans");
        return parameters.containsKey(name)
                || beans != null
                        && beans.list().stream()
                                .map(bean -> bean.get("name"))
                                .anyMatch(bean -> bean != null && bean.text().equals(name));
    }

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        node.map().forEach((key, value) -> {
            if (!key.equals("parameters")) {
                Tree.texts(value).forEach(text -> uses.addAll(Placeholders.uses(text)));
            }
        });
        return uses;
    }
}
