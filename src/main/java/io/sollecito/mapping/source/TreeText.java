package io.sollecito.mapping.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A part of a document written out with what is around it, so that it can be read again alone. */
final class TreeText {

    private TreeText() {}

    static String xml(TreeNode part) {
        StringBuilder text = new StringBuilder();
        List<TreeNode> chain = chain(part);
        for (TreeNode child : childrenFor(chain.get(0), chain, 0)) {
            xml(child, chain, 1, text);
        }
        return text.toString();
    }

    static String json(TreeNode part) {
        List<TreeNode> chain = chain(part);
        return json(chain.get(0), chain, 0).toString();
    }

    /** From the document to the part. */
    private static List<TreeNode> chain(TreeNode part) {
        List<TreeNode> chain = new ArrayList<>();
        for (TreeNode at = part; at != null; at = at.parent) {
            chain.add(0, at);
        }
        return chain;
    }

    /** Of the parts that repeat beside ours, only ours is shown. */
    private static List<TreeNode> childrenFor(TreeNode node, List<TreeNode> chain, int depth) {
        boolean onChain = depth + 1 < chain.size() && chain.get(depth) == node;
        if (!onChain) {
            return node.children;
        }
        TreeNode ours = chain.get(depth + 1);
        List<TreeNode> shown = new ArrayList<>();
        for (TreeNode child : node.children) {
            if (child == ours || !child.local.equals(ours.local)) {
                shown.add(child);
            }
        }
        return shown;
    }

    private static void xml(TreeNode node, List<TreeNode> chain, int depth, StringBuilder text) {
        text.append('<').append(node.local);
        boolean sameNamespace = node.parent != null && Objects.equals(node.parent.namespace, node.namespace);
        if (!sameNamespace) {
            text.append(" xmlns=\"")
                    .append(escaped(node.namespace == null ? "" : node.namespace))
                    .append('"');
        }
        List<TreeNode> children = childrenFor(node, chain, depth);
        for (TreeNode child : children) {
            if (isAttribute(child)) {
                text.append(' ')
                        .append(child.local.substring(1))
                        .append("=\"")
                        .append(shown(child))
                        .append('"');
            }
        }
        text.append('>').append(shown(node));
        for (TreeNode child : children) {
            if (!isAttribute(child)) {
                xml(child, chain, depth + 1, text);
            }
        }
        text.append("</").append(node.local).append('>');
    }

    private static boolean isAttribute(TreeNode node) {
        return node.local.startsWith("@");
    }

    private static String shown(TreeNode node) {
        return node.value == null ? "" : escaped(Cells.text(node.value));
    }

    private static String escaped(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != '&' && c != '<' && c != '>' && c != '"';
        }
        return plain
                ? text
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    private static JsonNode json(TreeNode node, List<TreeNode> chain, int depth) {
        List<TreeNode> children = childrenFor(node, chain, depth);
        JsonNodeFactory nodes = JsonNodeFactory.withExactBigDecimals(true);
        if (children.isEmpty()) {
            return node.value instanceof BigDecimal number
                    ? nodes.numberNode(number)
                    : node.value == null ? nodes.nullNode() : nodes.textNode(Cells.text(node.value));
        }
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        for (TreeNode child : children) {
            members.computeIfAbsent(child.local, member -> new ArrayList<>()).add(json(child, chain, depth + 1));
        }
        ObjectNode object = nodes.objectNode();
        members.forEach((member, values) -> {
            if (values.size() == 1) {
                object.set(member, values.get(0));
            } else {
                object.putArray(member).addAll(values);
            }
        });
        return object;
    }
}
