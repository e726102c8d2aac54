package io.sollecito.delivery.print;

import io.sollecito.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.List;

/**
 * What else was agreed about the letters of a profile; what was not is left out of the manifest.
 *
 * @param addressSheet the print house puts a sheet of its own with the address on top
 * @param scanReceipt whether signed return receipts are scanned; null: where there are any
 * @param inserts ids of what is put into the envelope beside the letter
 * @param returnCode what the DataMatrix of returned letters says, with {letterId}, {batchId} and {senderId}; or null
 * @param purgeDays how many days after posting the print house deletes what it was sent; 0: not agreed
 * @param contact whom the print house asks, or null
 * @param sheetGrams of one sheet, an address sheet too
 * @param envelopeGrams of the envelope with its inserts
 */
record Handling(
        boolean addressSheet,
        Boolean scanReceipt,
        LatestPosting notAfter,
        List<String> inserts,
        String returnCode,
        int purgeDays,
        String contact,
        int sheetGrams,
        int envelopeGrams) {

    /** Until when a letter may be posted; null: at any time. */
    @FunctionalInterface
    interface LatestPosting {
        LatestPosting DEADLINE = (posting, deadline, days) -> deadline;
        LatestPosting NEVER = (posting, deadline, days) -> null;

        /** @param deadline the pay-by date that the letter prints, or null */
        LocalDate of(LocalDate posting, LocalDate deadline, BusinessDays days);
    }

    static final Handling USUAL = new Handling(false, null, LatestPosting.DEADLINE, List.of(), null, 0, null, 5, 7);

    Handling {
        inserts = List.copyOf(inserts);
    }

    boolean scansReceipts(Product product) {
        return scanReceipt == null ? product.hasReturnReceipt() : scanReceipt;
    }

    int grams(int sheets) {
        return (sheets + (addressSheet ? 1 : 0)) * sheetGrams + envelopeGrams;
    }

    /** What the code of a returned letter is to say, or null. */
    String returnCode(String letterId, String batchId, String senderId) {
        return returnCode == null
                ? null
                : returnCode
                        .replace("{letterId}", letterId)
                        .replace("{batchId}", batchId)
                        .replace("{senderId}", senderId);
    }
}
