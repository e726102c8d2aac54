package io.sollecito.bank.norma43;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecord;

/** Reads the accounts of a file and its end (88), which counts the records. */
final class Norma43Reader implements FixedRecordReader {

    private final String file;
    private final StatementSink sink;
    private final RecordProblems problems;
    private Norma43Account account;
    private long records;
    private boolean ended;
    private long line = 1;

    Norma43Reader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.problems = problems;
    }

    @Override
    public void record(FixedRecord record) throws DamagedFile {
        line = record.line();
        if (record.is("88")) {
            endOfFile(record);
            return;
        }
        records++;
        if (record.is("11")) {
            if (account != null) {
                throw DamagedFile.at(record, 1, "a header (11) before the end (33) of the account before it");
            }
            account = new Norma43Account(record, file, sink, problems);
            ended = false;
        } else if (account == null) {
            throw DamagedFile.at(
                    record, 1, "a record " + record.field(1, 2) + " outside an account's header (11) and end (33)");
        } else if (record.is("33")) {
            account.end(record);
            account = null;
        } else {
            account.record(record);
        }
    }

    private void endOfFile(FixedRecord record) throws DamagedFile {
        if (account != null) {
            throw DamagedFile.at(record, 1, "the file ends (88) before the end (33) of an account");
        }
        String counted = record.field(21, 26);
        if (!counted.matches("[0-9]{6}") || Long.parseLong(counted) != records % 1_000_000) {
            problems.at(record, 21, "the file counts " + counted.strip() + " records, but there are " + records);
        }
        records = 0;
        ended = true;
    }

    @Override
    public void end() throws DamagedFile {
        if (account != null) {
            throw new DamagedFile(account.header().line(), 1, "the file ends before the end (33) of this account");
        }
        if (!ended) {
            problems.at(line, 1, "the file has no end (record 88), so accounts may be missing");
        }
    }
}
