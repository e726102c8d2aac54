package io.sollecito.reminders;

import io.sollecito.model.Recipients;
import io.sollecito.reminders.plan.PlanStep;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which of the items that are ready for their steps go into one message, the messages with legal effect first. */
final class Grouping {

    private Grouping() {}

    static List<List<Standing>> of(List<Standing> standings, Reach reach) {
        Map<String, List<Standing>> groups = standings.stream()
                .filter(Standing::ready)
                .collect(
                        Collectors.groupingBy(standing -> groupOf(standing, reach), TreeMap::new, Collectors.toList()));
        return groups.values().stream()
                .sorted(Comparator.comparing((List<Standing> group) -> !isLegal(group))
                        .thenComparing(group -> -highest(group).stepIndex()))
                .toList();
    }

    /**
     * Steps with legal effect make messages of their own, whatever the plan groups by; so do steps that demand nothing,
     * and those that stay with the creditor's people: they stand for no reminder of another item.
     */
    private static String groupOf(Standing standing, Reach reach) {
        String plan = standing.plan().name() + "/";
        PlanStep step = standing.step();
        if (step.hasLegalEffect()) {
            return plan + "legal/" + step.name() + "/"
                    + standing.item().approved().contains(step.name());
        }
        if (step.standsAlone()) {
            plan += "alone/" + step.name() + "/";
        }
        if (Recipients.staysInside(reach.channel(step))) {
            plan += "inside/" + step.name() + "/";
        }
        return switch (standing.plan().group()) {
            case DEBTOR -> plan;
            case STEP -> plan + step.name();
            case RECEIVABLE -> plan + standing.item().item().documentNo();
        };
    }

    /** Whether their message is about themselves only. */
    static boolean isAlone(List<Standing> group) {
        return group.get(0).step().standsAlone();
    }

    static boolean isLegal(List<Standing> group) {
        return group.get(0).step().hasLegalEffect();
    }

    /** The item at the highest step. */
    static Standing highest(List<Standing> group) {
        return group.stream().max(Comparator.comparingInt(Standing::stepIndex)).orElseThrow();
    }
}
