package io.sollecito.bank.bai2;

import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One statement: from an account's record (03) with its balances and totals to its trailer (49). */
final class Bai2Account {

    private static final int SUMMARY = 2;

    private final Bai2Record header;
    private final Bai2Group group;
    private final RecordProblems problems;
    private final StatementUnderWay statement;
    private final Bai2Control control = new Bai2Control("account");
    private final Map<String, BigDecimal> balances = new HashMap<>();
    private final String currency;

    Bai2Account(Bai2Record header, Bai2Group group, String file, StatementSink sink, RecordProblems problems) {
        this.header = header;
        this.group = group;
        this.problems = problems;
        this.statement = new StatementUnderWay(file, sink);
        List<String> fields = header.fields();
        this.currency = currency(fields.size() > 1 ? fields.get(1) : "");
        control.records(header.records());
        summary(fields);
    }

    private String currency(String own) {
        String code = own.isEmpty() ? group.currency() : own;
        if (Amounts.isCurrency(code)) {
            return code;
        }
        problem(header, "'" + code + "' is no ISO 4217 currency");
        return Amounts.NO_CURRENCY;
    }

    /** Balances and totals: type, amount, item count, funds type, repeated. */
    private void summary(List<String> fields) {
        int at = SUMMARY;
        while (at < fields.size()) {
            String type = fields.get(at);
            String amount = at + 1 < fields.size() ? fields.get(at + 1) : "";
            if (!amount.isEmpty()) {
                BigDecimal raw = Bai2Amount.of(amount, 0);
                if (raw == null || !type.matches("[0-9]{3}")) {
                    wrong(header, "'" + type + "," + amount + "' is no type code and amount");
                    return;
                }
                control.amount(raw);
                balances.putIfAbsent(type, Bai2Amount.of(amount, Amounts.decimals(currency)));
            }
            at += 3 + Bai2Funds.fields(fields, at + 3);
        }
    }

    /** A record 16: type, amount, funds type and availability, the bank's and the customer's reference, text. */
    void transaction(Bai2Record record) {
        control.records(record.records());
        List<String> fields = record.fields();
        String type = fields.get(0);
        String written = fields.size() > 1 ? fields.get(1) : "";
        if (written.isEmpty() && Bai2TypeCode.isInformation(type)) {
            written = "0";
        }
        BigDecimal raw = Bai2Amount.of(written, 0);
        int sign = Bai2TypeCode.isInformation(type) ? 1 : Bai2TypeCode.sign(type);
        if (raw == null || sign == 0) {
            wrong(
                    record,
                    raw == null
                            ? "'" + written + "' is no amount without a decimal point"
                            : "'" + type + "' is no type code of a credit or debit");
            return;
        }
        control.amount(raw);
        BigDecimal amount = Bai2Amount.of(written, Amounts.decimals(currency)).multiply(BigDecimal.valueOf(sign));
        int references = 2 + Bai2Funds.fields(fields, 2);
        Bai2Text text = new Bai2Text(record.textAfter(references + 2));
        if (text.cut()) {
            problem(record, "this transaction has more text than the hub keeps of one");
        }
        statement.entry(new Statement.Entry(
                group.asOf(),
                valueDate(record, fields),
                amount,
                currency,
                Bai2TypeCode.isReversal(type),
                reference(fields, references),
                List.of(new Payment(
                        amount,
                        currency,
                        text.endToEndId(),
                        null,
                        text.after(customerReference(fields, references + 1)),
                        text.counterparty(amount.signum() >= 0),
                        null,
                        new Particulars(type, null, null, null)))));
    }

    private LocalDate valueDate(Bai2Record record, List<String> fields) {
        String date = Bai2Funds.valueDate(fields, 2);
        if (date == null || date.isEmpty()) {
            return null;
        }
        LocalDate value = ShortDate.yearFirst(date);
        if (value == null) {
            problem(record, "'" + date + "' is no value date of the form YYMMDD");
        }
        return value;
    }

    private static String reference(List<String> fields, int at) {
        return at < fields.size() && !fields.get(at).isEmpty() ? fields.get(at) : null;
    }

    private static String customerReference(List<String> fields, int at) {
        return at < fields.size() ? fields.get(at) : "";
    }

    /** Ends the statement, and tells the group what the trailer says. */
    void trailer(Bai2Record trailer, Bai2Control of) {
        control.records(trailer.records());
        if (!control.agrees(trailer, null, problems)) {
            statement.incomplete();
        }
        of.part(control.saidBy(trailer), control.records());
        StatementHead head = new StatementHead(
                header.fields().get(0),
                null,
                currency,
                group.asOf(),
                balances.get(Bai2TypeCode.OPENING_LEDGER),
                group.asOf(),
                balances.get(Bai2TypeCode.CLOSING_LEDGER));
        if (group.isInterim()) {
            statement.endInterim(head);
        } else {
            statement.end(head, header.line(), header.column());
        }
    }

    private void wrong(Bai2Record record, String message) {
        statement.incomplete();
        problem(record, message);
    }

    private void problem(Bai2Record record, String message) {
        problems.at(record.line(), record.column(), message);
    }
}
