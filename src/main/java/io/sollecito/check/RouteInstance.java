package io.sollecito.check;

import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks one {@code templatedRoute} against the connector that it names. */
final class RouteInstance {

    private static final List<String> KEYS =
            List.of("routeTemplateRef", "routeId", "prefixId", "group", "parameters", "beans");
    private static final List<String> PARAMETER_KEYS = List.of("name", "value");

    private final YamlNode node;
    private final String connection;
    private final Map<String, RouteTemplate> templates;
    private final ParameterValues values;
    private final List<Problem> problems = new ArrayList<>();

    /** @param connection the first part of the file's name */
    RouteInstance(YamlNode node, String connection, Map<String, RouteTemplate> templates, ParameterValues values) {
        this.node = node;
        this.connection = connection;
        this.templates = templates;
        this.values = values;
    }

    /** Which creditor's connection it is, and of what kind; null when it does not say. */
    Connected connected() {
        YamlNode reference = node.get("routeTemplateRef");
        RouteTemplate template = reference == null ? null : templates.get(reference.text());
        YamlNode creditor = given().get("creditor");
        return template == null || creditor == null ? null : new Connected(creditor.text(), template.kind());
    }

    record Connected(String creditor, String kind) {}

    /** The route's id, or null when it has none. */
    YamlNode routeId() {
        return node.get("routeId");
    }

    List<Problem> problems() {
        problems.addAll(node.keysOtherThan(KEYS));
        checkRouteId();
        Map<String, YamlNode> given = given();
        RouteTemplate template = template();
        if (template != null) {
            checkAgainst(template, given);
            if (template.parameters().containsKey("delivers")) {
                problems.addAll(values.ofMapping(given));
            } else if (template.kind().equals("bank")) {
                problems.addAll(values.ofBankMapping(given));
            }
        }
        given.forEach((name, value) -> values.problem(name, value).ifPresent(problems::add));
        if (template != null && problems.isEmpty()) {
            ApiCheck.problem(template, given).ifPresent(problems::add);
        }
        Tree.texts(node).forEach(text -> {
            problems.addAll(Placeholders.problems(text));
            problems.addAll(values.unset(text));
        });
        return problems;
    }

    private void checkRouteId() {
        YamlNode id = routeId();
        if (id == null) {
            problems.add(node.problem("the route has no routeId", "Write routeId: " + connection));
        } else if (!id.text().equals(connection)) {
            problems.add(id.problem(
                    "routeId '" + id.text() + "' is not the file's name",
                    "Write routeId: " + connection + ", or rename the file to " + id.text() + ".camel.yaml."));
        }
    }

    private RouteTemplate template() {
        YamlNode reference = node.get("routeTemplateRef");
        if (reference == null) {
            problems.add(node.problem(
                    "the route names no template",
                    "Write routeTemplateRef: and one of " + String.join(", ", templates.keySet()) + "."));
            return null;
        }
        RouteTemplate template = templates.get(reference.text());
        if (template == null) {
            problems.add(reference.problem(
                    "there is no template '" + reference.text() + "'",
                    DidYouMean.hint(reference.text(), templates.keySet()) + "Templates in routes/templates: "
                            + String.join(", ", templates.keySet()) + "."));
        }
        return template;
    }

    private Map<String, YamlNode> given() {
        Map<String, YamlNode> given = new LinkedHashMap<>();
        YamlNode parameters = node.get("parameters");
        for (YamlNode parameter : parameters == null ? List.<YamlNode>of() : parameters.list()) {
            problems.addAll(parameter.keysOtherThan(PARAMETER_KEYS));
            YamlNode name = parameter.get("name");
            YamlNode value = parameter.get("value");
            if (name == null || value == null) {
                problems.add(parameter.problem(
                        "the parameter lacks its " + (name == null ? "name" : "value"),
                        "Write - {name: ..., value: ...}."));
            } else if (given.putIfAbsent(name.text(), value) != null) {
                problems.add(name.problem("parameter '" + name.text() + "' is given twice", "Remove one of the two."));
            }
        }
        return given;
    }

    private void checkAgainst(RouteTemplate template, Map<String, YamlNode> given) {
        YamlNode parameters = node.get("parameters");
        for (YamlNode parameter : parameters == null ? List.<YamlNode>of() : parameters.list()) {
            YamlNode name = parameter.get("name");
            if (name != null && !template.parameters().containsKey(name.text())) {
                problems.add(name.problem(
                        "template " + template.id() + " has no parameter '" + name.text() + "'",
                        DidYouMean.hint(name.text(), template.parameters().keySet()) + "It has: " + template.signature()
                                + "."));
            }
        }
        for (String component : template.missingComponents()) {
            problems.add(node.get("routeTemplateRef")
                    .problem(
                            "template " + template.id() + " needs Camel's component '" + component
                                    + "', which is not in lib/",
                            "Put camel-" + component + " into lib/ with what it needs. If pom.xml has a profile "
                                    + component + ", that does it: mvn -B -q -P" + component
                                    + " -DskipTests package"));
        }
        problems.addAll(FolderParameters.together(template.parameters().keySet(), given, node.get("routeTemplateRef")));
        template.parameters().forEach((name, required) -> {
            YamlNode value = given.get(name);
            if (value == null && required) {
                problems.add(node.get("routeTemplateRef")
                        .problem(
                                "parameter '" + name + "' of template " + template.id() + " is missing",
                                "Add - {name: " + name + ", value: ...} under parameters."));
            } else if (value != null
                    && required
                    && value.isText()
                    && value.text().isBlank()) {
                problems.add(value.problem(
                        "parameter '" + name + "' is empty", "Template " + template.id() + " needs a value."));
            }
        });
    }
}
