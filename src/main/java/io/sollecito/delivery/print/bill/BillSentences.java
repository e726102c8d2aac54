package io.sollecito.delivery.print.bill;

import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.bills.BillDifference;
import io.sollecito.ledger.bills.ComparedBill;
import io.sollecito.ledger.bills.ComparedBill.BatchCount;
import io.sollecito.ledger.bills.StoredBill;
import io.sollecito.model.Amounts;
import io.sollecito.model.Counted;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a bill says and where it is not what was sent, in words. */
public final class BillSentences {

    private BillSentences() {}

    /** In one sentence, without personal data. */
    public static String of(ComparedBill compared) {
        String billed = billed(compared.bill());
        if (compared.differences().isEmpty()) {
            return billed + ", all as posted";
        }
        Map<BillDifference.Kind, Long> counts = compared.differences().stream()
                .collect(Collectors.groupingBy(
                        BillDifference::kind, () -> new EnumMap<>(BillDifference.Kind.class), Collectors.counting()));
        return billed + "; differences: "
                + counts.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey().code())
                        .collect(Collectors.joining(", "));
    }

    /** Without what was found of it. */
    public static String billed(StoredBill bill) {
        return "bill " + bill.number() + " of " + bill.from() + " to " + bill.until() + ": "
                + Counted.of(bill.letters(), "letter")
                + " billed, "
                + Amounts.text(bill.amount(), bill.currency()) + " " + bill.currency();
    }

    public static String of(BatchCount count) {
        return count.produced() + " produced, " + count.acknowledged() + " acknowledged, " + count.posted()
                + " posted, " + count.billed() + " billed";
    }

    /** The id of the letter that a difference is about, or null. */
    public static String letterId(String creditor, BillDifference difference) {
        boolean told = difference.letterId() != null || difference.dispatchId() == null;
        return told ? difference.letterId() : LetterId.of(creditor, difference.dispatchId());
    }

    public static String of(String creditor, BillDifference difference) {
        String letter = letterId(creditor, difference);
        String batch = difference.batchId() == null ? "" : " of batch " + difference.batchId();
        String subject = letter == null ? "the bill" : "letter " + letter + batch;
        return (difference.line() == null ? "" : "line " + difference.line() + ": ") + subject + " " + what(difference);
    }

    private static String what(BillDifference difference) {
        String billed = difference.billed();
        String known = difference.known();
        return switch (difference.kind()) {
            case UNKNOWN_LETTER -> "is billed, and no letter that was handed over is called so";
            case BILLED_TWICE -> "is billed again after " + known;
            case RECALLED -> "is billed, and was recalled";
            case REFUSED -> "is billed, and was refused or not printed";
            case NOT_POSTED -> "is billed, and was not reported as posted";
            case OTHER_PRODUCT -> "is billed as " + billed + ", and went as " + known;
            case MORE_SHEETS -> "is billed with " + billed + " sheets, and has " + known;
            case OTHER_POSTAGE -> "is billed with a postage of " + billed + ", and " + known + " is agreed";
            case OTHER_BATCH -> "is billed in batch " + billed + ", in which it never was";
            case NOT_BILLED -> "was posted on " + known + " and is not billed";
            case OTHER_TOTAL -> "states a total of " + billed + ", and its rows add up to " + known;
        };
    }
}
