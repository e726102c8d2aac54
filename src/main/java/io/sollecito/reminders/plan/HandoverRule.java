package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.model.Recipients;
import io.sollecito.yaml.YamlNode;
import java.util.List;

/**
 * A hand-over never rests on the risk score alone: neither by its own condition, nor because its plan takes debtors for
 * their score and hands them over before anything was sent to them.
 */
final class HandoverRule {

    private static final String REMEDY =
            "Add what happened, such as item.daysOverdue > 60, with &&; a score only orders work.";

    private final Fields fields;

    HandoverRule(Fields fields) {
        this.fields = fields;
    }

    void check(YamlNode plan, Condition condition, List<PlanStep> steps) {
        boolean reminded = false;
        for (PlanStep step : steps) {
            if (step.by().contains("handover")) {
                if (restsOnRisk(step.condition())) {
                    YamlNode node = plan.get("steps").list().get(steps.indexOf(step));
                    fields.wrong(node.get("if"), "a hand-over would rest on the risk score alone", REMEDY);
                } else if (restsOnRisk(condition) && !reminded) {
                    fields.wrong(
                            plan.get("for"),
                            "hand-over '" + step.name() + "' would rest on the risk score alone",
                            "Let a step before it remind the debtor, or add what happened to 'for'.");
                }
            }
            reminded |= !step.by().stream().allMatch(Recipients::staysInside);
        }
    }

    private static boolean restsOnRisk(Condition condition) {
        return condition != null && condition.mayRestOn(PlanFact.RISK);
    }
}
