package io.sollecito.bank.nets;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.Deposit;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One assignment of OCR giro as a statement. The bank books one sum a day and partial settlement: its payments, which follow
 * each other, are one entry. Each payment is of two or three records: amount and KID (30), payer (31), free text (32).
 */
final class OcrAssignment {

    static final String NOK = "NOK";

    private final FixedRecord start;
    private final StatementUnderWay statement;
    private final RecordValues values;
    private final String number;
    private Deposit deposit = new Deposit();
    private LocalDate depositDay;
    private String depositPart;
    private OcrPayment payment;
    private long transactions;
    private BigDecimal sum = BigDecimal.ZERO;

    OcrAssignment(FixedRecord start, String file, StatementSink sink, RecordValues values) {
        this.start = start;
        this.values = values;
        this.number = RecordValues.text(start, 18, 24);
        this.statement = new StatementUnderWay(file, sink);
    }

    long transactions() {
        return transactions;
    }

    BigDecimal sum() {
        return sum;
    }

    void take(FixedRecord record, String type) throws DamagedFile {
        switch (type) {
            case "30" -> {
                finishPayment(record);
                payment = new OcrPayment(record, values);
                transactions++;
            }
            case "31", "32" -> {
                if (payment == null || !payment.isOf(record)) {
                    values.problem(record, 9, "record " + type + " belongs to no transaction before it");
                } else {
                    payment.detail(record, type);
                }
            }
            default -> values.problem(record, 7, "'" + type + "' is no record of an OCR giro assignment");
        }
    }

    void end(FixedRecord record) throws DamagedFile {
        finishPayment(record);
        finishDeposit();
        values.compare(record, 9, "transactions of the assignment", values.count(record, 9, 16), transactions);
        compareSum(record, values, sum);
        statement.end(
                new StatementHead(
                        RecordValues.text(start, 25, 35),
                        number,
                        NOK,
                        null,
                        null,
                        values.day(record, 42, RecordValues.Day.DDMMYY),
                        null),
                start.line(),
                1);
    }

    /** The sum that end records state; it has no sign of its own. */
    static void compareSum(FixedRecord record, RecordValues values, BigDecimal sum) {
        BigDecimal told = values.minorUnits(record, 25, 41, NOK);
        if (told != null && told.compareTo(sum.abs()) != 0) {
            values.problem(
                    record,
                    25,
                    "the file says a sum of " + told.toPlainString() + ", but holds " + sum.toPlainString());
        }
    }

    private void finishPayment(FixedRecord next) throws DamagedFile {
        if (payment == null) {
            return;
        }
        Statement.Payment done = payment.done();
        if (!deposit.isEmpty() && !payment.isBookedWith(depositDay, depositPart)) {
            finishDeposit();
        }
        depositDay = payment.day();
        depositPart = payment.part();
        if (!deposit.add(done)) {
            throw DamagedFile.at(next, 1, "more than " + Deposit.MOST_PAYMENTS + " payments are one settlement");
        }
        sum = sum.add(done.amount());
        payment = null;
    }

    private void finishDeposit() {
        if (!deposit.isEmpty()) {
            statement.entry(deposit.entry(
                    depositDay, deposit.sum(), NOK, deposit.sum().signum() < 0, number + "/" + depositPart));
            deposit = new Deposit();
        }
    }
}
