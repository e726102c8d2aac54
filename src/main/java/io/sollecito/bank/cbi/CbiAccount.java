package io.sollecito.bank.cbi;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.AccountNumber;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.Ibans;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One statement: from an account's opening balance (61) to its closing balance (64), of which there may be one for every
 * day, the last of them counting.
 */
final class CbiAccount {

    private final FixedRecord opening;
    private final BigDecimal openingBalance;
    private final String currency;
    private final StatementUnderWay statement;
    private final RecordProblems problems;
    private CbiMovement movement;
    private boolean skipping;
    private FixedRecord closing;

    CbiAccount(FixedRecord opening, String file, StatementSink sink, RecordProblems problems) throws DamagedFile {
        this.opening = opening;
        this.problems = problems;
        this.statement = new StatementUnderWay(file, sink);
        this.openingBalance = balance(opening, 84, "opening");
        String code = opening.field(75, 77).strip();
        boolean known = Amounts.isCurrency(code);
        if (!known) {
            problems.at(opening, 75, "'" + code + "' is no ISO 4217 currency");
        }
        this.currency = known ? code : "XXX";
    }

    void record(FixedRecord record) throws DamagedFile {
        String kind = record.field(2, 3);
        if (kind.equals("62")) {
            endMovement();
            movement(new CbiMovement(record, currency));
        } else if (kind.equals("64")) {
            endMovement();
            closing = record;
        } else if (kind.equals("65")) {
            endMovement(); // what will be available on the days to come
        } else if (movement == null) {
            if (!skipping) {
                throw new DamagedFile(record.line(), record.column(1), "a record " + kind + " without a movement (62)");
            }
        } else if (kind.equals("63")) {
            movement.information(record);
        } else {
            movement.note(record);
        }
        if (!record.field(4, 10).equals(opening.field(4, 10))) {
            statement.incomplete();
            problems.at(record, 4, "this record is of another account report than the one that was begun");
        }
    }

    private void movement(CbiMovement next) {
        skipping = next.amount() == null;
        if (skipping) {
            statement.incomplete();
            problems.at(
                    next.record(),
                    26,
                    "'" + next.record().field(26, 41) + "' is no sign (C or D) and amount with a decimal comma");
            return;
        }
        if (next.impossibleDate() > 0) {
            problems.at(next.record(), next.impossibleDate(), "there is no such date");
        }
        movement = next;
    }

    private void endMovement() {
        skipping = false;
        if (movement != null) {
            statement.entry(movement.entry());
            if (movement.cut()) {
                problems.at(movement.record(), 1, "this movement has more text than the hub keeps of one");
            }
            movement = null;
        }
    }

    /** Ends the statement. */
    void end() throws DamagedFile {
        if (closing == null) {
            throw new DamagedFile(
                    opening.line(), opening.column(1), "this account report has no closing balance (record 64)");
        }
        endMovement();
        statement.end(
                new StatementHead(
                        account(),
                        null,
                        currency,
                        date(opening, 78),
                        openingBalance,
                        date(closing, 14),
                        balance(closing, 20, "closing")),
                opening.line(),
                opening.column(1));
    }

    /** The IBAN that country, check digits and coordinates make; else the coordinates. */
    private String account() {
        String coordinates = opening.field(52, 74).strip();
        String iban = AccountNumber.iban(opening.field(100, 103) + coordinates);
        if (iban != null) {
            return iban;
        }
        return coordinates.matches("[A-Z][0-9]{10}[0-9A-Z]{12}") ? Ibans.of("IT", coordinates) : coordinates;
    }

    private LocalDate date(FixedRecord record, int from) {
        LocalDate date = ShortDate.dayFirst(record.field(from, from + 5));
        if (date == null) {
            problems.at(record, from, "'" + record.field(from, from + 5) + "' is no date of the form DDMMYY");
        }
        return date;
    }

    private static BigDecimal balance(FixedRecord record, int from, String which) throws DamagedFile {
        BigDecimal balance = CbiAmount.signed(record, from);
        if (balance == null) {
            throw new DamagedFile(
                    record.line(),
                    record.column(from),
                    "the " + which + " balance is no sign (C or D) and amount with a decimal comma");
        }
        return balance;
    }
}
