package io.sollecito.check;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the files of integrators lie.
 *
 * @param creditors the folder of the creditors' files
 * @param print the folder of the print houses' profiles
 * @param problems of the configuration that says so
 */
public record House(Path routes, Path mappings, Path reminders, Path creditors, Path print, List<Problem> problems) {

    /** What stands under {@code sollecito} in the configuration. */
    static final List<String> SETTINGS = List.of(
            "routes",
            "mappings",
            "reminders",
            "creditors",
            "data",
            "work",
            "endpoint",
            "ledger",
            "databases",
            "print",
            "times",
            "heartbeat");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)(?::([^{}]*))?}");

    /** As {@code config/application.yaml} in that folder and the environment say, read without starting anything. */
    public static House read(Path root) {
        List<Problem> problems = new ArrayList<>();
        YamlNode settings = settings(root.resolve("config/application.yaml"), problems);
        return new House(
                folder(root, settings, "routes", "routes"),
                folder(root, settings, "mappings", "mappings"),
                folder(root, settings, "reminders", "reminders"),
                folder(root, settings, "creditors", "config/creditors"),
                folder(root, settings, "print", "config/print"),
                problems);
    }

    private static YamlNode settings(Path file, List<Problem> problems) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            YamlNode root = Yaml.read(file);
            problems.addAll(Tree.duplicatedKeys(root));
            YamlNode settings = root.get("sollecito");
            if (settings != null) {
                problems.addAll(Tree.unknownKeys(settings, SETTINGS));
            }
            return settings;
        } catch (ProblemsFound broken) {
            problems.addAll(broken.problems());
            return null;
        }
    }

    private static Path folder(Path root, YamlNode settings, String key, String otherwise) {
        String environment = System.getenv("SOLLECITO_" + key.toUpperCase(Locale.ROOT));
        if (environment != null) {
            return root.resolve(environment);
        }
        YamlNode value = settings == null ? null : settings.get(key);
        return root.resolve(value == null || value.text().isBlank() ? otherwise : resolved(value.text()));
    }

    private static String resolved(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = System.getenv(found.group(1));
            return Matcher.quoteReplacement(value != null ? value : found.group(2) == null ? "" : found.group(2));
        });
    }
}
