package io.sollecito.delivery.writeback;

import io.sollecito.ledger.writeback.WritebackFile;
import io.sollecito.ledger.writeback.Writebacks;
import io.sollecito.model.Creditor;
import java.util.List;
import java.util.function.Function;

/**
 * What the routes that write back to ERPs call by the name {@code writebackAdapter}: the files that are to be there, and
 * that one is. A file that may or may not be there stays due: the next turn sends the same bytes under the same name.
 */
public final class WritebackAdapter {

    private final Writebacks writebacks;
    private final WritebackLayouts layouts;
    private final Function<String, Creditor> creditors;

    public WritebackAdapter(Writebacks writebacks, WritebackLayouts layouts, Function<String, Creditor> creditors) {
        this.writebacks = writebacks;
        this.layouts = layouts;
        this.creditors = creditors;
    }

    /** Collects what was allocated and taken back since, unless the ERP posts; returns what is to be sent, oldest first. */
    public List<WritebackFile> due(String route, String creditor, String source, String posting, String layout) {
        writebacks.collect(route, creditors.apply(creditor), source, posting, layouts.writer(layout));
        return writebacks.unsent(creditor, source);
    }

    /** The file of that batch is there under its name. */
    public void sent(long batch) {
        writebacks.sent(batch);
    }
}
