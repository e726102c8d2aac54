package io.sollecito.bank.nets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes files of Nets OCR giro. */
public final class NetsOcrSample {

    private final List<String> lines = new ArrayList<>();
    private int transactions;
    private long sum;
    private int begun;
    private int number;
    private int all;
    private long total;

    private NetsOcrSample() {
        line("NY000010000080800170226" + "00987654");
    }

    public static NetsOcrSample file() {
        return new NetsOcrSample();
    }

    /** One assignment of two settlements with a reversal, and a service that is none of payments. */
    public static String whole() {
        return file().assignment()
                .payment("13", "180226", "1", 119000, "0000260042315", "97101021113")
                .payment("20", "180226", "1", -20000, "", null)
                .free("Tilbake for faktura 2026-77")
                .payment("10", "180226", "2", 5050, "0000260042323", null)
                .end()
                .agreements()
                .text();
    }

    private NetsOcrSample line(String content) {
        lines.add(content + "0".repeat(80 - content.length()));
        return this;
    }

    public NetsOcrSample assignment() {
        begun = lines.size();
        return line("NY090020" + "001008585" + "0001234" + "12345678903");
    }

    public NetsOcrSample payment(String type, String day, String part, long ore, String kid, String account) {
        number++;
        transactions++;
        sum += ore;
        line(String.format(
                Locale.ROOT,
                "NY09%s30%07d%s0117%s00001%s%017d%25s",
                type,
                number,
                day,
                part,
                ore < 0 ? "-" : "0",
                Math.abs(ore),
                kid));
        return line(String.format(
                Locale.ROOT,
                "NY09%s31%07d0000000000%09d0000000%s%s",
                type,
                number,
                number,
                "170226",
                account == null ? "00000000000" : account));
    }

    public NetsOcrSample free(String text) {
        return line(String.format(Locale.ROOT, "NY092032%07d%-40s", number, text));
    }

    public NetsOcrSample end() {
        line(String.format(
                Locale.ROOT,
                "NY090088%08d%08d%017d180226180226180226",
                transactions,
                lines.size() - begun + 1,
                Math.abs(sum)));
        all += transactions;
        total += sum;
        transactions = 0;
        sum = 0;
        return this;
    }

    /** Payment agreements of AvtaleGiro. */
    public NetsOcrSample agreements() {
        line("NY212420" + "000000000" + "0001235" + "12345678903");
        line(String.format(Locale.ROOT, "NY219470%07d1%25sN", 1, "0000260042315"));
        all++;
        return line("NY212488" + "00000001" + "00000003");
    }

    public String text() {
        lines.add(String.format(Locale.ROOT, "NY000089%08d%08d%017d180226", all, lines.size() + 1, Math.abs(total))
                + "0".repeat(33));
        return String.join("\r\n", lines) + "\r\n";
    }
}
