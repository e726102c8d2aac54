package io.sollecito.mapping;

import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;

/** A code table in a YAML file of its own, beside the mappings that share it. */
final class CodeTable {

    private CodeTable() {}

    /** The file's map; null (and a problem) when there is none. */
    static YamlNode read(Loading loading, YamlNode name) {
        boolean plain = name.isText() && name.text().matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
        if (!plain || name.text().contains("..")) {
            loading.problem(name, "'table' must name a file below the mapping's folder", "Such as tables/types.yaml.");
            return null;
        }
        try {
            Path folder = Path.of(name.file()).toAbsolutePath().getParent();
            return Yaml.read(folder.resolve(name.text()));
        } catch (ProblemsFound unreadable) {
            loading.problems().addAll(unreadable.problems());
            return null;
        }
    }
}
