package io.sollecito.bank.coda;

import io.sollecito.bank.FixedLine;
import io.sollecito.bank.Samples;
import java.util.ArrayList;
import java.util.List;

/** Writes a part of a CODA file for tests; amounts are in thousandths. */
public final class CodaFixture {

    static final String ACCOUNT = "BE68539007547034";
    static final String PAYER = "BE71096123456769";

    private final List<String> records = new ArrayList<>();
    private long opening = 100_000;
    private long sum;
    private long debits;
    private long credits;
    private int sequence;
    private int detail;
    private char structure = '2';
    private String account = ACCOUNT + " ".repeat(18) + "EUR";
    private String header = header('2', "00000");

    private CodaFixture() {}

    public static CodaFixture part() {
        return new CodaFixture();
    }

    static String sample() {
        return Samples.text("coda/two-parts.cod");
    }

    static String header(char version, String application) {
        return new FixedLine(128)
                .at(1, "00000180226725" + "05")
                .at(25, "REF0000001")
                .at(35, "ACME BELGIUM NV")
                .at(61, "KREDBEBB")
                .at(72, "00123456789")
                .at(84, application)
                .at(128, String.valueOf(version))
                .toString();
    }

    CodaFixture header(String header) {
        this.header = header;
        return this;
    }

    CodaFixture account(char structure, String zone) {
        this.structure = structure;
        this.account = zone;
        return this;
    }

    /** Money in with a structured communication, the other side and its address. */
    CodaFixture transfer(long amount, String communication) {
        movement(amount, "00150000", true, communication);
        customer("E2E-1", "", "");
        counterparty(PAYER + " ".repeat(18) + "EUR", "ROSSI BELGIUM", "");
        records.add(information("1", "001" + "ROSSI BELGIUM SPRL EN LIQUIDATION"));
        return add(new FixedLine(128).at(1, "32" + number() + "RUE HAUTE 1").toString());
    }

    CodaFixture movement(long amount, String code, boolean structured, String communication) {
        sequence++;
        detail = 0;
        sum += amount;
        debits += Math.max(0, -amount);
        credits += Math.max(0, amount);
        return amount(amount, code, structured, communication, "180226", "190226");
    }

    CodaFixture total(long amount, String code) {
        return movement(amount, code, false, "");
    }

    CodaFixture detail(long amount, String code, String communication) {
        detail++;
        return amount(amount, code, false, communication, "180226", "190226");
    }

    CodaFixture amount(long amount, String code, boolean structured, String communication, String value, String entry) {
        return add(new FixedLine(128)
                .at(1, "21" + number() + "BANKREF" + sequence)
                .at(32, amount < 0 ? "1" : "0")
                .at(33, 15, Math.abs(amount))
                .at(48, value + code + (structured ? "1" : "0"))
                .at(63, communication.length() > 53 ? communication.substring(0, 53) : communication)
                .at(116, entry + "0010")
                .toString());
    }

    CodaFixture continued(String communication, String customerReference, String returned) {
        return add(new FixedLine(128)
                .at(1, "22" + number())
                .at(11, communication)
                .at(64, customerReference)
                .at(113, returned)
                .toString());
    }

    private void customer(String reference, String communication, String returned) {
        continued(communication, reference, returned);
    }

    CodaFixture counterparty(String zone, String name, String communication) {
        return add(new FixedLine(128)
                .at(1, "23" + number() + zone)
                .at(48, name)
                .at(83, communication)
                .toString());
    }

    String information(String structured, String text) {
        return new FixedLine(128)
                .at(1, "31" + number() + "BANKREF")
                .at(32, "00150000" + structured + text)
                .toString();
    }

    CodaFixture add(String record) {
        records.add(record);
        return this;
    }

    private String number() {
        return String.format("%04d%04d", sequence, detail);
    }

    String text() {
        return text("\n");
    }

    String text(String lineEnd) {
        List<String> all = new ArrayList<>();
        all.add(header);
        all.add(new FixedLine(128)
                .at(1, "1" + structure + "000" + account)
                .at(43, 16, opening)
                .at(59, "170226ACME BELGIUM NV")
                .at(126, "042")
                .toString());
        all.addAll(records);
        long closing = opening + sum;
        all.add(new FixedLine(128)
                .at(1, "8000" + account)
                .at(42, closing < 0 ? "1" : "0")
                .at(43, 15, Math.abs(closing))
                .at(58, "190226")
                .at(128, "1")
                .toString());
        all.add(new FixedLine(128)
                .at(1, "4 00010000")
                .at(33, "A MESSAGE OF THE BANK")
                .toString());
        all.add(new FixedLine(128)
                .at(1, "9")
                .at(17, 6, records.size() + 2L)
                .at(23, 15, debits)
                .at(38, 15, credits)
                .at(128, "2")
                .toString());
        return String.join(lineEnd, all) + lineEnd;
    }
}
