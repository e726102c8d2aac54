package io.sollecito.mapping.source;

import io.sollecito.mapping.source.TreeFormat.Lane;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The records of a document: of each unit, for each lane, the parts at its path. A unit without such a part still makes
 * one record, whose cells from there are blank: an invoice without payment details is an invoice.
 */
final class TreeStream implements RecordStream {

    private final TreeFormat format;
    private final TreeEvents events;
    private final TreeBuilder builder;
    private final Deque<TreeRecord> pending = new ArrayDeque<>();
    private TreeNode unit;
    private TreeRecord current;

    TreeStream(TreeFormat format, TreeEvents events, TreeBuilder builder) {
        this.format = format;
        this.events = events;
        this.builder = builder;
    }

    @Override
    public boolean next() throws IOException, BrokenSource {
        while (pending.isEmpty()) {
            if (unit != null) {
                builder.forget(unit);
            }
            unit = events.nextUnit();
            if (unit == null) {
                builder.checkWay();
                return false;
            }
            for (int lane = 0; lane < format.lanes().size(); lane++) {
                addRecords(lane);
            }
        }
        current = pending.remove();
        return true;
    }

    @Override
    public int lane() {
        return current.lane();
    }

    @Override
    public SourceRecord current() {
        return current;
    }

    @Override
    public boolean isRagged() {
        return true;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    private void addRecords(int lane) {
        Lane asked = format.lanes().get(lane);
        List<TreeNode> parts = new ArrayList<>();
        unit.collect(asked.each(), 0, parts);
        if (parts.isEmpty()) {
            parts.add(absent(asked.each()));
        }
        List<TreeRecord> siblings = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            siblings.add(new TreeRecord(format, lane, parts.get(i), i + 1, siblings));
        }
        pending.addAll(siblings);
    }

    /** What stands in for a part that is not there: below as much of its path as there is, which paths above it begin with. */
    private TreeNode absent(List<TreePath.Step> each) {
        TreeNode absent = unit;
        for (TreePath.Step step : each) {
            List<TreeNode> there = new ArrayList<>();
            absent.collect(List.of(step), 0, there);
            absent = there.isEmpty()
                    ? new TreeNode(absent, step.namespace(), step.local(), unit.line, unit.column)
                    : there.get(0);
        }
        return absent;
    }
}
