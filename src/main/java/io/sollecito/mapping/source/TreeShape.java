package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreePath.Step;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a document are kept: whatever some path of the mapping leads through. */
final class TreeShape {

    private final Step step;
    private final List<TreeShape> children = new ArrayList<>();
    private boolean valued;

    TreeShape() {
        this(null);
    }

    private TreeShape(Step step) {
        this.step = step;
    }

    void want(List<Step> path) {
        if (path.isEmpty()) {
            valued = true;
            return;
        }
        TreeShape child = child(path.get(0));
        if (path.get(0).test() != null) {
            child.want(path.get(0).test().steps());
        }
        child.want(path.subList(1, path.size()));
    }

    /** Whether the text of what stands here is asked for. */
    static boolean isValued(List<TreeShape> shapes) {
        for (TreeShape shape : shapes) {
            if (shape.valued) {
                return true;
            }
        }
        return false;
    }

    /** What is wanted of a child; empty when nothing is. */
    static List<TreeShape> below(List<TreeShape> shapes, String namespace, String local) {
        List<TreeShape> found = List.of();
        for (TreeShape shape : shapes) {
            for (TreeShape child : shape.children) {
                if (child.step.matches(namespace, local)) {
                    if (found.isEmpty()) {
                        found = List.of(child);
                    } else {
                        found = new ArrayList<>(found);
                        found.add(child);
                    }
                }
            }
        }
        return found;
    }

    static boolean asksAttributes(List<TreeShape> shapes) {
        for (TreeShape shape : shapes) {
            for (TreeShape child : shape.children) {
                if (child.step.local().startsWith("@")) {
                    return true;
                }
            }
        }
        return false;
    }

    private TreeShape child(Step wanted) {
        Step plain = new Step(wanted.namespace(), wanted.local(), null);
        for (TreeShape child : children) {
            if (child.step.equals(plain)) {
                return child;
            }
        }
        TreeShape child = new TreeShape(plain);
        children.add(child);
        return child;
    }
}
