package io.sollecito.bank.norma43;

import io.sollecito.bank.FixedLine;
import io.sollecito.bank.Samples;
import java.util.ArrayList;
import java.util.List;

/** Writes Norma 43 files for tests; amounts are in cents. */
public final class Norma43Fixture {

    private final List<String> records = new ArrayList<>();
    private char mode = '3';
    private String currency = "978";
    private long opening = 100_000;
    private final long[] counts = new long[2];
    private final long[] sums = new long[2];

    private Norma43Fixture() {}

    public static Norma43Fixture account() {
        return new Norma43Fixture();
    }

    static String sample() {
        return Samples.text("norma43/two-accounts.n43");
    }

    static String file(Norma43Fixture... accounts) {
        List<String> all = new ArrayList<>();
        for (Norma43Fixture account : accounts) {
            all.addAll(account.all());
        }
        all.add(new FixedLine(80)
                .at(1, "88" + "9".repeat(18))
                .at(21, 6, all.size())
                .toString());
        return String.join("\n", all) + "\n";
    }

    Norma43Fixture mode(char mode) {
        this.mode = mode;
        return this;
    }

    Norma43Fixture currency(String digits) {
        this.currency = digits;
        return this;
    }

    Norma43Fixture opening(long amount) {
        this.opening = amount;
        return this;
    }

    Norma43Fixture movement(
            long amount, String common, String own, String document, String reference1, String reference2) {
        int side = amount < 0 ? 0 : 1;
        counts[side]++;
        sums[side] += Math.abs(amount);
        return add(new FixedLine(80)
                .at(1, "22    0418260219260218" + common + own + (side + 1))
                .at(29, 14, Math.abs(amount))
                .at(43, document + reference1 + reference2)
                .toString());
    }

    Norma43Fixture text(String number, String text) {
        return add(new FixedLine(80).at(1, "23" + number + text).toString());
    }

    Norma43Fixture add(String record) {
        records.add(record);
        return this;
    }

    String text() {
        return file(this);
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        all.add(new FixedLine(80)
                .at(1, "11210004180200051332260201260219" + (opening < 0 ? "1" : "2"))
                .at(34, 14, Math.abs(opening))
                .at(48, currency + mode + "ACME IBERIA SL")
                .toString());
        all.addAll(records);
        long closing = opening - sums[0] + sums[1];
        all.add(new FixedLine(80)
                .at(1, "33210004180200051332")
                .at(21, 5, counts[0])
                .at(26, 14, sums[0])
                .at(40, 5, counts[1])
                .at(45, 14, sums[1])
                .at(59, closing < 0 ? "1" : "2")
                .at(60, 14, Math.abs(closing))
                .at(74, currency)
                .toString());
        return all;
    }
}
