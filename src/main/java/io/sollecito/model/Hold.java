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
 * @param endsOn the last day that it holds, of an agreement the last day that its money may arrive; null: until a person
 *     ends it
 * @param terms what some kinds say besides
 */
public record Hold(
        Long id, String kind, String reason, String owner, LocalDate startsOn, LocalDate endsOn, Terms terms) {

    /**
     * What some kinds of hold say besides; each may be null.
     *
     * @param agreement the promise or payment plan in the ledger that it belongs to
     * @param code a dispute's standard reason
     * @param part how much of the item is disputed: the rest is demanded as if nothing held it
     * @param openedOn of an insolvency: only claims from before are held
     * @param fileBy of an insolvency: until when claims are filed
     * @param mail the reply that the hold waits for an answer to
     */
    public record Terms(Long agreement, String code, BigDecimal part, LocalDate openedOn, LocalDate fileBy, Long mail) {

        public static final Terms NONE = new Terms(null, null, null, null, null, null);

        public static Terms agreed(long agreement) {
            return new Terms(agreement, null, null, null, null, null);
        }

        public static Terms disputed(String code, BigDecimal part) {
            return new Terms(null, code, part, null, null, null);
        }

        public static Terms insolvent(LocalDate openedOn, LocalDate fileBy) {
            return new Terms(null, null, null, openedOn, fileBy, null);
        }

        public static Terms answering(long mail) {
            return new Terms(null, null, null, null, null, mail);
        }
    }

    public static final String DISPUTE = "dispute";
    public static final String PROMISE = "promise";
    public static final String PAYMENT_PLAN = "payment-plan";
    public static final String INSOLVENCY = "insolvency";
    public static final String ASSIGNED = "assigned";
    public static final String HANDED_OVER = "handed-over";
    public static final String MANUAL = "manual";

    public static final List<String> KINDS = List.of(
            DISPUTE,
            PROMISE,
            PAYMENT_PLAN,
            "collection",
            INSOLVENCY,
            "deceased",
            ASSIGNED,
            HANDED_OVER,
            MANUAL,
            "undeliverable");

    private static final List<String> SHOWN_TO_DEBTOR = List.of(DISPUTE, PROMISE, PAYMENT_PLAN, MANUAL);

    /** A hold that says no more than its reason. */
    public Hold(Long id, String kind, String reason, String owner, LocalDate startsOn, LocalDate endsOn) {
        this(id, kind, reason, owner, startsOn, endsOn, Terms.NONE);
    }

    /** What was agreed on holds beyond its last day, until it was judged. */
    public boolean holdsOn(LocalDate day) {
        return (startsOn == null || !day.isBefore(startsOn)) && (!hasPassed(day) || terms.agreement() != null);
    }

    /** Whether its last day lies before that day. */
    public boolean hasPassed(LocalDate day) {
        return endsOn != null && day.isAfter(endsOn);
    }

    /**
     * Whether it is about that item at all: an insolvency is not about what was issued after its opening, and who knows to
     * whom an assigned item is paid may remind of it.
     */
    public boolean isAbout(OpenItem item) {
        if (kind.equals(ASSIGNED) && item.payTo() != null) {
            return false;
        }
        LocalDate since = item.issueDate() == null ? item.dueDate() : item.issueDate();
        return terms.openedOn() == null || since == null || !since.isAfter(terms.openedOn());
    }

    /** Whether only a part of the item is held; the rest is demanded. */
    public boolean isPartial() {
        return terms.part() != null;
    }

    /** Whether a reminder about other items may still list the held one, for information. */
    public boolean mayBeListed() {
        return SHOWN_TO_DEBTOR.contains(kind);
    }

    @Override
    public String toString() {
        return kind
                + (reason == null || reason.isBlank() ? "" : ": " + reason)
                + (terms.part() == null ? "" : " (" + terms.part().toPlainString() + " of it)")
                + (terms.openedOn() == null ? "" : " (opened " + terms.openedOn() + ")")
                + (terms.fileBy() == null ? "" : " (claims to be filed by " + terms.fileBy() + ")")
                + (endsOn == null ? "" : " (until " + endsOn + ")");
    }
}
