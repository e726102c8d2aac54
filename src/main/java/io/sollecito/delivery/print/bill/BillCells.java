package io.sollecito.delivery.print.bill;

import io.sollecito.mapping.Shown;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The cells of one row of a bill; what is wrong becomes a problem at its place. */
final class BillCells {

    /** What every row of a bill repeats. */
    record Head(String number, BillPeriod period, String currency, BigDecimal total) {}

    /** Ids and codes; nothing else of a bill is kept as text. */
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9 ._/+-]{0,39}";

    private final String file;
    private final BillForm form;
    private final Map<String, Integer> columns;
    private final SourceRecord row;
    private final List<Problem> problems;

    BillCells(String file, BillForm form, Map<String, Integer> columns, SourceRecord row, List<Problem> problems) {
        this.file = file;
        this.form = form;
        this.columns = columns;
        this.row = row;
        this.problems = problems;
    }

    Head head() {
        return new Head(
                value("bill", "is no bill's number", "Write letters, digits and . _ / + - only.", this::code),
                value(
                        "period",
                        "is no period",
                        "Write the month, 2026-03, or its days, 2026-03-01/2026-03-31.",
                        BillPeriod::of),
                value(
                        "currency",
                        "is no currency",
                        "Write an ISO 4217 code such as EUR.",
                        text -> Amounts.isCurrency(text) ? text : null),
                amount("total"));
    }

    String letterId() {
        return value(
                "letterId",
                "is no letter's id",
                "It is the manifest's letterId, such as ACME-IT-1042, as letters print it.",
                text -> text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,49}") ? text : null);
    }

    String batchId() {
        return value(
                "batchId",
                "is no batch's id",
                "It is the manifest's batchId, such as ACME-IT-20260302-O1.",
                text -> text.matches("[A-Za-z0-9-]{1,60}") ? text : null);
    }

    /** Our class of it, if it is known. */
    String product() {
        String code = value("product", "is no product's code", "Write letters, digits and . _ / + - only.", this::code);
        return code == null ? null : form.products().getOrDefault(code, code);
    }

    Integer sheets() {
        return value(
                "sheets",
                "is no number of sheets",
                "Write a whole number.",
                text -> text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null);
    }

    BigDecimal amount(String column) {
        return value(
                column,
                "is no amount",
                "Write it as 1" + form.decimal()
                        + "80, without a currency, a sign or grouping; another decimal sign is told in the print house's"
                        + " profile: bill: {decimal: " + (form.decimal() == '.' ? "comma" : "point") + "}.",
                text -> text.matches("[0-9]{1,9}(\\" + form.decimal() + "[0-9]{1,5})?")
                        ? new BigDecimal(text.replace(form.decimal(), '.'))
                        : null);
    }

    /** One file is one bill. */
    void checkSame(Head first, Head said) {
        same("bill", first.number(), said.number());
        same("period", first.period(), said.period());
        same("currency", first.currency(), said.currency());
        if (!Amounts.same(first.total(), said.total())) {
            differs("total");
        }
    }

    private void same(String column, Object first, Object said) {
        if (!Objects.equals(first, said)) {
            differs(column);
        }
    }

    private void differs(String column) {
        problem(
                column,
                "'" + form.called(column) + "' is another than in the first row",
                "One file is one bill: the same number, period, currency and total in every row.");
    }

    private String code(String text) {
        return text.matches(CODE) ? text : null;
    }

    /** @param reader answers null for what it cannot read */
    private <T> T value(String column, String wrong, String remedy, Function<String, T> reader) {
        Integer position = columns.get(column);
        Object cell = position == null ? null : row.cell(position);
        if (cell == null) {
            if (position != null && BillForm.REQUIRED.contains(column)) {
                problem(column, "'" + form.called(column) + "' is empty", "Every row of a bill has it.");
            }
            return null;
        }
        T value = reader.apply(cell.toString());
        if (value == null) {
            problem(column, "'" + Shown.value(cell.toString()) + "' " + wrong, remedy);
        }
        return value;
    }

    private void problem(String column, String message, String remedy) {
        problems.add(new Problem(
                file,
                row.line(),
                row.column(columns.getOrDefault(column, 0)),
                message,
                Shown.excerpt(row.raw()),
                remedy));
    }
}
