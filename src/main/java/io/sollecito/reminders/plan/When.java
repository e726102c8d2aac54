package io.sollecito.reminders.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which day a step may go out: so many days before or after something.
 *
 * @param days never negative; 0 for ON_DUE
 */
public record When(Base base, int days) {

    /**
     * What the days count from: the item's issue or due date, its previous reminder, the last printed pay-by date, the
     * day on which its amount is collected, or the day on which that came back.
     */
    public enum Base {
        AFTER_ISSUE,
        BEFORE_DUE,
        BEFORE_COLLECTION,
        ON_DUE,
        AFTER_DUE,
        ON_RETURN,
        AFTER_PREVIOUS,
        AFTER_DEADLINE
    }

    /** How it is written, for people and for the schema. */
    public static final String PATTERN =
            "on (due|return)|[1-9][0-9]{0,3}d (before|after) due|[1-9][0-9]{0,3}d before collection"
                    + "|[1-9][0-9]{0,3}d after (issue|previous|deadline)";

    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,3})d (before|after) (issue|due|collection|previous|deadline)");

    /** Reads such as {@code 5d before due}, {@code on due}, {@code 14d after previous}; empty when it is none. */
    public static Optional<When> of(String text) {
        if (text.equals("on due")) {
            return Optional.of(new When(Base.ON_DUE, 0));
        }
        if (text.equals("on return")) {
            return Optional.of(new When(Base.ON_RETURN, 0));
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Base base = switch (form.group(2) + " " + form.group(3)) {
            case "after issue" -> Base.AFTER_ISSUE;
            case "before due" -> Base.BEFORE_DUE;
            case "before collection" -> Base.BEFORE_COLLECTION;
            case "after due" -> Base.AFTER_DUE;
            case "after previous" -> Base.AFTER_PREVIOUS;
            case "after deadline" -> Base.AFTER_DEADLINE;
            default -> null;
        };
        return Optional.ofNullable(base).map(known -> new When(known, Integer.parseInt(form.group(1))));
    }

    /** Whether reminders of this step follow the due date, so that the plan's interval applies to them. */
    public boolean afterDue() {
        return switch (base) {
            case AFTER_ISSUE, BEFORE_DUE, BEFORE_COLLECTION, ON_DUE -> false;
            case AFTER_DUE, ON_RETURN, AFTER_PREVIOUS, AFTER_DEADLINE -> true;
        };
    }

    /** Whether it is one of the steps that follow each other; collected items have steps of their own beside them. */
    public boolean inSequence() {
        return base != Base.BEFORE_COLLECTION && base != Base.ON_RETURN;
    }

    /** Days from the due date, negative before it; empty when it counts from something else. */
    Optional<Integer> offsetFromDue() {
        return switch (base) {
            case BEFORE_DUE -> Optional.of(-days);
            case ON_DUE -> Optional.of(0);
            case AFTER_DUE -> Optional.of(days);
            case AFTER_ISSUE, BEFORE_COLLECTION, ON_RETURN, AFTER_PREVIOUS, AFTER_DEADLINE -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return switch (base) {
            case AFTER_ISSUE -> days + "d after issue";
            case BEFORE_DUE -> days + "d before due";
            case BEFORE_COLLECTION -> days + "d before collection";
            case ON_DUE -> "on due";
            case ON_RETURN -> "on return";
            case AFTER_DUE -> days + "d after due";
            case AFTER_PREVIOUS -> days + "d after previous";
            case AFTER_DEADLINE -> days + "d after deadline";
        };
    }
}
