package io.sollecito.bank.coda;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecord;

/** Reads the parts of a CODA file, each from its record 0 to its record 9 and of one account. */
final class CodaReader implements FixedRecordReader {

    private final String file;
    private final StatementSink sink;
    private final RecordProblems problems;
    private boolean headed;
    private CodaPart part;
    private boolean any;
    private long line = 1;

    CodaReader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.problems = problems;
    }

    @Override
    public void record(FixedRecord record) throws DamagedFile {
        line = record.line();
        char kind = record.at(1);
        if (kind == '0') {
            head(record);
        } else if (kind == '1') {
            if (!headed || part != null) {
                throw DamagedFile.at(record, 1, "a second opening balance before the trailer, or one without a header");
            }
            any = true;
            part = new CodaPart(record, file, sink, problems);
        } else if (part == null) {
            throw DamagedFile.at(record, 1, "a record " + kind + " before the opening balance (record 1)");
        } else if (kind == '9') {
            part.trailer(record);
            part = null;
            headed = false;
        } else {
            part.record(record);
        }
    }

    private void head(FixedRecord record) throws DamagedFile {
        if (headed) {
            throw DamagedFile.at(record, 1, "a header before the trailer of the part before it");
        }
        if (record.at(CodaFormat.LENGTH) == '1') {
            throw DamagedFile.at(record, 1, "this is CODA version 1, which banks gave up; version 2 is read");
        }
        if (!record.field(84, 88).matches("[0 ]{5}")) {
            problems.at(
                    record,
                    84,
                    "this part is separate application " + record.field(84, 88)
                            + ": details of what another statement holds, so it is never booked");
        }
        headed = true;
    }

    @Override
    public void end() throws DamagedFile {
        if (headed || !any) {
            throw new DamagedFile(
                    line,
                    1,
                    headed ? "the file ends before the trailer (record 9)" : "there is no statement in this file");
        }
    }
}
