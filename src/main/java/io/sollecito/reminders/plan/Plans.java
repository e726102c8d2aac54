package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.SendingWindows;
import io.sollecito.yaml.Yaml;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All plans, in the order in which they are asked: the first whose {@code for} says yes is an item's plan. */
public final class Plans implements SendingWindows {

    /** The plan of an item, or why it has none. */
    public record Choice(ReminderPlan plan, String whyNone) {}

    private final Map<String, ReminderPlan> byName = new LinkedHashMap<>();
    private final boolean askItems;

    public Plans(List<ReminderPlan> plans) {
        plans.stream()
                .sorted(Comparator.comparingInt(ReminderPlan::order))
                .forEach(plan -> byName.put(plan.name(), plan));
        this.askItems = plans.stream()
                .anyMatch(plan -> plan.condition() != null && plan.condition().asks("item"));
    }

    /**
     * All plan files of a folder, those of equal {@code order} by file name.
     *
     * @throws ProblemsFound with every problem of every file
     */
    public static Plans load(Path folder) {
        List<ReminderPlan> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> names = new HashMap<>();
        for (Path file : Yaml.files(folder)) {
            try {
                ReminderPlan plan = PlanLoader.load(file);
                Path other = names.putIfAbsent(plan.name(), file);
                if (other != null) {
                    problems.add(Problem.of(
                            file.toString(),
                            "plan '" + plan.name() + "' already stands in " + other.getFileName(),
                            "Give each plan a name of its own."));
                }
                plans.add(plan);
            } catch (ProblemsFound found) {
                problems.addAll(found.problems());
            }
        }
        if (plans.isEmpty() && problems.isEmpty()) {
            problems.add(
                    Problem.of(folder.toString(), "holds no plan", "Write one file per plan, such as standard.yaml."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return new Plans(plans);
    }

    /** In the order in which they are asked. */
    public List<ReminderPlan> all() {
        return List.copyOf(byName.values());
    }

    /** The names of the plans that thank whoever has paid. */
    public List<String> thatThank() {
        return byName.values().stream()
                .filter(plan -> plan.thanks() != null)
                .map(ReminderPlan::name)
                .toList();
    }

    public Optional<ReminderPlan> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** How to choose for one debtor of a creditor. */
    public Chooser chooserFor(Map<String, String> creditor, Debtor debtor) {
        return new Chooser(Map.of("creditor", creditor, "debtor", PlanFacts.of(debtor)));
    }

    @Override
    public Instant next(String plan, Debtor debtor, String channel, Instant notBefore) {
        return named(plan)
                .map(known ->
                        known.nextWindow(debtor, List.of(channel), notBefore).toInstant())
                .orElse(notBefore);
    }

    /** Chooses plans for the items of one debtor. */
    public final class Chooser {

        private final Map<String, Object> facts;
        private Choice forAll;

        private Chooser(Map<String, Object> facts) {
            this.facts = facts;
        }

        public Choice choose(OpenItem item) {
            if (askItems) {
                return chooseFor(item);
            }
            forAll = forAll == null ? chooseFor(item) : forAll;
            return forAll;
        }

        private Choice chooseFor(OpenItem item) {
            Map<String, Object> values = new HashMap<>(facts);
            values.put("item", PlanFacts.of(item));
            for (ReminderPlan plan : byName.values()) {
                try {
                    if (plan.condition() == null || plan.condition().test(values)) {
                        return new Choice(plan, null);
                    }
                } catch (Condition.Failed failed) {
                    return new Choice(null, "plan " + plan.name() + ": " + failed.getMessage());
                }
            }
            return new Choice(null, "no plan is for this debtor");
        }
    }
}
