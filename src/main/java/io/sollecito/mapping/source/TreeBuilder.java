package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreePath.Step;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps of a document what the mapping asks for: what stands before and around the unit now read, and the unit itself.
 * Units that were read are forgotten, so that memory does not grow with the document.
 */
final class TreeBuilder {

    private static final int MOST_KEPT = 500_000;
    private static final int DEEPEST = 200;
    private static final int MOST_TOLD = 10;
    private static final int LONGEST_TOLD = 100;

    private final String name;
    private final List<Step> unit;
    private final List<List<TreeShape>> shapes = new ArrayList<>();
    private TreeNode node = new TreeNode(null, null, "", 1, 1);
    private int skipped;
    private int matched;
    private int kept;
    private int keptBefore;
    private boolean onTheWay;
    private final Set<String> topmost = new LinkedHashSet<>();

    TreeBuilder(TreeShape shape, List<Step> unit, String name) {
        this.unit = unit;
        this.name = name;
        shapes.add(List.of(shape));
    }

    /** Whether the document that begins with this element is none that the unit's path leads into. */
    boolean isOtherDocument(String namespace, String local) {
        return node.parent == null
                && skipped == 0
                && !unit.isEmpty()
                && !unit.get(0).matches(namespace, local);
    }

    /** Whether what begins here is kept. */
    boolean start(String namespace, String local, long line, long column) throws BrokenSource {
        pass(namespace, local);
        List<TreeShape> wanted = skipped > 0 ? List.of() : TreeShape.below(top(), namespace, local);
        if (wanted.isEmpty()) {
            skipped++;
            return false;
        }
        if (++kept > MOST_KEPT || shapes.size() > DEEPEST) {
            throw new BrokenSource(new Problem(
                    name,
                    line,
                    column,
                    kept > MOST_KEPT
                            ? "has a record of more than " + MOST_KEPT + " values"
                            : "nests deeper than " + DEEPEST + " levels",
                    null,
                    "Name a smaller part in the mapping's 'record'."));
        }
        TreeNode child = new TreeNode(node, namespace, local, line, column);
        node.children.add(child);
        if (matched == depth() && matched < unit.size() && unit.get(matched).matches(namespace, local)) {
            matched++;
            keptBefore = matched == unit.size() ? kept - 1 : keptBefore;
        }
        node = child;
        shapes.add(wanted);
        return true;
    }

    /** Notes what stands at the top of the document; in JSON also a list, which may be empty. */
    void pass(String namespace, String local) {
        if (skipped == 0 && depth() == 0) {
            onTheWay |= unit.isEmpty() || unit.get(0).matches(namespace, local);
            if (topmost.size() < MOST_TOLD && local.length() <= LONGEST_TOLD) {
                topmost.add(local);
            }
        }
    }

    /** After the last unit: nothing at all on the way to units is another document, not an empty one. */
    void checkWay() throws BrokenSource {
        if (!onTheWay && !topmost.isEmpty()) {
            throw new BrokenSource(
                    name,
                    "has no '" + unit.get(0).local() + "' at its top, where the mapping looks for records",
                    "It has: " + String.join(", ", topmost) + ". Compare with 'record' in the mapping.");
        }
    }

    /** The unit that is complete with what ends here, or null. */
    TreeNode end() {
        if (skipped > 0) {
            skipped--;
            return null;
        }
        TreeNode ended = node;
        boolean complete = depth() == unit.size() && matched == unit.size();
        if (matched == depth()) {
            matched--;
        }
        node = ended.parent;
        shapes.remove(shapes.size() - 1);
        return complete ? ended : null;
    }

    /** Whether each value of the document is a unit itself, as in JSON lines. */
    boolean unitIsDocument() {
        return unit.isEmpty();
    }

    /** Another value at the top; what was kept of the one before is forgotten. */
    void startDocument(long line, long column) {
        node = new TreeNode(null, null, "", line, column);
        kept = 0;
        keptBefore = 0;
    }

    TreeNode endDocument() {
        return node;
    }

    /** Whether the text of what was begun last is asked for. */
    boolean isValued() {
        return skipped == 0 && TreeShape.isValued(top());
    }

    boolean asksAttributes() {
        return skipped == 0 && TreeShape.asksAttributes(top());
    }

    boolean isSkipping() {
        return skipped > 0;
    }

    void value(Object value) {
        node.value = value;
    }

    TreeNode node() {
        return node;
    }

    /** A unit was read. */
    void forget(TreeNode done) {
        if (done.parent != null) {
            done.parent.children.remove(done);
        }
        done.children.clear();
        kept = keptBefore;
    }

    private int depth() {
        return shapes.size() - 1;
    }

    private List<TreeShape> top() {
        return shapes.get(shapes.size() - 1);
    }
}
