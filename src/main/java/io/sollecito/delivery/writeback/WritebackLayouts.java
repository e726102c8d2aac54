package io.sollecito.delivery.writeback;

import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackFile;
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
import java.util.function.Function;

/** In which forms a batch can be written: the layouts of {@code config/writeback}, and the XML of banks. */
public final class WritebackLayouts {

    /** The form that needs no file. */
    public static final String XML = "camt.054";

    private final Map<String, WritebackLayout> layouts;

    private WritebackLayouts(Map<String, WritebackLayout> layouts) {
        this.layouts = Map.copyOf(layouts);
    }

    /** @throws ProblemsFound with the problems of all files at once */
    public static WritebackLayouts load(Path folder) {
        List<Problem> problems = new ArrayList<>();
        Map<String, WritebackLayout> layouts = new HashMap<>();
        Yaml.files(folder).forEach(file -> read(file, layouts, problems));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return new WritebackLayouts(layouts);
    }

    /** Everything that is wrong in a folder. */
    public static List<Problem> check(Path folder) {
        List<Problem> problems = new ArrayList<>();
        Yaml.files(folder).forEach(file -> read(file, new HashMap<>(), problems));
        return problems;
    }

    /** Everything that is wrong in one file. */
    public static List<Problem> checkFile(Path file) {
        List<Problem> problems = new ArrayList<>();
        read(file, new HashMap<>(), problems);
        return problems;
    }

    /** What a route may name. */
    public static TreeSet<String> names(Path folder) {
        TreeSet<String> names = new TreeSet<>(List.of(XML));
        Yaml.files(folder).forEach(file -> names.add(Yaml.nameOf(file)));
        return names;
    }

    /** Writes batches in that form. */
    public Function<WritebackBatch, WritebackFile> writer(String layout) {
        if (layout.equals(XML)) {
            return WritebackXml::file;
        }
        WritebackLayout known = layouts.get(layout);
        if (known == null) {
            throw new IllegalArgumentException("there is no layout '" + layout + "' in config/writeback");
        }
        return new WritebackCsv(known)::file;
    }

    private static void read(Path file, Map<String, WritebackLayout> layouts, List<Problem> problems) {
        try {
            YamlNode node = Yaml.read(file);
            String name = Yaml.nameOf(file);
            if (name.equals(XML)) {
                problems.add(node.problem("'" + XML + "' is the XML of banks already", "Call the file otherwise."));
            }
            layouts.put(name, new LayoutReader(node, name, problems).read());
        } catch (ProblemsFound unreadable) {
            problems.addAll(unreadable.problems());
        }
    }
}
