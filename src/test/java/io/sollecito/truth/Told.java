package io.sollecito.truth;

import io.sollecito.model.Statement;
import java.util.function.Predicate;

/**
 * A payment with its truth.
 *
 * @param evident whether a clerk who knows the whole world finds the truth evident; else it is taken for not derivable
 */
record Told(Kind kind, Statement.Entry entry, Truth truth, Predicate<Clerk> evident) {

    Statement.Payment payment() {
        return entry.payments().get(0);
    }

    /** The truth once the whole world is known. */
    Told judgedBy(Clerk clerk) {
        return truth instanceof Truth.Settles settles && settles.derivable() && !evident.test(clerk)
                ? new Told(kind, entry, settles.notDerivable(), evident)
                : this;
    }
}
