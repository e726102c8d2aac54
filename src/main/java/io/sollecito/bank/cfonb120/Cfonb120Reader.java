package io.sollecito.bank.cfonb120;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.RecordValues.Day;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.bank.text.NationalIban;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads statements from their old balance (01) to their new one (07). The format numbers neither statements nor records,
 * so all that can be checked is that they add up.
 */
final class Cfonb120Reader implements FixedRecordReader {

    private static final String DEFAULT_CURRENCY = "EUR";

    private final String file;
    private final StatementSink sink;
    private final RecordProblems problems;
    private final RecordValues values;
    private FixedRecord opening;
    private StatementUnderWay statement;
    private Cfonb120Operation operation;
    private boolean skipping;
    private boolean any;

    Cfonb120Reader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.problems = problems;
        this.values = new RecordValues(problems);
    }

    @Override
    public void record(FixedRecord record) throws DamagedFile {
        if (record.is("01")) {
            if (opening != null) {
                throw DamagedFile.at(
                        record, 1, "an old balance (01) before the new balance (07) of the statement before it");
            }
            opening = record;
            statement = new StatementUnderWay(file, sink);
            any = true;
            return;
        }
        if (opening == null) {
            throw DamagedFile.at(record, 1, "a record " + record.field(1, 2) + " before an old balance (01)");
        }
        if (record.is("04")) {
            endOperation();
            operation(record);
        } else if (record.is("07")) {
            endOperation();
            close(record);
        } else if (operation != null && record.is("05")) {
            operation.complement(record);
        } else if (operation != null) {
            operation.note(record);
        } else if (!skipping) {
            throw DamagedFile.at(record, 1, "a record " + record.field(1, 2) + " without an operation (04)");
        }
    }

    private void operation(FixedRecord record) {
        BigDecimal amount = amount(record);
        String currency = currency(record);
        skipping = amount == null || currency == null;
        if (skipping) {
            statement.incomplete();
            problems.at(
                    record,
                    amount == null ? 91 : 17,
                    amount == null
                            ? "'" + record.field(91, 104) + "' is no amount of 14 digits, the last with its sign"
                            : "'" + record.field(17, 19) + "' is no ISO 4217 currency");
            return;
        }
        if (!sameAccount(record)) {
            statement.incomplete();
            problems.at(record, 22, "this operation is of another account than its statement");
        }
        operation = new Cfonb120Operation(record, amount, currency);
    }

    private void endOperation() {
        if (operation == null) {
            return;
        }
        FixedRecord record = operation.record();
        LocalDate booked = values.requiredDay(record, 35, Day.DDMMYY);
        LocalDate value = record.value(43, 48) == null || record.field(43, 48).equals("000000")
                ? null
                : values.requiredDay(record, 43, Day.DDMMYY);
        Statement.Payment payment = operation.payment();
        statement.entry(new Statement.Entry(
                booked,
                value,
                operation.amount(),
                payment.currency(),
                operation.isReversal(),
                operation.bankReference(),
                List.of(payment)));
        if (operation.cut()) {
            problems.at(record, 1, "this operation has more text than the hub keeps of one");
        }
        operation = null;
    }

    private void close(FixedRecord closing) throws DamagedFile {
        if (!sameAccount(closing)) {
            statement.incomplete();
            problems.at(closing, 22, "the new balance is of another account than the old balance");
        }
        String currency = currency(opening);
        if (currency == null) {
            problems.at(opening, 17, "'" + opening.field(17, 19) + "' is no ISO 4217 currency");
            currency = Amounts.NO_CURRENCY;
        }
        LocalDate day = values.requiredDay(closing, 35, Day.DDMMYY);
        statement.end(
                new StatementHead(
                        account(),
                        null,
                        currency,
                        values.requiredDay(opening, 35, Day.DDMMYY),
                        balance(opening),
                        day,
                        balance(closing)),
                opening.line(),
                opening.column(1));
        opening = null;
        statement = null;
        skipping = false;
    }

    /** The IBAN that bank, branch and account make. */
    private String account() {
        String bank = opening.field(3, 7);
        String branch = opening.field(12, 16);
        String account = opening.field(22, 32);
        String iban = NationalIban.french(bank, branch, account);
        return iban == null ? (bank + branch + account).strip() : iban;
    }

    private boolean sameAccount(FixedRecord record) {
        return record.field(22, 32).equals(opening.field(22, 32));
    }

    private BigDecimal balance(FixedRecord record) throws DamagedFile {
        BigDecimal amount = amount(record);
        if (amount == null) {
            throw DamagedFile.at(record, 1, "the balance '" + record.field(91, 104) + "' is no amount of 14 digits");
        }
        return amount;
    }

    /** Position 20 says how many decimals there are; two when it says nothing. */
    private static BigDecimal amount(FixedRecord record) {
        int decimals = record.at(20) == ' ' ? 2 : Character.digit(record.at(20), 10);
        return decimals < 0 ? null : ImpliedDecimals.overpunched(record.field(91, 104), decimals);
    }

    /** Null when it is none. */
    private static String currency(FixedRecord record) {
        String code = record.value(17, 19);
        return code == null ? DEFAULT_CURRENCY : Amounts.isCurrency(code) ? code : null;
    }

    @Override
    public void end() throws DamagedFile {
        if (opening != null || !any) {
            throw new DamagedFile(
                    opening == null ? 1 : opening.line(),
                    1,
                    any
                            ? "the file ends before the new balance (07) of this statement"
                            : "there is no statement in this file");
        }
    }
}
