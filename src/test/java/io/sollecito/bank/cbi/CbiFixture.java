package io.sollecito.bank.cbi;

import io.sollecito.bank.FixedLine;
import io.sollecito.bank.Samples;
import java.util.ArrayList;
import java.util.List;

/** Writes CBI flows for tests; amounts are in cents. */
public final class CbiFixture {

    private final List<String> records = new ArrayList<>();
    private final String kind;
    private int report;
    private int movement;
    private long balance;

    private CbiFixture(String kind) {
        this.kind = kind;
    }

    public static CbiFixture flow() {
        return flow("RH");
    }

    static CbiFixture flow(String kind) {
        return new CbiFixture(kind);
    }

    static String sample() {
        return Samples.text("cbi/flow.txt");
    }

    CbiFixture account(long opening) {
        return account(opening, "X0542811101000000123456EUR", "IT60");
    }

    CbiFixture account(long opening, String coordinatesAndCurrency, String iban) {
        report++;
        movement = 0;
        balance = opening;
        return add(new FixedLine(120)
                .at(2, "61")
                .at(4, 7, report)
                .at(29, "93001")
                .at(34, "CONTO ORDINARIO")
                .at(50, "CC" + coordinatesAndCurrency)
                .at(78, "180226" + amount(opening))
                .at(100, iban)
                .toString());
    }

    CbiFixture movement(long amount, String cause, String description) {
        return movement(amount, "180226", "190226", cause, description);
    }

    CbiFixture movement(long amount, String value, String booked, String cause, String description) {
        movement++;
        balance += amount;
        return add(new FixedLine(120)
                .at(2, "62")
                .at(4, 7, report)
                .at(11, 3, movement)
                .at(14, value + booked + amount(amount) + cause)
                .at(62, "BANKREF" + movement)
                .at(87, description)
                .toString());
    }

    CbiFixture information(String flag, String text) {
        return add(new FixedLine(120)
                .at(2, "63")
                .at(4, 7, report)
                .at(11, 3, movement)
                .at(14, flag + text)
                .toString());
    }

    CbiFixture close() {
        return add(new FixedLine(120)
                .at(2, "64")
                .at(4, 7, report)
                .at(11, "EUR190226" + amount(balance) + amount(balance))
                .toString());
    }

    CbiFixture add(String record) {
        records.add(record);
        return this;
    }

    static String amount(long cents) {
        return (cents < 0 ? "D" : "C") + String.format("%012d,%02d", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }

    String text() {
        return text("\n");
    }

    String text(String lineEnd) {
        List<String> all = new ArrayList<>();
        all.add(new FixedLine(120).at(2, kind + "05428ACMEX190226FLUSSO").toString());
        all.addAll(records);
        all.add(new FixedLine(120)
                .at(2, "EF05428ACMEX190226FLUSSO")
                .at(46, 7, report)
                .at(83, 7, records.size() + 2L)
                .toString());
        return String.join(lineEnd, all) + lineEnd;
    }
}
