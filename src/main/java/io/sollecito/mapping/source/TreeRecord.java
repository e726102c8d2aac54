package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreeFormat.Way;
import java.util.ArrayList;
import java.util.List;

/** One part of a document. */
final class TreeRecord implements SourceRecord {

    private final TreeFormat format;
    private final int lane;
    private final TreeNode node;
    private final int index;
    private final List<TreeRecord> siblings;
    private final List<TreeNode> found = new ArrayList<>(2);
    private int foundAt = -1;

    /**
     * @param index which of the parts of its unit it is, from 1
     * @param siblings the parts of its unit
     */
    TreeRecord(TreeFormat format, int lane, TreeNode node, int index, List<TreeRecord> siblings) {
        this.format = format;
        this.lane = lane;
        this.node = node;
        this.index = index;
        this.siblings = siblings;
    }

    int lane() {
        return lane;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public List<TreeRecord> siblings() {
        return siblings;
    }

    @Override
    public Object cell(int position) {
        List<TreeNode> there = nodes(position);
        if (there.size() == 1) {
            return there.get(0).value;
        }
        List<Object> values = new ArrayList<>(there.size());
        for (TreeNode each : there) {
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
        List<TreeNode> there = nodes(position);
        return Math.max(1, there.isEmpty() ? node.column : there.get(0).column);
    }

    /** The nodes of a column; whoever asks for a cell often asks next where it stands. */
    private List<TreeNode> nodes(int position) {
        if (position != foundAt) {
            found.clear();
            find(position);
            foundAt = position;
        }
        return found;
    }

    private void find(int position) {
        for (Way way : format.lanes().get(lane).columns().get(position).ways()) {
            TreeNode from = node;
            for (int i = 0; i < way.ups() && from.parent != null; i++) {
                from = from.parent;
            }
            from.collect(way.steps(), 0, found);
            if (anyValue()) {
                return;
            }
        }
    }

    private boolean anyValue() {
        for (TreeNode each : found) {
            if (each.value != null) {
                return true;
            }
        }
        return false;
    }
}
