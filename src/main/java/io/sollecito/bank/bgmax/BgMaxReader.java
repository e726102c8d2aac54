package io.sollecito.bank.bgmax;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.Deposit;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Reads one BgMax file. A section (05) of one bankgiro number and currency is a statement, a deposit (15) its entry, with the
 * payments (20) and deductions (21) that stand before it; the end record (70) counts them all.
 */
final class BgMaxReader implements FixedRecordReader {

    /** The section under way. */
    private static final class Section {
        private final FixedRecord opening;
        private final String account;
        private final String currency;
        private final StatementUnderWay statement;
        private String id;
        private LocalDate closed;

        Section(FixedRecord opening, String account, String currency, StatementUnderWay statement) {
            this.opening = opening;
            this.account = account;
            this.currency = currency;
            this.statement = statement;
        }
    }

    private final String file;
    private final StatementSink sink;
    private final RecordValues values;
    private Section section;
    private Deposit deposit = new Deposit();
    private BgMaxPayment payment;
    private long depositDeductions;
    private long payments;
    private long deductions;
    private long references;
    private long deposits;
    private boolean started;
    private boolean ended;
    private long line = 1;

    BgMaxReader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.values = new RecordValues(problems);
    }

    @Override
    public void end() throws DamagedFile {
        if (!ended) {
            throw new DamagedFile(line, 1, "the end record (70) is missing");
        }
    }

    @Override
    public void record(FixedRecord record) throws DamagedFile {
        line = record.line();
        String type = record.field(1, 2);
        if (ended && !type.equals("01")) {
            throw DamagedFile.at(record, 1, "there are records after the end record (70)");
        }
        switch (type) {
            case "01" -> start(record);
            case "05" -> open(record);
            case "20", "21" -> pay(record, type.equals("21"));
            case "22", "23", "25", "26", "27", "28", "29" -> detail(record, type);
            case "15" -> deposit(record);
            case "70" -> finish(record);
            default -> values.problem(record, 1, "'" + type + "' is no record of this format");
        }
    }

    private void start(FixedRecord record) throws DamagedFile {
        if (started && !ended) {
            throw DamagedFile.at(record, 1, "a start record (01) stands before the end record (70) of the file before");
        }
        if (!"BGMAX".equals(RecordValues.text(record, 3, 22)) || !"01".equals(RecordValues.text(record, 23, 24))) {
            values.problem(record, 3, "the layout is not BGMAX 01");
        }
        if ("T".equals(RecordValues.text(record, 45, 45))) {
            values.problem(record, 45, "this file is for testing only: no money came");
        }
        started = true;
        payments = 0;
        deductions = 0;
        references = 0;
        deposits = 0;
        ended = false;
    }

    private void open(FixedRecord record) {
        close(record);
        String currency = RecordValues.text(record, 23, 25);
        if (!Amounts.isCurrency(currency)) {
            values.problem(record, 23, "'" + currency + "' is no currency");
            currency = "SEK";
        }
        String bankgiro = RecordValues.number(record, 3, 12);
        section = new Section(
                record,
                bankgiro == null ? RecordValues.number(record, 13, 22) : bankgiro,
                currency,
                new StatementUnderWay(file, sink));
    }

    private void pay(FixedRecord record, boolean deduction) throws DamagedFile {
        finishPayment(record);
        if (section == null) {
            throw DamagedFile.at(record, 1, "a payment stands outside a section: the opening record (05) is missing");
        }
        if (deduction) {
            deductions++;
            depositDeductions++;
        } else {
            payments++;
        }
        payment = new BgMaxPayment(record, values, section.currency, deduction);
    }

    private void detail(FixedRecord record, String type) {
        if (type.equals("22") || type.equals("23")) {
            references++;
        }
        if (payment == null) {
            values.problem(record, 1, "record " + type + " belongs to no payment");
        } else {
            payment.detail(record, type);
        }
    }

    private void deposit(FixedRecord record) throws DamagedFile {
        finishPayment(record);
        if (section == null) {
            throw DamagedFile.at(record, 1, "a deposit stands outside a section: the opening record (05) is missing");
        }
        deposits++;
        BigDecimal amount = values.minorUnits(record, 51, 68, section.currency);
        String number = RecordValues.number(record, 46, 50);
        LocalDate day = values.day(record, 38, RecordValues.Day.YYYYMMDD);
        if (!section.currency.equals(RecordValues.text(record, 69, 71))) {
            values.problem(record, 69, "the deposit is in another currency than its section");
        }
        if (amount != null && !Amounts.same(amount, deposit.sum())) {
            values.problem(
                    record,
                    51,
                    "the deposit of " + amount.toPlainString() + " is not the sum of its payments, "
                            + deposit.sum().toPlainString());
        }
        Long told = values.count(record, 72, 79);
        if (told == null || told != deposit.count() - depositDeductions) {
            // whether deductions count too, banks' files do not agree
            values.compare(record, 72, "payments of the deposit", told, deposit.count());
        }
        depositDeductions = 0;
        section.id = section.id == null ? number : section.id;
        section.closed = day;
        section.statement.entry(
                deposit.entry(day, amount == null ? deposit.sum() : amount, section.currency, false, number));
        deposit = new Deposit();
    }

    private void finish(FixedRecord record) throws DamagedFile {
        finishPayment(record);
        close(record);
        values.compare(record, 3, "payments (20)", values.count(record, 3, 10), payments);
        values.compare(record, 11, "deductions (21)", values.count(record, 11, 18), deductions);
        values.compare(record, 19, "extra references (22, 23)", values.count(record, 19, 26), references);
        values.compare(record, 27, "deposits (15)", values.count(record, 27, 34), deposits);
        ended = true;
    }

    private void finishPayment(FixedRecord next) throws DamagedFile {
        if (payment != null && !deposit.add(payment.done())) {
            throw DamagedFile.at(next, 1, "more than " + Deposit.MOST_PAYMENTS + " payments are one deposit");
        }
        payment = null;
    }

    private void close(FixedRecord next) {
        if (payment != null || !deposit.isEmpty()) {
            values.problem(next, 1, "payments stand before this record without their deposit (15)");
            payment = null;
            deposit = new Deposit();
        }
        if (section != null) {
            section.statement.end(
                    new StatementHead(section.account, section.id, section.currency, null, null, section.closed, null),
                    section.opening.line(),
                    1);
            section = null;
        }
    }
}
