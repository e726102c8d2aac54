package io.sollecito.bank.bai2;

import java.util.List;

/** The funds type of an amount and when it is available, of which only the number of its fields matters here. */
final class Bai2Funds {

    private Bai2Funds() {}

    /**
     * How many fields the type and what belongs to it take: none but itself (Z, 0, 1, 2 or nothing), three amounts (S),
     * date and time (V), or a number of pairs (D).
     *
     * @param at where the type stands
     */
    static int fields(List<String> fields, int at) {
        String type = at < fields.size() ? fields.get(at) : "";
        return switch (type) {
            case "S" -> 4;
            case "V" -> 3;
            case "D" -> 2 + 2 * pairs(at + 1 < fields.size() ? fields.get(at + 1) : "");
            default -> 1;
        };
    }

    private static int pairs(String number) {
        return number.matches("[0-9]{1,2}") ? Integer.parseInt(number) : 0;
    }

    /** The value date, of type V; else null. */
    static String valueDate(List<String> fields, int at) {
        return at + 1 < fields.size() && fields.get(at).equals("V") ? fields.get(at + 1) : null;
    }
}
