package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Dunned;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ERP's own dunning as the history of items that the hub has not reminded of: level n is the n-th of the plan's steps
 * after due. A step with legal effect, or one that stays with the creditor's people, is never taken for done because an ERP
 * counted so far: it demands what only the hub can prove. A day of the ERP's that lies ahead is none.
 */
final class ErpHistory {

    private ErpHistory() {}

    static DebtorCase applied(DebtorCase debtorCase, Plans.Chooser chooser, LocalDate asOf) {
        if (debtorCase.items().stream().noneMatch(ErpHistory::counts)) {
            return debtorCase;
        }
        return debtorCase.withItems(debtorCase.items().stream()
                .map(item -> counts(item) ? withHistory(item, chooser, asOf) : item)
                .toList());
    }

    private static boolean counts(CaseItem item) {
        return item.item().dunned() != null
                && item.item().dueDate() != null
                && item.history().stream().noneMatch(SentStep::done);
    }

    private static CaseItem withHistory(CaseItem item, Plans.Chooser chooser, LocalDate asOf) {
        ReminderPlan plan = chooser.choose(item.item()).plan();
        Optional<PlanStep> step =
                plan == null ? Optional.empty() : step(plan, item.item().dunned());
        if (step.isEmpty()) {
            return item;
        }
        List<SentStep> history = new ArrayList<>();
        history.add(new SentStep(
                plan.name(),
                step.get().name(),
                0,
                null,
                day(item.item(), step.get(), asOf),
                SentStep.State.SENT,
                null,
                null));
        history.addAll(item.history());
        return item.withHistory(history);
    }

    private static Optional<PlanStep> step(ReminderPlan plan, Dunned dunned) {
        return plan.steps().stream()
                .filter(step -> step.when().afterDue() && step.when().inSequence())
                .takeWhile(step -> !step.hasLegalEffect() && !step.by().contains("handover"))
                .limit(dunned.level())
                .reduce((earlier, later) -> later);
    }

    /** Without a day of the ERP's, the first one that the step could have had. */
    private static LocalDate day(OpenItem item, PlanStep step, LocalDate asOf) {
        LocalDate told = item.dunned().on();
        LocalDate first = item.dueDate().plusDays(step.when().days());
        if (told != null && !told.isAfter(asOf)) {
            return told;
        }
        return first.isAfter(asOf) ? asOf : first;
    }

    /** Decisions about items whose day lies ahead say that it is not counted. */
    static CasePlan explained(CasePlan plan, LocalDate asOf) {
        List<CaseItem> items = plan.debtorCase().items();
        if (items.stream().noneMatch(item -> liesAhead(item, asOf))) {
            return plan;
        }
        List<ItemDecision> decisions = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ItemDecision made = plan.decisions().get(i);
            decisions.add(
                    liesAhead(items.get(i), asOf)
                            ? new ItemDecision(
                                    made.outcome(),
                                    made.plan(),
                                    made.step(),
                                    made.reason() + "; the ERP's own reminder of "
                                            + items.get(i).item().dunned().on()
                                            + " lies ahead: that day is not counted")
                            : made);
        }
        return new CasePlan(plan.debtorCase(), decisions, plan.reminders());
    }

    private static boolean liesAhead(CaseItem item, LocalDate asOf) {
        Dunned dunned = item.item().dunned();
        return dunned != null && dunned.on() != null && dunned.on().isAfter(asOf);
    }
}
