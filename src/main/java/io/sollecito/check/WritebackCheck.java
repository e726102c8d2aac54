package io.sollecito.check;

import io.sollecito.delivery.writeback.WritebackLayouts;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whether the routes that write back to ERPs name layouts that there are, and each another ERP. */
final class WritebackCheck {

    private static final String TEMPLATES = "writeback-";

    private final Path routes;
    private final Path layouts;

    WritebackCheck(Path routes, Path layouts) {
        this.routes = routes;
        this.layouts = layouts;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(WritebackLayouts.check(layouts));
        TreeSet<String> known = WritebackLayouts.names(layouts);
        Map<String, YamlNode> writing = new HashMap<>();
        for (YamlNode route : written()) {
            Map<String, YamlNode> given = given(route);
            YamlNode layout = given.get("layout");
            if (layout != null && !Placeholders.any(layout.text()) && !known.contains(layout.text())) {
                problems.add(layout.problem(
                        "there is no layout '" + layout.text() + "'",
                        DidYouMean.hint(layout.text(), known) + "Known: " + String.join(", ", known) + "."));
            }
            YamlNode source = given.get("source");
            if (source != null && given.get("creditor") != null) {
                YamlNode other = writing.putIfAbsent(given.get("creditor").text() + "/" + source.text(), source);
                if (other != null) {
                    problems.add(source.problem(
                            "source '" + source.text() + "' is written back by another route already",
                            "The other is in " + other.file() + ":" + other.line() + "; one route for each ERP."));
                }
            }
        }
        return problems;
    }

    private List<YamlNode> written() {
        List<YamlNode> written = new ArrayList<>();
        for (Path file : Yaml.files(routes)) {
            try {
                Yaml.read(file).list().stream()
                        .map(entry -> entry.get("templatedRoute"))
                        .filter(route -> route != null
                                && route.get("routeTemplateRef") != null
                                && route.get("routeTemplateRef").text().startsWith(TEMPLATES))
                        .forEach(written::add);
            } catch (ProblemsFound toldByTheRoutes) {
                continue;
            }
        }
        return written;
    }

    private static Map<String, YamlNode> given(YamlNode route) {
        Map<String, YamlNode> given = new HashMap<>();
        YamlNode parameters = route.get("parameters");
        for (YamlNode parameter : parameters == null ? List.<YamlNode>of() : parameters.list()) {
            if (parameter.get("name") != null && parameter.get("value") != null) {
                given.putIfAbsent(parameter.get("name").text(), parameter.get("value"));
            }
        }
        return given;
    }
}
