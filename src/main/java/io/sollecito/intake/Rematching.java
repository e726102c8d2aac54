package io.sollecito.intake;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.OnApplied;
import io.sollecito.ledger.payments.UndecidedPayments;
import io.sollecito.model.Creditor;
import io.sollecito.reconciliation.Reconciler;
import java.time.Clock;
import java.util.function.Function;

/** Money may come before the invoice that it pays: each applied export lets what is undecided be matched again (law 6). */
public final class Rematching implements OnApplied {

    private final UndecidedPayments payments;
    private final Function<String, Creditor> creditors;
    private final Clock clock;

    /** @param creditors by code; throws for one that is not configured */
    public Rematching(Database database, Function<String, Creditor> creditors, Clock clock) {
        this.payments = new UndecidedPayments(database, clock);
        this.creditors = creditors;
        this.clock = clock;
    }

    @Override
    public void applied(String creditor, long exportId) {
        if (payments.anyOf(creditor)) {
            Creditor known = creditors.apply(creditor);
            payments.matchAgain(known, exportId, new Reconciler(known, clock));
        }
    }
}
