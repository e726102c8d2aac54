package io.sollecito.check;

import io.sollecito.intake.pull.ApiParameters;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the parameters of a route to an ERP's API go together, each of which is right alone. */
final class ApiCheck {

    private static final String BEAN = "#class:" + ApiParameters.class.getName();

    /** Stands for what is known only when the hub starts. */
    private static final String GIVEN_LATER = "given-later";

    private ApiCheck() {}

    /** None for other templates. */
    static Optional<Problem> problem(RouteTemplate template, Map<String, YamlNode> given) {
        YamlNode url = given.get("url");
        boolean asksAnApi = Tree.valuesOf("type", template.node()).stream()
                .anyMatch(type -> type.text().equals(BEAN));
        if (!asksAnApi || url == null || Placeholders.any(url.text())) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        YamlNode declared = template.node().get("parameters");
        for (YamlNode parameter : declared == null ? List.<YamlNode>of() : declared.list()) {
            YamlNode otherwise = parameter.get("defaultValue");
            values.put(parameter.get("name").text(), otherwise == null ? "" : otherwise.text());
        }
        given.forEach((name, value) -> values.put(name, value.text()));
        values.replaceAll(ApiCheck::known);
        if (values.values().stream().anyMatch(Placeholders::any)) {
            return Optional.empty();
        }
        try {
            new ApiParameters(values).check(values.getOrDefault("delivers", ""));
            return Optional.empty();
        } catch (IllegalArgumentException apart) {
            return Optional.of(new Problem(
                    url.file(),
                    url.line(),
                    url.column(),
                    apart.getMessage(),
                    null,
                    "See the parameters in routes/templates/" + template.id() + ".camel.yaml."));
        }
    }

    private static String known(String name, String text) {
        if (!Placeholders.any(text)) {
            return text;
        }
        return switch (name) {
            case "tokenUrl" -> "https://" + GIVEN_LATER;
            case "headers", "tokenHeaders" -> "";
            case "secret", "user", "file", "tokenFile", "scope", "header", "scheme" -> GIVEN_LATER;
            default -> text;
        };
    }
}
