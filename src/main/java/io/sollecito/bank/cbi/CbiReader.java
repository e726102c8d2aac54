package io.sollecito.bank.cbi;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.text.FixedRecord;
import java.util.Locale;
import java.util.Set;

/** Reads the flows of a file, each from its header (RH, EC) to its trailer (EF), which counts accounts and records. */
final class CbiReader implements FixedRecordReader {

    private static final Set<String> HEADERS = Set.of("RH", "EC");

    private final String file;
    private final StatementSink sink;
    private final RecordProblems problems;
    private String format;
    private boolean flow;
    private boolean any;
    private CbiAccount account;
    private long accounts;
    private long records;
    private long line = 1;

    CbiReader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.problems = problems;
    }

    /** Which report it is: cbi.rh, cbi.ec. */
    String format() {
        return format;
    }

    @Override
    public void record(FixedRecord record) throws DamagedFile {
        line = record.line();
        records++;
        String kind = record.field(2, 3);
        if (HEADERS.contains(kind)) {
            header(record, kind);
        } else if (!flow) {
            throw DamagedFile.at(record, 1, "a record " + kind + " before a header (RH, EC)");
        } else if (kind.equals("61")) {
            endAccount();
            account = new CbiAccount(record, file, sink, problems);
            accounts++;
            any = true;
        } else if (kind.equals("EF")) {
            endAccount();
            trailer(record);
        } else if (account == null) {
            throw DamagedFile.at(record, 1, "a record " + kind + " before an opening balance (61)");
        } else {
            account.record(record);
        }
    }

    private void header(FixedRecord record, String kind) throws DamagedFile {
        if (flow) {
            throw DamagedFile.at(record, 1, "a header before the trailer (EF) of the flow before it");
        }
        format = "cbi." + kind.toLowerCase(Locale.ROOT);
        flow = true;
        records = 1;
        accounts = 0;
    }

    private void endAccount() throws DamagedFile {
        if (account != null) {
            account.end();
            account = null;
        }
    }

    private void trailer(FixedRecord record) {
        count(record, 46, "account reports", accounts);
        count(record, 83, "records", records);
        flow = false;
    }

    private void count(FixedRecord record, int from, String what, long there) {
        String said = record.field(from, from + 6);
        if (!said.matches("[0-9]{7}") || Long.parseLong(said) != there) {
            problems.at(record, from, "the trailer counts '" + said + "' " + what + ", but there are " + there);
        }
    }

    @Override
    public void end() throws DamagedFile {
        endAccount();
        if (!any) {
            problems.at(1, 1, "there is no statement in this file");
        }
        if (flow) {
            problems.at(line, 1, "the file has no trailer (EF), so accounts may be missing");
        }
    }
}
