package io.sollecito.reminders.collections;

import io.sollecito.model.ItemDecision;
import java.time.LocalDate;

/**
 * Where something stands that a bank collects, on a day.
 *
 * @param reason for people
 */
public record CollectionState(Phase phase, String reason) {

    public enum Phase {
        /** The bank has been told; the day has not come. */
        TO_COME,
        /** Collected as far as anybody knows, and nobody counts on it yet. */
        MAY_COME_BACK,
        /** Still shown as presented, though it can no longer come back: a person asks what became of it. */
        UNANSWERED,
        /** Collected, and it stays so, unless the debtor never agreed to it. */
        FINAL
    }

    /** Whether nobody may be asked to pay, nor be thanked. */
    public boolean pending() {
        return phase == Phase.TO_COME || phase == Phase.MAY_COME_BACK;
    }

    static CollectionState toCome(String by, LocalDate day) {
        return new CollectionState(Phase.TO_COME, "to be collected" + by + " on " + day);
    }

    static CollectionState mayComeBack(String by, LocalDate until) {
        return new CollectionState(Phase.MAY_COME_BACK, "collected" + by + ", may come back until " + until);
    }

    static CollectionState forNobodyKnowsHowLong(String by) {
        return new CollectionState(
                Phase.MAY_COME_BACK,
                "collected" + by + "; how long it may come back is not known: add it to reminders/" + ReturnTimes.FILE);
    }

    static CollectionState unanswered(LocalDate by) {
        return new CollectionState(
                Phase.UNANSWERED, ItemDecision.UNANSWERED_COLLECTION + by + "; a person asks the bank");
    }

    /** @param unauthorised until when the debtor may say that he never agreed, or null */
    static CollectionState collected(String by, LocalDate unauthorised) {
        return new CollectionState(
                Phase.FINAL,
                "collected" + by
                        + (unauthorised == null ? "" : "; as not authorised it may come back until " + unauthorised));
    }
}
