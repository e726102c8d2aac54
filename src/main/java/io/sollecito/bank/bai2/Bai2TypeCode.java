package io.sollecito.bank.bai2;

import java.util.Set;

/** What the three digits of a type code mean where it matters here. */
final class Bai2TypeCode {

    static final String OPENING_LEDGER = "010";
    static final String CLOSING_LEDGER = "015";

    /** Items and postings that were taken back: returned deposits and ACH items, reversals, rejects, corrections. */
    private static final Set<String> REVERSALS = Set.of(
            "252", "254", "255", "257", "258", "261", "266", "268", "552", "554", "555", "557", "558", "561", "566",
            "568");

    private static final String NOT_MONEY = "890";

    private Bai2TypeCode() {}

    /**
     * The sign of a transaction: 100 to 399 are credits, 400 to 699 debits; of loans, 700 to 759 and 760 to 799; of the
     * banks' own codes, 920 to 959 and 960 to 999.
     *
     * @return 1, -1, or 0 when it is no transaction
     */
    static int sign(String code) {
        if (!code.matches("[0-9]{3}")) {
            return 0;
        }
        int number = Integer.parseInt(code);
        boolean credit =
                (number >= 100 && number < 400) || (number >= 700 && number < 760) || (number >= 920 && number < 960);
        boolean debit = (number >= 400 && number < 700) || (number >= 760 && number < 800) || number >= 960;
        return credit ? 1 : debit ? -1 : 0;
    }

    static boolean isReversal(String code) {
        return REVERSALS.contains(code);
    }

    /** Information that is no money. */
    static boolean isInformation(String code) {
        return NOT_MONEY.equals(code);
    }
}
