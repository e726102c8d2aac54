package io.sollecito.bank;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.model.OneLine;
import io.sollecito.model.Problem;

/** Tells a sink what is wrong in a file of records, with place and remedy. */
public final class RecordProblems {

    private static final String ASK_AGAIN = "ask the bank for the statement again; a connection holds it back whole";
    private static final String NOTHING_TAKEN =
            "ask the bank for the file again; the hub takes nothing of a file that is damaged";

    private final String file;
    private final StatementSink sink;

    public RecordProblems(String file, StatementSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Something at a position of a record, from 1. */
    public void at(FixedRecord record, int position, String message) {
        sink.problem(new Problem(
                file,
                record.line(),
                record.column(position),
                message,
                record.before() == 0 ? OneLine.of(record.text()) : null,
                ASK_AGAIN));
    }

    public void at(long line, long column, String message) {
        sink.problem(new Problem(file, line, column, message, null, ASK_AGAIN));
    }

    public void damaged(DamagedFile damage) {
        sink.unreadable(new Problem(file, damage.line(), damage.column(), damage.getMessage(), null, NOTHING_TAKEN));
    }
}
