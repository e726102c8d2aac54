package io.sollecito.reminders.plan;

import dev.cel.common.types.CelType;
import io.sollecito.expression.Condition;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.OpenItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the conditions of plans and their steps are answered by: a creditor, a debtor with all his items, one of them, a day. */
record PlanFacts(Map<String, String> creditor, DebtorCase debtorCase, OpenItem item, LocalDate asOf)
        implements Function<String, Optional<Object>> {

    private static final Map<String, PlanFact> BY_NAME =
            PlanFact.ALL.stream().collect(Collectors.toMap(PlanFact::name, fact -> fact));

    /** A fact's name has its type; the map is for whoever writes {@code debtor['country']}. */
    static final Map<String, CelType> VARIABLES = variables();

    @Override
    public Optional<Object> apply(String name) {
        PlanFact fact = BY_NAME.get(name);
        return fact == null ? map(name) : Optional.of(fact.of().apply(this));
    }

    /** The keys of a variable, in the order in which problems list them. */
    static List<String> keys(String variable) {
        return PlanFact.of(variable).map(PlanFact::key).toList();
    }

    private Optional<Object> map(String variable) {
        Map<String, Object> values = PlanFact.of(variable)
                .collect(Collectors.toMap(PlanFact::key, fact -> fact.of().apply(this)));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private static Map<String, CelType> variables() {
        Map<String, CelType> variables = new HashMap<>();
        PlanFact.ALL.forEach(fact -> {
            variables.put(fact.variable(), Condition.FACTS);
            variables.put(fact.name(), fact.celType());
        });
        return Map.copyOf(variables);
    }
}
