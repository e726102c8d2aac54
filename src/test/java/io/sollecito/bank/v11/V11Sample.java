package io.sollecito.bank.v11;

import io.sollecito.model.SwissReference;
import java.util.Locale;

/** Writes V11 files. */
public final class V11Sample {

    public static final String REFERENCE = SwissReference.of("210000000003139471430009");
    public static final String PARTICIPANT = "010890797";

    private V11Sample() {}

    /** Two days and a reversal. */
    public static String ofType3() {
        return paid3("002", REFERENCE, 119050, "260218")
                + paid3("102", SwissReference.of("2026105"), 2000, "260219")
                + paid3("005", REFERENCE, 50, "260219")
                + total3("999", 121050, 2)
                + total3("995", 50, 1);
    }

    /** Two currencies, on records of the longer type. */
    public static String ofType4() {
        return paid4("011", REFERENCE, "CHF", 6400, "20260226")
                + total4("991", "CHF", 6400, 1)
                + paid4("211", SwissReference.of("99"), "EUR", 10000, "20260226")
                + total4("981", "EUR", 10000, 1);
    }

    public static String paid3(String code, String reference, long rappen, String credited) {
        return String.format(
                Locale.ROOT,
                "%s%s%s%010d5100  0100260217260217%s0045700010%s%04d\r\n",
                code,
                PARTICIPANT,
                reference,
                rappen,
                credited,
                "000000000",
                90);
    }

    public static String total3(String code, long rappen, int count) {
        return String.format(
                Locale.ROOT,
                "%s%s%s%012d%012d260219%09d%09d%13s\r\n",
                code,
                PARTICIPANT,
                "9".repeat(27),
                rappen,
                count,
                90,
                0,
                "");
    }

    public static String paid4(String code, String reference, String currency, long rappen, String credited) {
        return String.format(
                Locale.ROOT,
                "%s031%s%s%s%012d%-35s%s%s%s0%s%06d%74s\r\n",
                code,
                PARTICIPANT,
                reference,
                currency,
                rappen,
                "00020160225007602125808164000000012",
                "20260225",
                "20260225",
                credited,
                currency,
                0,
                "");
    }

    public static String total4(String code, String currency, long rappen, int count) {
        return String.format(
                Locale.ROOT,
                "%s991%s%s%s%012d%012d20260226%s%011d%109s\r\n",
                code,
                PARTICIPANT,
                "9".repeat(27),
                currency,
                rappen,
                count,
                currency,
                0,
                "");
    }
}
