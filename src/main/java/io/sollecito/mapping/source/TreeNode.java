package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreePath.Step;
import java.util.ArrayList;
import java.util.List;

/** An element of XML or a value of JSON, as far as the mapping asks for it. */
final class TreeNode {

    final TreeNode parent;
    final String namespace;
    final String local;
    final long line;
    final long column;
    final List<TreeNode> children = new ArrayList<>(4);
    Object value;

    TreeNode(TreeNode parent, String namespace, String local, long line, long column) {
        this.parent = parent;
        this.namespace = namespace;
        this.local = local;
        this.line = line;
        this.column = column;
    }

    /** Adds the nodes that the steps from {@code from} on lead to. */
    void collect(List<Step> steps, int from, List<TreeNode> found) {
        if (from == steps.size()) {
            found.add(this);
            return;
        }
        Step step = steps.get(from);
        for (TreeNode child : children) {
            if (step.matches(child.namespace, child.local) && child.passes(step.test())) {
                child.collect(steps, from + 1, found);
            }
        }
    }

    private boolean passes(TreePath.Test test) {
        if (test == null) {
            return true;
        }
        List<TreeNode> found = new ArrayList<>(2);
        collect(test.steps(), 0, found);
        for (TreeNode node : found) {
            if (node.value != null && Cells.text(node.value).equals(test.value())) {
                return true;
            }
        }
        return false;
    }
}
