package io.sollecito.cli;

import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a connection's route file says. */
final class ConnectionFile {

    private ConnectionFile() {}

    /** The value of a parameter; empty when there is no such file or parameter, or only a placeholder for it. */
    static Optional<String> parameter(Path routes, String connection, String name) {
        Path file = routes.resolve(connection + ".camel.yaml");
        if (!connection.matches("[A-Za-z0-9_-]+") || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Yaml.read(file).list().stream()
                    .map(entry -> entry.get("templatedRoute"))
                    .filter(route -> route != null && route.get("parameters") != null)
                    .flatMap(route -> route.get("parameters").list().stream())
                    .filter(parameter -> name.equals(text(parameter.get("name"))))
                    .map(parameter -> text(parameter.get("value")))
                    .filter(value -> !value.isBlank() && !value.contains("{{"))
                    .findFirst();
        } catch (ProblemsFound broken) {
            return Optional.empty();
        }
    }

    private static String text(YamlNode node) {
        return node == null ? "" : node.text();
    }
}
