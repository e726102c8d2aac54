package io.sollecito.bank.v11;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.Deposit;
import io.sollecito.bank.FixedRecordReader;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Reads one V11 file. The payments of one participant and currency are a statement, those credited on one day its entry;
 * totals of credits and of reversals end it and must agree with them.
 */
final class V11Reader implements FixedRecordReader {

    private final String file;
    private final StatementSink sink;
    private final RecordValues values;
    private StatementUnderWay statement;
    private V11Record first;
    private Deposit deposit = new Deposit();
    private V11Record booked;
    private LocalDate day;
    private BigDecimal credits = BigDecimal.ZERO;
    private BigDecimal reversals = BigDecimal.ZERO;
    private long creditCount;
    private long reversalCount;
    private boolean creditTotal;
    private boolean reversalTotal;
    private LocalDate made;
    private boolean found;
    private long at = 1;

    V11Reader(String file, StatementSink sink, RecordProblems problems) {
        this.file = file;
        this.sink = sink;
        this.values = new RecordValues(problems);
    }

    @Override
    public void end() throws DamagedFile {
        if (!found) {
            throw new DamagedFile(at, 1, "there is no payment in this file");
        }
        endStatement(at);
    }

    @Override
    public void record(FixedRecord line) throws DamagedFile {
        at = line.line();
        V11Record record = V11Record.of(line);
        found |= record != null;
        if (record == null) {
            values.problem(line, 1, "this is no credit and no total of V11, type 3 or 4");
        } else if (record.isTotal()) {
            total(record);
        } else {
            if (record.isTest()) {
                values.problem(line, 6, "this payment is for testing only: no money came");
            }
            pay(record);
        }
    }

    private void pay(V11Record record) throws DamagedFile {
        boolean another = first != null
                && !(first.participant().equals(record.participant())
                        && first.currency().equals(record.currency()));
        if (another || creditTotal) {
            endStatement(record.record().line());
        }
        if (first == null) {
            first = record;
            statement = new StatementUnderWay(file, sink);
        }
        BigDecimal read = record.amount(values);
        BigDecimal amount = read == null ? BigDecimal.ZERO : read;
        LocalDate credited = record.creditDay(values);
        if (!deposit.isEmpty() && (booked.isReversal() != record.isReversal() || !Objects.equals(day, credited))) {
            book();
        }
        booked = record;
        day = credited;
        if (record.isReversal()) {
            reversals = reversals.add(amount);
            reversalCount++;
        } else {
            credits = credits.add(amount);
            creditCount++;
        }
        if (!deposit.add(payment(record, record.isReversal() ? amount.negate() : amount))) {
            throw DamagedFile.at(record.record(), 1, "more than " + Deposit.MOST_PAYMENTS + " payments are one credit");
        }
    }

    /** A reference whose check digit does not hold is text: it may still name a document. */
    private static Statement.Payment payment(V11Record record, BigDecimal amount) {
        boolean holds = record.referenceHolds();
        return new Statement.Payment(
                amount,
                record.currency(),
                null,
                holds ? record.reference() : null,
                holds ? null : record.reference(),
                null,
                null,
                new Statement.Particulars(record.code(), null, null, null));
    }

    private void book() {
        if (!deposit.isEmpty()) {
            statement.entry(deposit.entry(day, deposit.sum(), booked.currency(), booked.isReversal(), null));
            deposit = new Deposit();
        }
    }

    private void total(V11Record record) throws DamagedFile {
        boolean seen = record.isReversal() ? reversalTotal : creditTotal;
        boolean another = first != null
                && !(first.participant().equals(record.participant())
                        && first.currency().equals(record.currency()));
        if (seen || another) {
            endStatement(record.record().line());
        }
        if (first == null) {
            first = record;
            statement = new StatementUnderWay(file, sink);
        }
        BigDecimal sum = record.isReversal() ? reversals : credits;
        long count = record.isReversal() ? reversalCount : creditCount;
        BigDecimal told = record.amount(values);
        if (told != null && told.compareTo(sum) != 0) {
            values.problem(
                    record.record(),
                    record.amountColumn(),
                    "the total says " + told.toPlainString() + ", but the records before it make "
                            + sum.toPlainString());
        }
        values.compare(record.record(), record.countColumn(), "payments of the total", record.count(values), count);
        creditTotal |= !record.isReversal();
        reversalTotal |= record.isReversal();
        made = record.made(values);
    }

    private void endStatement(long line) throws DamagedFile {
        if (first == null) {
            return;
        }
        if (creditCount > 0 && !creditTotal || reversalCount > 0 && !reversalTotal) {
            throw new DamagedFile(line, 1, "the total of participant " + first.participant() + " is missing");
        }
        LocalDate last = day == null ? made : day;
        book();
        statement.end(
                new StatementHead(first.participant(), null, first.currency(), null, null, last, null),
                first.record().line(),
                1);
        first = null;
        day = null;
        credits = BigDecimal.ZERO;
        reversals = BigDecimal.ZERO;
        creditCount = 0;
        reversalCount = 0;
        creditTotal = false;
        reversalTotal = false;
    }
}
