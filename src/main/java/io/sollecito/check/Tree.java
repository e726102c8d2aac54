package io.sollecito.check;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Walks a YAML file from top to bottom. */
final class Tree {

    private Tree() {}

    /** Every text below a node, itself included. */
    static List<YamlNode> texts(YamlNode node) {
        List<YamlNode> texts = new ArrayList<>();
        if (node.isText()) {
            texts.add(node);
        } else {
            children(node).forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    /** Every text below a node that stands under that key. */
    static List<YamlNode> valuesOf(String key, YamlNode node) {
        List<YamlNode> values = new ArrayList<>();
        YamlNode value = node.get(key);
        if (value != null && value.isText()) {
            values.add(value);
        }
        children(node).forEach(child -> values.addAll(valuesOf(key, child)));
        return values;
    }

    /** A problem for every key that stands twice in one map: Camel would silently take the last. */
    static List<Problem> duplicatedKeys(YamlNode node) {
        List<Problem> problems = new ArrayList<>(node.repeatedKeys());
        children(node).forEach(child -> problems.addAll(duplicatedKeys(child)));
        return problems;
    }

    private static List<YamlNode> children(YamlNode node) {
        if (node.isMap()) {
            return List.copyOf(node.map().values());
        }
        return node.isList() ? node.list() : List.of();
    }
}
