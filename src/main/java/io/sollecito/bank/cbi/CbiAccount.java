package io.sollecito.bank.cbi;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.RecordValues.Day;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.AccountNumber;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.NationalIban;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;

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
    private final RecordValues values;
    private CbiMovement movement;
    private boolean skipping;
    private FixedRecord closing;

    CbiAccount(FixedRecord opening, String file, StatementSink sink, RecordProblems problems) throws DamagedFile {
        this.opening = opening;
        this.problems = problems;
        this.values = new RecordValues(problems);
        this.statement = new StatementUnderWay(file, sink);
        this.openingBalance = balance(opening, 84, "opening");
        String code = opening.field(75, 77).strip();
        boolean known = Amounts.isCurrency(code);
        if (!known) {
            problems.at(opening, 75, "'" + code + "' is no ISO 4217 currency");
        }
        this.currency = known ? code : Amounts.NO_CURRENCY;
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
                throw DamagedFile.at(record, 1, "a record " + kind + " without a movement (62)");
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
            throw DamagedFile.at(opening, 1, "this account report has no closing balance (record 64)");
        }
        endMovement();
        statement.end(
                new StatementHead(
                        account(),
                        null,
                        currency,
                        values.requiredDay(opening, 78, Day.DDMMYY),
                        openingBalance,
                        values.requiredDay(closing, 14, Day.DDMMYY),
                        balance(closing, 20, "closing")),
                opening.line(),
                opening.column(1));
    }

    /** The IBAN that country, check digits and coordinates make; else the coordinates. */
    private String account() {
        String coordinates = opening.field(52, 74).strip();
        String iban = AccountNumber.iban(opening.field(100, 103) + coordinates);
        if (iban == null) {
            iban = NationalIban.italian(coordinates);
        }
        return iban == null ? coordinates : iban;
    }

    private static BigDecimal balance(FixedRecord record, int from, String which) throws DamagedFile {
        BigDecimal balance = CbiAmount.signed(record, from);
        if (balance == null) {
            throw DamagedFile.at(
                    record, from, "the " + which + " balance is no sign (C or D) and amount with a decimal comma");
        }
        return balance;
    }
}
