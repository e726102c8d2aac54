package io.sollecito.truth;

import java.util.Locale;

/** Counts of one kind of payments, or of all. */
final class Score {

    private int payments;
    private int derivable;
    private int derived;
    private int automatic;
    private int wrong;
    private int hidden;
    private int left;
    private int first;
    private int foreign;
    private int recognised;

    void add(Truth truth, Verdict verdict) {
        payments++;
        boolean isDerivable = truth instanceof Truth.GivesBack || (truth instanceof Truth.Settles s && s.derivable());
        boolean isNotADebtors = truth instanceof Truth.NotADebtors;
        if (verdict == Verdict.WRONG || (verdict == Verdict.RIGHT && !isNotADebtors)) {
            automatic++;
        }
        wrong += verdict == Verdict.WRONG ? 1 : 0;
        hidden += verdict == Verdict.HIDDEN ? 1 : 0;
        foreign += isNotADebtors ? 1 : 0;
        recognised += isNotADebtors && verdict == Verdict.RIGHT ? 1 : 0;
        if (isDerivable) {
            derivable++;
            derived += verdict == Verdict.RIGHT ? 1 : 0;
            left += verdict != Verdict.RIGHT ? 1 : 0;
            first += verdict == Verdict.FIRST ? 1 : 0;
        }
    }

    void add(Score other) {
        payments += other.payments;
        derivable += other.derivable;
        derived += other.derived;
        automatic += other.automatic;
        wrong += other.wrong;
        hidden += other.hidden;
        left += other.left;
        first += other.first;
        foreign += other.foreign;
        recognised += other.recognised;
    }

    int payments() {
        return payments;
    }

    int wrong() {
        return wrong;
    }

    int hidden() {
        return hidden;
    }

    int derivable() {
        return derivable;
    }

    /** Recognised as no debtor's money, of what is none; NaN when there is none. */
    double recognisedRate() {
        return (double) recognised / foreign;
    }

    int automatic() {
        return automatic;
    }

    /** Automatic allocations that are exactly right, of all automatic ones; NaN when there are none. */
    double precision() {
        return (double) (automatic - wrong) / automatic;
    }

    /** Payments rightly allocated automatically, of those whose truth a careful clerk finds; NaN when there are none. */
    double recall() {
        return (double) derived / derivable;
    }

    /** Whose first candidate is the truth, of the derivable that were not rightly allocated; NaN when there are none. */
    double firstRate() {
        return (double) first / left;
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f", share * 100);
    }
}
