package io.sollecito.bank.coda;

import io.sollecito.bank.DamagedFile;
import io.sollecito.bank.RecordProblems;
import io.sollecito.bank.RecordValues;
import io.sollecito.bank.RecordValues.Day;
import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.bank.StatementUnderWay;
import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One statement: from its opening balance (record 1) to its trailer (record 9), which counts and adds up. */
final class CodaPart {

    private static final String DEFAULT_CURRENCY = "EUR";

    private final FixedRecord opening;
    private final CodaAccount account;
    private final String currency;
    private final BigDecimal openingBalance;
    private final LocalDate openingDate;
    private final StatementUnderWay statement;
    private final RecordProblems problems;
    private final RecordValues values;
    private FixedRecord closing;
    private CodaEntry entry;
    private boolean skipping;
    private long records = 1;
    private BigDecimal debits = BigDecimal.ZERO;
    private BigDecimal credits = BigDecimal.ZERO;

    CodaPart(FixedRecord opening, String file, StatementSink sink, RecordProblems problems) throws DamagedFile {
        this.opening = opening;
        this.problems = problems;
        this.values = new RecordValues(problems);
        this.account = CodaAccount.own(opening, 6, opening.at(2));
        this.currency = currency();
        this.openingBalance = balance(opening, 43, "opening");
        this.openingDate = values.day(opening, 59, Day.DDMMYY);
        this.statement = new StatementUnderWay(file, sink);
    }

    private String currency() {
        if (account.currency() == null || Amounts.isCurrency(account.currency())) {
            return account.currency() == null ? DEFAULT_CURRENCY : account.currency();
        }
        problems.at(opening, 6, "'" + account.currency() + "' is no ISO 4217 currency");
        return Amounts.NO_CURRENCY;
    }

    void record(FixedRecord record) throws DamagedFile {
        char kind = record.at(1);
        if (kind == '4') {
            return; // what the bank wants to tell its customer; it is not counted
        }
        if (closing != null) {
            throw DamagedFile.at(record, 1, "a record " + kind + " after the closing balance");
        }
        records++;
        if (kind == '8') {
            endEntry();
            closing = record;
        } else if (record.is("21")) {
            movement(new CodaMovement(record));
        } else if (entry != null) {
            entry.goesOn(record);
        } else if (!skipping) {
            throw DamagedFile.at(record, 1, "a record " + kind + " without a movement (2.1)");
        }
    }

    private void movement(CodaMovement movement) {
        FixedRecord record = movement.record();
        boolean detail = entry != null && entry.owns(movement);
        boolean known = movement.code().matches("[0-9]{8}");
        if (movement.amount() == null || !known) {
            problems.at(
                    record,
                    known ? 32 : 54,
                    known
                            ? "'" + record.field(32, 47) + "' is no sign (0 or 1) and amount of 15 digits"
                            : "'" + movement.code() + "' is no transaction code of eight digits");
            skip(detail);
        } else if (detail) {
            entry.detail(movement);
        } else if (!movement.isMain()) {
            if (!skipping) {
                problems.at(
                        record,
                        7,
                        "a detail of no movement: number 0000 of sequence " + movement.sequence() + " is missing");
            }
            skip(false);
        } else {
            endEntry();
            skipping = false;
            add(movement.amount());
            if (movement.entryDate() == null || movement.hasImpossibleValueDate()) {
                problems.at(record, movement.entryDate() == null ? 116 : 48, "there is no such date");
            }
            entry = new CodaEntry(movement, currency);
        }
    }

    /** A movement that cannot be read is left out, with what follows it; of a detail, only the division is lost. */
    private void skip(boolean detail) {
        statement.incomplete();
        if (!detail) {
            endEntry();
            skipping = true;
        }
    }

    private void add(BigDecimal amount) {
        if (amount.signum() < 0) {
            debits = debits.subtract(amount);
        } else {
            credits = credits.add(amount);
        }
    }

    private void endEntry() {
        if (entry != null) {
            statement.entry(entry.entry());
            if (entry.cut()) {
                problems.at(entry.record(), 1, "this movement has more details or text than the hub keeps of one");
            }
            entry = null;
        }
    }

    /** Record 9: how many records there were, and what the movements add up to. */
    void trailer(FixedRecord trailer) throws DamagedFile {
        if (closing == null) {
            throw DamagedFile.at(trailer, 1, "the trailer comes before the closing balance (record 8)");
        }
        String counted = trailer.field(17, 22);
        if (!counted.matches("[0-9]{6}") || Long.parseLong(counted) != records % 1_000_000) {
            wrong(trailer, 17, "the trailer counts " + counted.strip() + " records, but there are " + records);
        }
        sum(trailer, 23, "debit", debits);
        sum(trailer, 38, "credit", credits);
        if (!closing.field(5, 41).equals(opening.field(6, 42))) {
            wrong(closing, 5, "the closing balance is of another account than the opening balance");
        }
        StatementHead head = new StatementHead(
                account.number(),
                statementId(),
                currency,
                openingDate,
                openingBalance,
                values.day(closing, 58, Day.DDMMYY),
                balance(closing, 42, "closing"));
        statement.end(head, opening.line(), opening.column(1));
    }

    private void sum(FixedRecord trailer, int from, String side, BigDecimal reached) {
        BigDecimal said = ImpliedDecimals.amount(trailer.field(from, from + 14), 3);
        if (!Amounts.same(said, reached)) {
            wrong(
                    trailer,
                    from,
                    "the trailer says " + (said == null ? "nothing readable" : said.toPlainString()) + " of " + side
                            + " movements, but they add up to " + reached.toPlainString());
        }
    }

    private void wrong(FixedRecord record, int position, String message) {
        statement.incomplete();
        problems.at(record, position, message);
    }

    /** The number of the coded statement, else that of the paper one. */
    private String statementId() {
        String coded = opening.field(126, 128);
        return coded.matches("[0 ]{3}") ? opening.value(3, 5) : coded.strip();
    }

    private static BigDecimal balance(FixedRecord record, int from, String which) throws DamagedFile {
        BigDecimal amount = ImpliedDecimals.amount(record.field(from + 1, from + 15), 3);
        if (amount == null || (record.at(from) != '0' && record.at(from) != '1')) {
            throw DamagedFile.at(record, from, "the " + which + " balance is no sign (0 or 1) and amount of 15 digits");
        }
        return record.at(from) == '1' ? amount.negate() : amount;
    }
}
