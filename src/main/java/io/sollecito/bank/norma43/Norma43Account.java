package io.sollecito.bank.norma43;

import io.sollecito.bank.DamagedFile;
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
import java.math.BigDecimal;

/** One statement: from an account's header (11) to its end (33), which counts the movements and adds them up. */
final class Norma43Account {

    private final FixedRecord header;
    private final String currency;
    private final StatementUnderWay statement;
    private final RecordProblems problems;
    private final RecordValues values;
    private Norma43Movement movement;
    private boolean skipping;
    private final Side debits = new Side("debit", 21);
    private final Side credits = new Side("credit", 40);

    Norma43Account(FixedRecord header, String file, StatementSink sink, RecordProblems problems) {
        this.header = header;
        this.problems = problems;
        this.values = new RecordValues(problems);
        this.statement = new StatementUnderWay(file, sink);
        String known = NumericCurrency.of(header.field(48, 50));
        if (known == null) {
            problems.at(header, 48, "'" + header.field(48, 50) + "' is no numeric ISO 4217 currency");
        }
        this.currency = known == null ? Amounts.NO_CURRENCY : known;
    }

    void record(FixedRecord record) throws DamagedFile {
        if (record.is("22")) {
            endMovement();
            movement(new Norma43Movement(record, currency));
        } else if (movement == null) {
            if (!skipping) {
                throw DamagedFile.at(record, 1, "a record " + record.field(1, 2) + " without a movement (22)");
            }
        } else if (record.is("23")) {
            movement.text(record);
        } else if (record.is("24")) {
            if (!movement.original(record)) {
                problems.at(record, 5, "this is no numeric currency and amount of 14 digits");
            }
        } else {
            movement.note(record.text());
        }
    }

    private void movement(Norma43Movement next) {
        BigDecimal amount = next.amount();
        skipping = amount == null;
        if (skipping) {
            statement.incomplete();
            problems.at(
                    next.record(),
                    28,
                    "'" + next.record().field(28, 42) + "' is no sign (1 or 2) and amount of 14 digits");
            return;
        }
        (next.isDebit() ? debits : credits).add(amount);
        if (next.impossibleDate() > 0) {
            problems.at(next.record(), next.impossibleDate(), "there is no such date");
        }
        movement = next;
    }

    private void endMovement() {
        if (movement != null) {
            statement.entry(movement.entry(header.at(51)));
            if (movement.cut()) {
                problems.at(movement.record(), 1, "this movement has more text than the hub keeps of one");
            }
            movement = null;
        }
    }

    /** The header's balance, all movements, and what the end record says of them. */
    void end(FixedRecord end) throws DamagedFile {
        endMovement();
        debits.check(end);
        credits.check(end);
        if (!end.field(3, 20).equals(header.field(3, 20))) {
            wrong(end, 3, "this is the end of another account than the one that was begun");
        }
        statement.end(
                new StatementHead(
                        account(),
                        null,
                        currency,
                        values.requiredDay(header, 21, Day.YYMMDD),
                        balance(header, 33),
                        values.requiredDay(header, 27, Day.YYMMDD),
                        balance(end, 59)),
                header.line(),
                header.column(1));
    }

    /** The IBAN that bank, office and account make. */
    private String account() {
        return NationalIban.spanish(header.field(3, 6), header.field(7, 10), header.field(11, 20));
    }

    private static BigDecimal balance(FixedRecord record, int from) throws DamagedFile {
        BigDecimal balance = Norma43Movement.signed(record, from);
        if (balance == null) {
            throw DamagedFile.at(record, from, "the balance is no sign (1 or 2) and amount of 14 digits");
        }
        return balance;
    }

    private void wrong(FixedRecord record, int position, String message) {
        statement.incomplete();
        problems.at(record, position, message);
    }

    FixedRecord header() {
        return header;
    }

    /** The movements of one sign. */
    private final class Side {

        private final String name;
        private final int position;
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;

        private Side(String name, int position) {
            this.name = name;
            this.position = position;
        }

        private void add(BigDecimal amount) {
            count++;
            sum = sum.add(amount.abs());
        }

        /** Five digits count, fourteen add up. */
        private void check(FixedRecord end) {
            String counted = end.field(position, position + 4);
            BigDecimal said = ImpliedDecimals.amount(end.field(position + 5, position + 18), 2);
            if (!counted.matches("[0-9]{5}")
                    || Long.parseLong(counted) != count % 100_000
                    || !Amounts.same(said, sum)) {
                wrong(
                        end,
                        position,
                        "the end of the account says " + counted + " " + name + " movements of "
                                + (said == null ? "nothing readable" : said.toPlainString()) + ", but there are "
                                + count + " of "
                                + sum.toPlainString());
            }
        }
    }
}
