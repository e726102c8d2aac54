package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlanMove;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.SendingWindows;
import io.sollecito.yaml.Yaml;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All plans, in the order in which they are asked: the first whose {@code for} says yes is an item's plan. */
public final class Plans implements SendingWindows {

    /**
     * The plan of an item, as it is for its debtor, or why it has none.
     *
     * @param facts what the conditions of its steps ask about
     */
    public record Choice(ReminderPlan plan, String whyNone, Function<String, Optional<Object>> facts) {

        /**
         * Why the item leaves out that step; empty when it does not.
         *
         * @throws UnanswerableStep when the step's condition fails
         */
        public Optional<String> leftOut(PlanStep step) {
            if (step.condition() == null) {
                return Optional.empty();
            }
            try {
                return step.condition().test(facts)
                        ? Optional.empty()
                        : Optional.of(step.name() + " left out, as " + step.condition() + " does not hold");
            } catch (Condition.Failed failed) {
                throw new UnanswerableStep(plan, step, failed);
            }
        }
    }

    /** A plan, or why there is none. */
    private record Named(ReminderPlan plan, String whyNone) {}

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

    /** The steps that ask for no payment, as PLAN/STEP. */
    public List<String> informing() {
        return byName.values().stream()
                .flatMap(plan -> plan.steps().stream()
                        .filter(PlanStep::demandsNothing)
                        .map(step -> plan.name() + "/" + step.name()))
                .toList();
    }

    /** In the order in which they are asked. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public Optional<ReminderPlan> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** How to choose for one debtor of a creditor on a day. */
    public Chooser chooserFor(Map<String, String> creditor, DebtorCase debtorCase, LocalDate asOf) {
        return new Chooser(creditor, debtorCase, asOf);
    }

    @Override
    public Instant next(String plan, Debtor debtor, String channel, Instant notBefore) {
        return named(plan)
                .map(known ->
                        known.nextWindow(debtor, List.of(channel), notBefore).toInstant())
                .orElse(notBefore);
    }

    /** Chooses plans for the items of one debtor: the one that a person has put him under, else the first that is for him. */
    public final class Chooser {

        private final Map<String, String> creditor;
        private final DebtorCase debtorCase;
        private final LocalDate asOf;
        private final Map<String, ReminderPlan> adapted = new HashMap<>(2);
        private Named forAll;

        private Chooser(Map<String, String> creditor, DebtorCase debtorCase, LocalDate asOf) {
            this.creditor = creditor;
            this.debtorCase = debtorCase;
            this.asOf = asOf;
        }

        public Choice choose(OpenItem item) {
            PlanFacts facts = new PlanFacts(creditor, debtorCase, item, asOf);
            if (askItems) {
                return choice(find(facts), facts);
            }
            forAll = forAll == null ? find(facts) : forAll;
            return choice(forAll, facts);
        }

        /** One and the same plan for all items, so that their steps are the same. */
        private Choice choice(Named named, PlanFacts facts) {
            ReminderPlan plan = named.plan() == null
                    ? null
                    : adapted.computeIfAbsent(
                            named.plan().name(), name -> named.plan().adaptedTo(debtorCase.habit()));
            return new Choice(plan, named.whyNone(), facts);
        }

        private Named find(PlanFacts facts) {
            PlanMove move = debtorCase.move();
            if (move != null && move.countsOn(asOf)) {
                String gone = move.owner() + " moved the debtor to plan " + move.plan() + ", which is not there";
                return named(move.plan()).map(plan -> new Named(plan, null)).orElseGet(() -> new Named(null, gone));
            }
            for (ReminderPlan plan : byName.values()) {
                try {
                    if (plan.condition() == null || plan.condition().test(facts)) {
                        return new Named(plan, null);
                    }
                } catch (Condition.Failed failed) {
                    return new Named(null, "plan " + plan.name() + ": " + failed.getMessage());
                }
            }
            return new Named(null, "no plan is for this debtor");
        }
    }
}
