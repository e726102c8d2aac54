package io.sollecito.check;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code config/application.yaml} as names and values, with what the environment adds; read without starting anything. */
final class ConfigurationFile {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)(?::([^{}]*))?}");

    private static final int DEEPEST = 10;

    private final Map<String, YamlNode> values = new LinkedHashMap<>();

    /** @param root of the file, or null when there is none */
    ConfigurationFile(YamlNode root) {
        if (root != null) {
            add("", root);
        }
    }

    KnownProperties properties() {
        return new KnownProperties(values.keySet(), name -> value(name, 0));
    }

    /** A problem for every reference to something that is not set and has no default. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (YamlNode value : values.values()) {
            Matcher matcher = REFERENCE.matcher(value.text());
            while (matcher.find()) {
                String name = matcher.group(1);
                if (matcher.group(2) == null && value(name, 0) == null) {
                    problems.add(value.problem(
                            name + " is not set",
                            "Give it as environment variable " + KnownProperties.variable(name)
                                    + " (hub run also reads config/secrets.env), or write a default: ${" + name
                                    + ":...}."));
                }
            }
        }
        return problems;
    }

    /** As Spring finds it: the environment goes before the file. */
    private String value(String name, int depth) {
        for (String variable : List.of(name, KnownProperties.variable(name), KnownProperties.variable(plain(name)))) {
            if (System.getenv(variable) != null) {
                return System.getenv(variable);
            }
        }
        if (System.getProperty(name) != null) {
            return System.getProperty(name);
        }
        return values.entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(name)))
                .findFirst()
                .map(entry -> resolved(entry.getValue().text(), depth))
                .orElse(null);
    }

    /** References replaced; one that is not set, or leads back to itself, becomes its default or empty. */
    private String resolved(String text, int depth) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            String value = depth == DEEPEST ? null : value(found.group(1), depth + 1);
            return Matcher.quoteReplacement(value != null ? value : found.group(2) == null ? "" : found.group(2));
        });
    }

    /** knownHosts and known-hosts are one name. */
    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private void add(String name, YamlNode node) {
        if (node.isMap()) {
            node.map().forEach((key, value) -> add(name.isEmpty() ? key : name + "." + key, value));
        } else if (node.isText()) {
            values.putIfAbsent(name, node);
        }
    }
}
