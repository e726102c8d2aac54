package io.sollecito.reminders;

import io.sollecito.ledger.reminders.Thanks;
import io.sollecito.ledger.reminders.Thanks.Thankful;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.plan.Plans;
import java.time.Clock;
import java.time.LocalDate;

/** Thanks whoever has paid all that the last reminder asked for, when thanks are due. */
public final class ThanksRun {

    private final Thanks thanks;
    private final Plans plans;
    private final Clock clock;

    public ThanksRun(Thanks thanks, Plans plans, Clock clock) {
        this.thanks = thanks;
        this.plans = plans;
        this.clock = clock;
    }

    /** Decides what is to be decided on that day, on fresh facts; returns how many are thanked. */
    public int run(Creditor creditor, LocalDate today) {
        ThanksDue due = new ThanksDue(plans, today, clock.instant());
        return thanks.decide(creditor, today, new Thankful(plans.thatThank(), plans.informing()), due::verdict);
    }
}
