package io.sollecito.delivery.print.bill;

import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.bills.Bill;
import io.sollecito.mapping.Shown;
import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.CsvFormat;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.Separators;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads a print house's bill: a CSV file with a header and a row for each letter, whose number, period, currency and total
 * are the same in every row. All or none of it is taken.
 */
public final class BillFile {

    /** In bytes. */
    static final int LARGEST = 20_000_000;

    /** After so many the file is hardly what it should be. */
    static final int MOST_PROBLEMS = 50;

    private static final CsvFormat CSV = new CsvFormat(
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252")),
            new Separators(List.of(';', ','), 0, false),
            '"',
            0);

    private final String creditor;
    private final String name;
    private final BillForm form;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Bill.Line> lines = new ArrayList<>();
    private BillCells.Head head;

    private BillFile(String creditor, String name, BillForm form) {
        this.creditor = creditor;
        this.name = name;
        this.form = form;
    }

    /**
     * @param name what problems call the file
     * @throws ProblemsFound with everything that is wrong with it
     */
    public static Bill read(String creditor, Path file, String name, BillForm form) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ProblemsFound(List.of(Problem.of(
                    name, "is larger than " + LARGEST / 1_000_000 + " MB", "Ask the print house for a bill a month.")));
        }
        BillFile bill = new BillFile(creditor, name, form);
        try (RecordStream rows = CSV.open(file, name)) {
            bill.read(rows);
        } catch (BrokenSource broken) {
            bill.problems.add(bill.damaged(broken.problem()));
        }
        return bill.checked();
    }

    private void read(RecordStream rows) throws IOException, BrokenSource {
        if (!rows.next()) {
            return;
        }
        int width = rows.current().count();
        Map<String, Integer> columns = columns(rows.current());
        while (problems.size() < MOST_PROBLEMS && rows.next()) {
            SourceRecord row = rows.current();
            if (!row.isBlank()) {
                read(row, width, columns);
            }
        }
    }

    private Map<String, Integer> columns(SourceRecord header) {
        List<String> written = new ArrayList<>();
        for (int at = 0; at < header.count(); at++) {
            written.add(header.cell(at) == null ? "" : header.cell(at).toString());
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String column : BillForm.COLUMNS) {
            String called = form.called(column);
            int at = written.indexOf(called);
            if (at >= 0) {
                columns.put(column, at);
            } else if (BillForm.REQUIRED.contains(column) || form.columns().containsKey(column)) {
                problems.add(new Problem(
                        name,
                        header.line(),
                        1,
                        "there is no column '" + called + "'",
                        Shown.excerpt(header.raw()),
                        DidYouMean.nearest(called, written)
                                        .map(near -> "Perhaps it is '" + Shown.value(near) + "'. ")
                                        .orElse("")
                                + "If the print house calls it otherwise, say so in its profile:"
                                + " bill: {columns: {" + column + ": ITS NAME}}."));
            }
        }
        return columns;
    }

    private void read(SourceRecord row, int width, Map<String, Integer> columns) {
        SourceRecord.Defect defect = row.defect();
        if (defect != null) {
            problem(row, defect.position(), "this cell " + defect.message(), "Ask the print house to write it again.");
            return;
        }
        if (row.count() != width) {
            problem(
                    row,
                    Math.min(row.count(), width),
                    "the row has " + row.count() + " cells, the header " + width,
                    "Check for a separator inside a cell that is not in quotes.");
            return;
        }
        int before = problems.size();
        BillCells cells = new BillCells(name, form, columns, row, problems);
        BillCells.Head said = cells.head();
        String letter = cells.letterId();
        OptionalLong dispatch = letter == null ? OptionalLong.empty() : LetterId.parse(creditor, letter);
        Bill.Line line = new Bill.Line(
                row.line(),
                letter,
                dispatch.isPresent() ? dispatch.getAsLong() : null,
                cells.batchId(),
                cells.product(),
                cells.sheets(),
                cells.amount("postage"),
                cells.amount("price"));
        if (problems.size() > before) {
            return;
        }
        if (head == null) {
            head = said;
        }
        cells.checkSame(head, said);
        lines.add(line);
    }

    /** Where the file ends or goes on without end, no mapping could help. */
    private Problem damaged(Problem found) {
        return new Problem(
                name, found.line(), found.column(), found.message(), null, "Ask the print house for the file again.");
    }

    private void problem(SourceRecord row, int position, String message, String remedy) {
        problems.add(new Problem(name, row.line(), row.column(position), message, Shown.excerpt(row.raw()), remedy));
    }

    private Bill checked() {
        if (problems.isEmpty() && lines.isEmpty()) {
            problems.add(Problem.of(
                    name, "has no letter in it", "A bill has a header and a row for each letter: check the file."));
        }
        if (!problems.isEmpty()) {
            problems.sort(Problem.BY_PLACE);
            throw new ProblemsFound(problems);
        }
        return new Bill(
                creditor,
                head.number(),
                head.period().from(),
                head.period().until(),
                head.currency(),
                head.total(),
                name.substring(name.lastIndexOf('/') + 1),
                lines);
    }
}
