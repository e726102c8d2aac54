package io.sollecito.check;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of integrators lie.
 *
 * @param creditors the folder of the creditors' files
 * @param print the folder of the print houses' profiles
 * @param writeback the folder of the layouts of write-back files
 * @param properties what placeholders may name
 * @param problems of the configuration that says so
 */
public record House(
        Path routes,
        Path mappings,
        Path reminders,
        Path creditors,
        Path print,
        Path writeback,
        KnownProperties properties,
        List<Problem> problems) {

    /** What stands under {@code sollecito} in the configuration. */
    static final List<String> SETTINGS = List.of(
            "routes",
            "mappings",
            "reminders",
            "creditors",
            "data",
            "work",
            "endpoint",
            "reserve",
            "ledger",
            "databases",
            "print",
            "writeback",
            "mail",
            "signing",
            "times",
            "lease",
            "push",
            "delivery",
            "heartbeat");

    /** As {@code config/application.yaml} in that folder and the environment say, read without starting anything. */
    public static House read(Path root) {
        List<Problem> problems = new ArrayList<>();
        YamlNode file = file(root.resolve("config/application.yaml"), problems);
        ConfigurationFile configuration = new ConfigurationFile(file);
        problems.addAll(configuration.problems());
        YamlNode settings = file == null ? null : file.get("sollecito");
        if (settings != null) {
            problems.addAll(settings.keysOtherThan(SETTINGS));
        }
        KnownProperties properties = configuration.properties();
        return new House(
                folder(root, properties, "routes", "routes"),
                folder(root, properties, "mappings", "mappings"),
                folder(root, properties, "reminders", "reminders"),
                folder(root, properties, "creditors", "config/creditors"),
                folder(root, properties, "print", "config/print"),
                folder(root, properties, "writeback", "config/writeback"),
                properties,
                problems);
    }

    private static YamlNode file(Path file, List<Problem> problems) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            YamlNode root = Yaml.read(file);
            problems.addAll(Tree.duplicatedKeys(root));
            return root;
        } catch (ProblemsFound broken) {
            problems.addAll(broken.problems());
            return null;
        }
    }

    private static Path folder(Path root, KnownProperties properties, String key, String otherwise) {
        String value = properties.lookup().apply("sollecito." + key);
        return root.resolve(value == null || value.isBlank() ? otherwise : value);
    }
}
