package io.sollecito.yaml;

import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file: a text, a list or a map, with its line and column. */
public final class YamlNode {

    private final String file;
    private final List<String> lines;
    private final Node node;

    YamlNode(String file, List<String> lines, Node node) {
        this.file = file;
        this.lines = lines;
        this.node = node;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The scalar's text; empty for lists and maps. */
    public String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The list's elements; a single text or map counts as a list of one. */
    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        return sequence.getValue().stream().map(this::at).toList();
    }

    /** The map's entries in the file's order; empty for anything else. A repeated key keeps its first value. */
    public Map<String, YamlNode> map() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples()) {
            entries.putIfAbsent(at(tuple.getKeyNode()).text(), at(tuple.getValueNode()));
        }
        return entries;
    }

    /** The value of a key, or null. */
    public YamlNode get(String key) {
        return map().get(key);
    }

    /** Problems for keys that are not allowed here and for keys that stand twice. */
    public List<Problem> unknownKeys(List<String> allowed) {
        return Stream.concat(keysOtherThan(allowed).stream(), repeatedKeys().stream())
                .sorted(Problem.BY_PLACE)
                .toList();
    }

    /** Problems for keys that are not allowed here. */
    public List<Problem> keysOtherThan(List<String> allowed) {
        return keys().filter(key -> !allowed.contains(key.text()))
                .map(key -> key.problem(
                        "unknown key '" + key.text() + "'",
                        DidYouMean.hint(key.text(), allowed) + "Allowed here: " + String.join(", ", allowed) + "."))
                .toList();
    }

    /** Problems for keys that stand twice, where any key is allowed. */
    public List<Problem> repeatedKeys() {
        Set<String> seen = new HashSet<>();
        return keys().filter(key -> !seen.add(key.text()))
                .map(key -> key.problem("key '" + key.text() + "' stands twice", "Remove one of the two."))
                .toList();
    }

    /** A problem at this place. */
    public Problem problem(String message, String remedy) {
        return new Problem(file, line(), column(), message, excerpt(), remedy);
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** From 1. */
    public int column() {
        return node.getStartMark().getColumn() + 1;
    }

    private String excerpt() {
        return line() <= lines.size() ? lines.get(line() - 1) : null;
    }

    private Stream<YamlNode> keys() {
        return tuples().stream().map(tuple -> at(tuple.getKeyNode()));
    }

    private List<NodeTuple> tuples() {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private YamlNode at(Node other) {
        return new YamlNode(file, lines, other);
    }
}
