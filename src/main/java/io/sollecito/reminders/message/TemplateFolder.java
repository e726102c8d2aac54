package io.sollecito.reminders.message;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of templates, read and checked: a folder for each language, and {@code layout} for the common frames. */
final class TemplateFolder {

    static final List<String> LAYOUTS = List.of(
            "email.html",
            "email-items.html",
            "email-payment.html",
            "email.txt",
            "email-items.txt",
            "email-payment.txt",
            "letter.html",
            "letter-items.html",
            "letter-payment.html",
            "statement.html",
            LayoutRules.PAGE_STYLE);

    private static final String LABELS = "labels.yaml";

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Language, Map<String, MessageText>> messages = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, String>> labels = new EnumMap<>(Language.class);
    private final Map<String, String> layouts = new LinkedHashMap<>();

    private TemplateFolder() {}

    static TemplateFolder read(Path folder) {
        TemplateFolder read = new TemplateFolder();
        read.readLayouts(folder.resolve("layout"));
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child) && !name.equals("layout")) {
                Language.of(name)
                        .filter(language -> language.code().equals(name))
                        .ifPresentOrElse(
                                language -> read.readLanguage(language, child),
                                () -> read.add(
                                        child,
                                        "'" + name + "' is no language whose dates and amounts are known",
                                        "Known: it, fr, de, en."));
            }
        }
        read.compareLanguages(folder);
        return read;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** By language, then by the template's name. */
    Map<Language, Map<String, MessageText>> messages() {
        return messages;
    }

    /** By language, then by the name that layouts use, such as LabelTotal. */
    Map<Language, Map<String, String>> labels() {
        return labels;
    }

    /** File name to source. */
    Map<String, String> layouts() {
        return layouts;
    }

    private void readLayouts(Path folder) {
        for (String name : LAYOUTS) {
            Path file = folder.resolve(name);
            String source = text(file);
            layouts.put(name, source);
            problems.addAll(TagRules.check(file.toString(), source.lines().toList(), line -> Place.LAYOUT));
            problems.addAll(LayoutRules.check(file.toString(), name, source));
        }
        String style = layouts.get(LayoutRules.PAGE_STYLE);
        layouts.replaceAll((name, source) -> source.replace("[[" + Variable.PAGE_STYLE.tag() + "]]", style));
    }

    private void readLanguage(Language language, Path folder) {
        Map<String, MessageText> texts = new TreeMap<>();
        for (Path file : Yaml.files(folder)) {
            String name = file.getFileName().toString();
            if (name.equals(LABELS)) {
                continue;
            }
            yaml(file).ifPresent(root -> {
                List<Problem> found = MessageText.check(root, text(file).lines().toList());
                problems.addAll(found);
                if (root.isMap()) {
                    texts.put(Yaml.nameOf(file), MessageText.of(root));
                }
            });
        }
        messages.put(language, texts);
        yaml(folder.resolve(LABELS)).ifPresent(root -> labels.put(language, readLabels(root)));
    }

    private Map<String, String> readLabels(YamlNode root) {
        List<String> keys = Stream.of(Label.values()).map(Label::key).toList();
        problems.addAll(root.unknownKeys(keys));
        Map<String, String> read = new LinkedHashMap<>();
        for (Label label : Label.values()) {
            YamlNode value = root.get(label.key());
            if (value == null || value.text().isBlank()) {
                problems.add((value == null ? root : value)
                        .problem("label '" + label.key() + "' is missing", "Add it: layouts print it."));
            } else {
                read.put(label.tag(), value.text().strip());
            }
        }
        String file = read.get(Label.STATEMENT_FILE.tag());
        if (file != null && !file.matches("[A-Za-z0-9-]+")) {
            problems.add(root.get(Label.STATEMENT_FILE.key())
                    .problem(
                            "a file's name has only letters without accents, digits and hyphens",
                            "Such as estratto-conto."));
        }
        return read;
    }

    private void compareLanguages(Path folder) {
        Set<String> all = new TreeSet<>();
        messages.values().forEach(texts -> all.addAll(texts.keySet()));
        if (all.isEmpty()) {
            add(folder, "holds no templates", "Expected: it/first-reminder.yaml and so on.");
        }
        messages.forEach((language, texts) -> all.stream()
                .filter(name -> !texts.containsKey(name))
                .forEach(name -> add(
                        folder.resolve(language.code()).resolve(name + ".yaml"),
                        "is missing, other languages have it",
                        "Translate it: a debtor of this language could not be reminded.")));
    }

    private Optional<YamlNode> yaml(Path file) {
        try {
            return Optional.of(Yaml.read(file));
        } catch (ProblemsFound broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            add(file, "cannot be read as UTF-8 text", "Check that the file exists.");
            return "";
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void add(Path file, String message, String remedy) {
        problems.add(Problem.of(file.toString(), message, remedy));
    }
}
