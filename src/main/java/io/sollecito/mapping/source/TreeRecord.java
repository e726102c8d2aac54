package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreeFormat.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a document.
 *
 * @param index which of the parts of its unit it is, from 1
 * @param siblings the parts of its unit
 */
record TreeRecord(TreeFormat format, int lane, TreeNode node, int index, List<TreeRecord> siblings)
        implements SourceRecord {

    @Override
    public Object cell(int position) {
        List<TreeNode> found = nodes(position);
        if (found.size() == 1) {
            return found.get(0).value;
        }
        List<Object> values = new ArrayList<>(found.size());
        for (TreeNode each : found) {
            if (each.value != null) {
                values.add(each.value);
            }
        }
        return Several.of(values);
    }

    @Override
    public int count() {
        return format.lanes().get(lane).columns().size();
    }

    @Override
    public long line() {
        return Math.max(1, node.line);
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    /** The document with this part alone, as far as the mapping asks for it. */
    @Override
    public String raw() {
        return format.json() ? TreeText.json(node) : TreeText.xml(node);
    }

    @Override
    public boolean isVerbatim() {
        return false;
    }

    @Override
    public long column(int position) {
        List<TreeNode> found = nodes(position);
        return found.isEmpty() ? Math.max(1, node.column) : Math.max(1, found.get(0).column);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private List<TreeNode> nodes(int position) {
        List<TreeNode> found = new ArrayList<>(2);
        for (Way way : format.lanes().get(lane).columns().get(position).ways()) {
            TreeNode from = node;
            for (int i = 0; i < way.ups() && from.parent != null; i++) {
                from = from.parent;
            }
            from.collect(way.steps(), 0, found);
            if (found.stream().anyMatch(each -> each.value != null)) {
                return found;
            }
        }
        return found;
    }
}
