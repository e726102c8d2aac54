package io.sollecito.bank.coda;

import java.util.Set;

/**
 * What the eight digits of a transaction code mean where it matters here: type, family (2), operation (2), category (3).
 */
final class CodaCodes {

    /** Cancellation or correction, of any family, as debit and as credit. */
    private static final Set<String> CORRECTIONS = Set.of("49", "99");

    /** Transfers, direct debits, cheques and bills that could not be paid and come back. */
    private static final Set<String> RETURNS =
            Set.of("0154", "0254", "0309", "0360", "0362", "4307", "4362", "0503", "0505", "0558", "0707", "4707");

    private static final Set<String> CHARGES = Set.of(
            "004", "006", "007", "008", "010", "011", "012", "013", "014", "015", "017", "022", "026", "027", "029",
            "031", "033", "035", "036", "037", "039", "041", "042", "045", "047", "061");

    private CodaCodes() {}

    /** Whether an entry or detail of that code takes back an earlier one. */
    static boolean isReversal(String code) {
        return CORRECTIONS.contains(code.substring(3, 5)) || RETURNS.contains(code.substring(1, 5));
    }

    /** Whether the amount is a cost beside or within a payment. */
    static boolean isCharge(String code) {
        return CHARGES.contains(code.substring(5));
    }

    /** Whether the amount explains the one before it (net and costs), rather than being one of several payments. */
    static boolean isBreakdown(String code) {
        return code.charAt(0) == '8' || code.charAt(0) == '9';
    }

    /** Whether what follows an amount of this type explains it rather than dividing it into payments. */
    static boolean isExplained(String code) {
        return code.charAt(0) == '3' || code.charAt(0) == '7';
    }

    /** Whether the amount can only be a detail of another. */
    static boolean isDetail(String code) {
        return code.charAt(0) >= '5' && code.charAt(0) <= '9';
    }

    /** Family and operation, as the standard lists them. */
    static String transaction(String code) {
        return code.substring(1, 3) + "/" + code.substring(3, 5);
    }
}
