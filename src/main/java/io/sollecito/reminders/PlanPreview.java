package io.sollecito.reminders;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.Plans;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What a planning run would decide on a day, with the ledger as it is; writes nothing. */
public final class PlanPreview {

    private final Cases cases;
    private final Freshness freshness;
    private final Plans plans;
    private final ChargeRules rules;
    private final ReturnTimes returns;

    public PlanPreview(Cases cases, Connections connections, Plans plans, ChargeRules rules, ReturnTimes returns) {
        this.cases = cases;
        this.freshness = new Freshness(connections);
        this.plans = plans;
        this.rules = rules;
        this.returns = returns;
    }

    /** Hands over the plan of every debtor with open items; the run's moment is 00:00 of the day in the plan's zone. */
    public void each(Creditor creditor, LocalDate day, Consumer<CasePlan> sink) {
        List<String> late = freshness.stale(creditor, day);
        PlanningDay planned = new PlanningDay(day, null, late.isEmpty() ? null : String.join("; ", late));
        Planner planner = new Planner(plans, rules, returns, creditor.payees(), PlanningRun.facts(creditor));
        cases.forEachBatch(
                creditor.code(),
                day,
                batch -> batch.forEach(debtorCase -> sink.accept(planner.plan(debtorCase, planned))));
    }
}
