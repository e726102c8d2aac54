package io.sollecito.bank.cfonb120;

import io.sollecito.bank.FixedLine;
import io.sollecito.bank.Samples;
import java.util.ArrayList;
import java.util.List;

/** Writes CFONB 120 statements for tests; amounts are in the currency's smallest unit. */
public final class Cfonb120Fixture {

    private static final String POSITIVE = "{ABCDEFGHI";
    private static final String NEGATIVE = "}JKLMNOPQR";

    private final List<String> records = new ArrayList<>();
    private String currency = "EUR2";
    private long opening = 100_000;
    private long sum;

    private Cfonb120Fixture() {}

    public static Cfonb120Fixture statement() {
        return new Cfonb120Fixture();
    }

    static String sample() {
        return Samples.text("cfonb120/two-statements.txt");
    }

    Cfonb120Fixture currency(String codeAndDecimals) {
        this.currency = codeAndDecimals;
        return this;
    }

    Cfonb120Fixture opening(long amount) {
        this.opening = amount;
        return this;
    }

    Cfonb120Fixture operation(long amount, String label) {
        return operation(amount, label, "", "");
    }

    Cfonb120Fixture operation(long amount, String label, String rejected, String reference) {
        sum += amount;
        return add(head("04")
                .at(33, "A1190226" + rejected)
                .at(43, "180226" + label)
                .at(82, "0000042")
                .at(91, amount(amount))
                .at(105, reference)
                .toString());
    }

    Cfonb120Fixture complement(String qualifier, String text) {
        return add(head("05").at(33, "A1190226").at(46, qualifier + text).toString());
    }

    Cfonb120Fixture add(String record) {
        records.add(record);
        return this;
    }

    private FixedLine head(String code) {
        return new FixedLine(120)
                .at(1, code + "20041")
                .at(12, "01005" + currency)
                .at(22, "0500013M026");
    }

    private static String amount(long amount) {
        String digits = String.format("%014d", Math.abs(amount));
        int last = digits.charAt(13) - '0';
        return digits.substring(0, 13) + (amount < 0 ? NEGATIVE : POSITIVE).charAt(last);
    }

    String text() {
        return text("\n");
    }

    String text(String lineEnd) {
        List<String> all = new ArrayList<>();
        all.add(head("01").at(35, "170226").at(91, amount(opening)).toString());
        all.addAll(records);
        all.add(head("07").at(35, "190226").at(91, amount(opening + sum)).toString());
        return String.join(lineEnd, all) + lineEnd;
    }
}
