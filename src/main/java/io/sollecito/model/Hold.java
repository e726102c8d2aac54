package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A reason not to remind, of an item or of a whole debtor.
 *
 * @param id in the ledger, or null
 * @param kind one of {@link #KINDS}
 * @param startsOn the first day that it holds; null: always did
 * @param endsOn the last day that it holds; null: until a person ends it
 */
public record Hold(Long id, String kind, String reason, String owner, LocalDate startsOn, LocalDate endsOn) {

    public static final List<String> KINDS = List.of(
            "dispute",
            "promise",
            "payment-plan",
            "collection",
            "insolvency",
            "deceased",
            "assigned",
            "handed-over",
            "manual",
            "undeliverable");

    private static final List<String> SHOWN_TO_DEBTOR = List.of("dispute", "promise", "payment-plan", "manual");

    /** A promise to pay by a day; {@code amount} is null when all was promised. */
    public static Hold promise(String reason, BigDecimal amount, String owner, LocalDate until) {
        String why = amount == null ? reason : reason + " (promised: " + amount.toPlainString() + ")";
        return new Hold(null, "promise", why, owner, null, until);
    }

    public boolean holdsOn(LocalDate day) {
        return (startsOn == null || !day.isBefore(startsOn)) && (endsOn == null || !day.isAfter(endsOn));
    }

    /** Whether a reminder about other items may still list the held one, for information. */
    public boolean mayBeListed() {
        return SHOWN_TO_DEBTOR.contains(kind);
    }

    @Override
    public String toString() {
        return kind
                + (reason == null || reason.isBlank() ? "" : ": " + reason)
                + (endsOn == null ? "" : " (until " + endsOn + ")");
    }
}
