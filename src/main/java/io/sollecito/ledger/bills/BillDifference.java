package io.sollecito.ledger.bills;

/**
 * One thing in which a bill is not what was sent.
 *
 * @param line of the bill's file; null for a letter that is not on it and for the bill as a whole
 * @param letterId as the bill has it; null for a letter that is not on it and for the bill as a whole
 * @param dispatchId of the letter; null for the bill as a whole, and when no letter of the creditor can be called so
 * @param batchId that the letter went in last, or null
 * @param billed what the bill says, or null
 * @param known what the ledger says, or null
 */
public record BillDifference(
        Kind kind, Long line, String letterId, Long dispatchId, String batchId, String billed, String known) {

    public enum Kind {
        /** No letter that was handed over is called so. */
        UNKNOWN_LETTER("unknown-letter"),
        /** Billed before, on the same bill or another, which {@code known} names. */
        BILLED_TWICE("billed-twice"),
        RECALLED("recalled"),
        /** Refused, or not printed. */
        REFUSED("refused"),
        /** The print house has not said that the post has it. */
        NOT_POSTED("not-posted"),
        OTHER_PRODUCT("other-product"),
        /** More than were produced. */
        MORE_SHEETS("more-sheets"),
        /** Than the print house's profile has for the letter's weight. */
        OTHER_POSTAGE("other-postage"),
        /** The letter never was in the batch that the bill names. */
        OTHER_BATCH("other-batch"),
        /** Posted in the bill's period, which has ended, and on no bill. */
        NOT_BILLED("not-billed"),
        /** The rows do not add up to the total that is stated. */
        OTHER_TOTAL("other-total");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
