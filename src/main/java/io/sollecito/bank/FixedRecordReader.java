package io.sollecito.bank;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.FixedRecords;
import java.io.IOException;

/** Reads the records of one file, in their order. */
public interface FixedRecordReader {

    void record(FixedRecord record) throws DamagedFile;

    /** The end of the file. */
    void end() throws DamagedFile;

    /** Reads on to the end of the file, or to where it is damaged. */
    static void read(FixedRecords records, FixedRecordReader reader, RecordProblems problems) throws IOException {
        try {
            for (FixedRecord record = records.next(); record != null; record = records.next()) {
                reader.record(record);
            }
            reader.end();
        } catch (DamagedFile damage) {
            problems.damaged(damage);
        }
    }
}
