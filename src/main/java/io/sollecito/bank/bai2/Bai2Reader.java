package io.sollecito.bank.bai2;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementSink;
import java.util.List;

/** Reads the groups of a file and their accounts, and compares each with its trailer. */
final class Bai2Reader {

    private static final int VERSION = 7;

    private final String file;
    private final StatementSink sink;
    private final RecordProblems problems;
    private Bai2Control fileControl;
    private Bai2Control groupControl;
    private Bai2Group group;
    private Bai2Account account;
    private long line = 1;
    private boolean any;

    Bai2Reader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.problems = problems;
    }

    void record(Bai2Record record) throws DamagedFile {
        line = record.line();
        switch (record.code()) {
            case "01" -> header(record);
            case "02" -> group(record);
            case "03" -> account(record);
            case "16" -> {
                if (account == null) {
                    throw damaged(record, "a transaction (16) outside an account (03)");
                }
                account.transaction(record);
            }
            case "49" -> {
                if (account == null) {
                    throw damaged(record, "a trailer (49) without an account (03)");
                }
                account.trailer(record, groupControl);
                account = null;
            }
            case "98" -> groupTrailer(record);
            default -> fileTrailer(record);
        }
    }

    private void header(Bai2Record record) throws DamagedFile {
        if (fileControl != null) {
            throw damaged(record, "a file header (01) before the trailer (99) of the file before it");
        }
        List<String> fields = record.fields();
        if (fields.size() > VERSION && fields.get(VERSION).equals("1")) {
            throw damaged(record, "this is BAI version 1, which banks gave up; versions 2 and 3 are read");
        }
        fileControl = new Bai2Control("file");
        fileControl.records(record.records());
    }

    private void group(Bai2Record record) throws DamagedFile {
        if (fileControl == null || group != null) {
            throw damaged(record, "a group (02) outside a file (01), or before the trailer (98) of another");
        }
        group = Bai2Group.of(record, problems);
        groupControl = new Bai2Control("group");
        groupControl.records(record.records());
    }

    private void account(Bai2Record record) throws DamagedFile {
        if (group == null || account != null) {
            throw damaged(record, "an account (03) outside a group (02), or before the trailer (49) of another");
        }
        account = new Bai2Account(record, group, file, sink, problems);
        any = true;
    }

    private void groupTrailer(Bai2Record record) throws DamagedFile {
        if (group == null || account != null) {
            throw damaged(record, "a group's trailer (98) without a group, or before its account's trailer (49)");
        }
        groupControl.records(record.records());
        groupControl.agrees(record, "accounts", problems);
        fileControl.part(groupControl.saidBy(record), groupControl.records());
        group = null;
    }

    private void fileTrailer(Bai2Record record) throws DamagedFile {
        if (fileControl == null || group != null) {
            throw damaged(record, "a file's trailer (99) without a file, or before its group's trailer (98)");
        }
        fileControl.records(record.records());
        fileControl.agrees(record, "groups", problems);
        fileControl = null;
    }

    void end() throws DamagedFile {
        if (account != null || !any) {
            throw new DamagedFile(
                    line,
                    1,
                    any ? "the file ends within an account (03 without 49)" : "there is no account in this file");
        }
        if (fileControl != null) {
            problems.at(line, 1, "the file has no trailer (99), so accounts may be missing");
        }
    }

    private static DamagedFile damaged(Bai2Record record, String message) {
        return new DamagedFile(record.line(), record.column(), message);
    }
}
