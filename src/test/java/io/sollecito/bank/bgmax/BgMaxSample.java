package io.sollecito.bank.bgmax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes BgMax files. */
public final class BgMaxSample {

    private final List<String> lines = new ArrayList<>();
    private int payments;
    private int deductions;
    private int references;
    private int deposits;
    private int inDeposit;
    private long sum;

    private BgMaxSample() {
        line("01BGMAX               0120260218173035010331P");
    }

    public static BgMaxSample file() {
        return new BgMaxSample();
    }

    /** Two deposits: of three payments with a deduction, and of one. */
    public static String whole() {
        return file().section("5050-1055", "SEK")
                .payment(11900, "26012345672", '2')
                .name("Björk Plåt AB")
                .payment(250000, "", '0')
                .extra("22", "F2026104")
                .extra("22", "F2026105")
                .extra("23", "K2026009")
                .line("25Betalar alla februari")
                .name("Åkeri Norr AB")
                .deduction(5000, "K2026011")
                .deposit("20260218", "00036")
                .section("5050-1055", "SEK")
                .payment(700, "fakt 77", '3')
                .deposit("20260218", "00037")
                .text();
    }

    public BgMaxSample line(String content) {
        lines.add(String.format(Locale.ROOT, "%-80s", content));
        return this;
    }

    public BgMaxSample section(String bankgiro, String currency) {
        return line(String.format(Locale.ROOT, "05%010d%10s%s", number(bankgiro), "", currency));
    }

    public BgMaxSample payment(long ore, String reference, char code) {
        payments++;
        inDeposit++;
        sum += ore;
        return line(String.format(
                Locale.ROOT, "20%010d%-25s%018d%c1%012d0", 3783511, reference, ore, code, 120 + payments));
    }

    public BgMaxSample deduction(long ore, String reference) {
        deductions++;
        inDeposit++;
        sum -= ore;
        return line(String.format(Locale.ROOT, "21%010d%-25s%018d31%012d01", 3783511, reference, ore, 990));
    }

    public BgMaxSample extra(String type, String reference) {
        references++;
        return line(String.format(Locale.ROOT, "%s%010d%-25s%018d21%012d0", type, 3783511, reference, 0, 120));
    }

    public BgMaxSample name(String name) {
        return line("26" + name);
    }

    public BgMaxSample deposit(String day, String number) {
        deposits++;
        line(String.format(Locale.ROOT, "15%035d%s%s%018dSEK%08d", 58410000, day, number, sum, inDeposit));
        inDeposit = 0;
        sum = 0;
        return this;
    }

    public String text() {
        String end = String.format(Locale.ROOT, "70%08d%08d%08d%08d", payments, deductions, references, deposits);
        return String.join("\r\n", lines) + "\r\n" + String.format(Locale.ROOT, "%-80s", end) + "\r\n";
    }

    private static long number(String bankgiro) {
        return Long.parseLong(bankgiro.replace("-", ""));
    }
}
