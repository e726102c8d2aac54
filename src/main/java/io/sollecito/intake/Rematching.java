package io.sollecito.intake;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.OnApplied;
import io.sollecito.ledger.payments.UndecidedPayments;
import io.sollecito.model.Creditor;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reconciliation.Reconciler;
import java.time.Clock;
import java.util.function.Function;

/** Money may come before the invoice that it pays: each applied export lets what is undecided be matched again (law 6). */
public final class Rematching implements OnApplied {

    private final UndecidedPayments payments;
    private final Function<String, Creditor> creditors;
    private final Clock clock;
    private final NotOursRules rules;

    /** With the shipped rules for money that is no debtor's. */
    public Rematching(Database database, Function<String, Creditor> creditors, Clock clock) {
        this(database, creditors, clock, NotOursRules.shipped());
    }

    /**
     * @param creditors by code; throws for one that is not configured
     * @param rules for money that is no debtor's
     */
    public Rematching(Database database, Function<String, Creditor> creditors, Clock clock, NotOursRules rules) {
        this.rules = rules;
        this.payments = new UndecidedPayments(database, clock);
        this.creditors = creditors;
        this.clock = clock;
    }

    @Override
    public void applied(String creditor, long exportId) {
        if (payments.anyOf(creditor)) {
            Creditor known = creditors.apply(creditor);
            payments.matchAgain(known, exportId, new Reconciler(known, clock, rules));
        }
    }
}
