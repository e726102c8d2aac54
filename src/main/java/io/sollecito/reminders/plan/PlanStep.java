package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.reminders.charges.StepCharges;
import java.util.List;

/**
 * One step of a plan.
 *
 * @param by channels in order: the next is a fallback for the one before
 * @param also channels that go in parallel
 * @param template null only for a hand-over
 * @param deadlineDays the message says: pay within so many days; 0 when it sets no date
 * @param approve a person approves each message first
 * @param expires null: as steps of its kind do
 * @param repeat null when the step is not repeated
 * @param charges what it adds to the items that reach it
 * @param condition null: it is for every item that reaches it
 * @param adapted why it goes out otherwise than its plan says, or null
 */
public record PlanStep(
        String name,
        When when,
        List<String> by,
        List<String> also,
        String template,
        List<String> attach,
        int deadlineDays,
        boolean approve,
        Expiry expires,
        Repeat repeat,
        StepCharges charges,
        Condition condition,
        String adapted) {

    /** Again every so many days after the last time, at most so many times. */
    public record Repeat(int everyDays, int times) {}

    /** For how many days from its first one it may go out; {@link #NEVER}: for ever. */
    public record Expiry(int days) {

        public static final Expiry NEVER = new Expiry(0);
    }

    public PlanStep {
        by = List.copyOf(by);
        also = List.copyOf(also);
        attach = List.copyOf(attach);
    }

    /** The same step by the habits of a debtor; {@code why} is added to what is known before. */
    PlanStep adapted(When otherDay, List<String> otherChannels, String why) {
        return new PlanStep(
                name,
                otherDay,
                otherChannels,
                also,
                template,
                attach,
                deadlineDays,
                approve,
                expires,
                repeat,
                charges,
                condition,
                adapted == null ? why : adapted + "; " + why);
    }

    /** Whether its message demands only the items that reached it. */
    public boolean hasLegalEffect() {
        return approve || deadlineDays > 0 || charges.bearsInterest() || charges.compensation();
    }

    /** Whether it asks for no payment. */
    public boolean demandsNothing() {
        return when.base() == When.Base.AFTER_ISSUE || isOfCollected();
    }

    /** Whether it tells of what will be collected, so that nobody may pay it by himself. */
    public boolean isOfCollected() {
        return when.base() == When.Base.BEFORE_COLLECTION;
    }

    /** Whether its message is about the items that reached it and nothing else. */
    public boolean standsAlone() {
        return hasLegalEffect() || demandsNothing() || when.base() == When.Base.ON_RETURN;
    }
}
