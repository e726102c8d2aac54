package io.sollecito.bank.nets;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecord;
import java.math.BigDecimal;

/**
 * Reads one file of transmissions (10 to 89) with assignments (20 to 88). An assignment of OCR giro is a statement; those of
 * other services (payment agreements) carry no money and are only counted.
 */
final class NetsOcrReader implements FixedRecordReader {

    private static final String OCR_GIRO = "09";

    private final String file;
    private final StatementSink sink;
    private final RecordValues values;
    private OcrAssignment assignment;
    private boolean otherService;
    private boolean open;
    private boolean found;
    private long line = 1;
    private long records;
    private long assignmentRecords;
    private long transactions;
    private BigDecimal sum = BigDecimal.ZERO;

    NetsOcrReader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.values = new RecordValues(problems);
    }

    @Override
    public void end() throws DamagedFile {
        if (open) {
            throw new DamagedFile(line, 1, "the end record of the transmission (NY000089) is missing");
        }
        if (!found) {
            throw new DamagedFile(line, 1, "there are no payments of OCR giro in this file");
        }
    }

    @Override
    public void record(FixedRecord record) throws DamagedFile {
        line = record.line();
        if (!record.field(1, 2).equals("NY")) {
            values.problem(record, 1, "this is no record of this format: it does not begin with NY");
            return;
        }
        String service = record.field(3, 4);
        String type = record.field(7, 8);
        records++;
        assignmentRecords++;
        if (!open && !type.equals("10")) {
            throw DamagedFile.at(record, 1, "a record stands outside a transmission (NY000010)");
        }
        switch (type) {
            case "10" -> start(record);
            case "20" -> begin(record, service);
            case "88" -> end(record);
            case "89" -> finish(record);
            default -> {
                if (assignment != null) {
                    assignment.take(record, type);
                } else if (!otherService) {
                    throw DamagedFile.at(record, 1, "a record stands outside an assignment (NY090020)");
                }
            }
        }
    }

    private void start(FixedRecord record) throws DamagedFile {
        if (open) {
            throw DamagedFile.at(record, 1, "a transmission begins before the end record (NY000089) of the one before");
        }
        open = true;
        records = 1;
        transactions = 0;
        sum = BigDecimal.ZERO;
    }

    private void begin(FixedRecord record, String service) throws DamagedFile {
        if (assignment != null || otherService) {
            throw DamagedFile.at(record, 1, "an assignment begins before the end record (88) of the one before");
        }
        assignmentRecords = 1;
        if (service.equals(OCR_GIRO)) {
            assignment = new OcrAssignment(record, file, sink, values);
            found = true;
        } else {
            otherService = true;
        }
    }

    private void end(FixedRecord record) throws DamagedFile {
        if (assignment == null && !otherService) {
            throw DamagedFile.at(record, 1, "an assignment ends that did not begin (NY090020)");
        }
        values.compare(record, 17, "records of the assignment", values.count(record, 17, 24), assignmentRecords);
        if (assignment != null) {
            assignment.end(record);
            transactions += assignment.transactions();
            sum = sum.add(assignment.sum());
            assignment = null;
        } else {
            Long counted = values.count(record, 9, 16);
            transactions += counted == null ? 0 : counted;
            BigDecimal told = RecordValues.text(record, 25, 41) == null
                    ? null
                    : values.minorUnits(record, 25, 41, OcrAssignment.NOK);
            sum = sum.add(told == null ? BigDecimal.ZERO : told);
        }
        otherService = false;
    }

    private void finish(FixedRecord record) throws DamagedFile {
        if (assignment != null || otherService) {
            throw DamagedFile.at(record, 1, "the transmission ends before the end record (88) of its last assignment");
        }
        values.compare(record, 9, "transactions of the transmission", values.count(record, 9, 16), transactions);
        values.compare(record, 17, "records of the transmission", values.count(record, 17, 24), records);
        OcrAssignment.compareSum(record, values, sum);
        open = false;
    }
}
