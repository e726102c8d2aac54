package io.sollecito.yaml;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the files that integrators write with YAML's failsafe schema: every scalar is text, so that no {@code NO} becomes
 * false and no amount a floating-point number. Line and column of everything are kept for problems.
 */
public final class Yaml {

    private static final String SUFFIX = ".yaml";
    private static final long LARGEST_FILE = 4L * 1024 * 1024;
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;

    private Yaml() {}

    /** @throws ProblemsFound when the file cannot be read or is no YAML */
    public static YamlNode read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ProblemsFound(
                        List.of(Problem.of(file.toString(), "is larger than 4 MiB", "Is this really a YAML file?")));
            }
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new ProblemsFound(List.of(Problem.unreadable(file, failure)));
        }
    }

    /**
     * The YAML files of a folder, by name; empty when there is no such folder. The hub reads files that end with
     * {@code .yaml} and no others.
     *
     * @throws ProblemsFound when the folder cannot be listed
     */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ProblemsFound(
                    List.of(Problem.of(folder.toString(), "cannot be listed", "Check that the hub may read it.")));
        }
    }

    /** The file's name without its suffix. */
    public static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** @param file the name that problems carry */
    public static YamlNode parse(String file, String text) {
        List<String> lines = text.lines().toList();
        LoaderOptions options = options();
        try {
            Node root = new Composer(
                            new ParserImpl(new StreamReader(new StringReader(text)), options), new Resolver(), options)
                    .getSingleNode();
            if (root == null) {
                throw new ProblemsFound(
                        List.of(Problem.of(file, "is empty", "Write what belongs in it, or remove the file.")));
            }
            return new YamlNode(file, lines, root);
        } catch (MarkedYAMLException broken) {
            throw new ProblemsFound(List.of(BrokenYaml.problem(file, lines, broken)));
        } catch (ReaderException unprintable) {
            String before = text.substring(0, Math.min(unprintable.getPosition(), text.length()));
            throw problem(
                    file,
                    lines,
                    (int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'),
                    "is not valid YAML: a character that is not text",
                    "Remove it.");
        } catch (YAMLException tooMuch) {
            Mark mark = firstTooMuch(text);
            throw problem(
                    file,
                    lines,
                    mark.getLine() + 1,
                    mark.getColumn() + 1,
                    "nests deeper than " + DEEPEST + " levels or repeats parts by more than " + MOST_ALIASES
                            + " aliases",
                    "Write it plainly.");
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit((int) LARGEST_FILE);
        return options;
    }

    /** The composer does not say where it met its limits; where the text ends when it met another one. */
    private static Mark firstTooMuch(String text) {
        ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(text)), options());
        int depth = 0;
        int aliases = 0;
        Event event = parser.getEvent();
        while (!(event instanceof StreamEndEvent)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent) {
                aliases++;
            }
            if (depth > DEEPEST || aliases > MOST_ALIASES) {
                return event.getStartMark();
            }
            event = parser.getEvent();
        }
        return event.getStartMark();
    }

    private static ProblemsFound problem(
            String file, List<String> lines, int line, int column, String message, String remedy) {
        String excerpt = line >= 1 && line <= lines.size() ? lines.get(line - 1) : null;
        return new ProblemsFound(List.of(new Problem(file, line, column, message, excerpt, remedy)));
    }
}
