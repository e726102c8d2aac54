package io.sollecito.bank;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.Remedy;
import io.sollecito.model.OneLine;
import io.sollecito.model.Problem;

/** Tells a sink what is wrong in a file of records, with place and remedy. */
public final class RecordProblems {

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
                Remedy.HELD_BACK));
    }

    public void at(long line, long column, String message) {
        sink.problem(new Problem(file, line, column, message, null, Remedy.HELD_BACK));
    }

    public void damaged(DamagedFile damage) {
        sink.unreadable(
                new Problem(file, damage.line(), damage.column(), damage.getMessage(), null, Remedy.NOTHING_TAKEN));
    }
}
