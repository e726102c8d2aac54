package io.sollecito.reminders;

import io.sollecito.ledger.proposals.ProposalChanges.Change;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.Recipients;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person wants otherwise in one run, item by item; the last word about an item counts. */
public final class Directions {

    public static final String OUT = "out";
    public static final String BACK = "back";
    public static final String CHANNEL = "channel";

    public static final Directions NONE = new Directions(List.of());

    private static final String LEFT_OUT = "left-out";

    private final Map<Long, Change> changes = new LinkedHashMap<>();

    /** @param changes the earliest first */
    public Directions(List<Change> changes) {
        changes.forEach(change -> this.changes.put(change.item(), change));
    }

    /** Whether the item is to be reminded by the step before the one that it is ready for. */
    boolean stepsBack(CaseItem item) {
        return is(item, BACK);
    }

    /** The case as it is for this run only: what is left out is held for the day, and not listed either. */
    DebtorCase applied(DebtorCase debtorCase, LocalDate day) {
        if (changes.isEmpty()) {
            return debtorCase;
        }
        return debtorCase.withItems(debtorCase.items().stream()
                .map(item -> is(item, OUT) ? item.withHold(leftOut(changes.get(item.id()), day)) : item)
                .toList());
    }

    private static Hold leftOut(Change change, LocalDate day) {
        return new Hold(null, LEFT_OUT, change.reason(), change.owner(), day, day);
    }

    /** The plan with its messages by the channels that a person chose, as far as they reach the debtor. */
    CasePlan applied(CasePlan plan) {
        if (changes.isEmpty()) {
            return plan;
        }
        return new CasePlan(
                plan.debtorCase(),
                plan.decisions(),
                plan.reminders().stream()
                        .map(reminder -> channel(reminder)
                                .filter(channel -> Recipients.of(
                                                plan.debtorCase().debtor(), channel)
                                        .isPresent())
                                .map(reminder::by)
                                .orElse(reminder))
                        .toList());
    }

    /** Why what a person wanted did not come to be in that plan; empty when it did. */
    static Optional<String> unmet(CasePlan plan, Change change) {
        if (change.kind().equals(OUT)) {
            return Optional.empty();
        }
        for (int i = 0; i < plan.decisions().size(); i++) {
            ItemDecision decision = plan.decisions().get(i);
            boolean meant = plan.debtorCase().items().get(i).id().equals(change.item());
            if (meant && decision.outcome() != PlanOutcome.REMIND) {
                return Optional.of("item " + change.item() + " would not be reminded then: "
                        + decision.outcome().text() + ", " + decision.reason());
            }
        }
        Debtor debtor = plan.debtorCase().debtor();
        return change.kind().equals(CHANNEL)
                        && Recipients.of(debtor, change.channel()).isEmpty()
                ? Optional.of("debtor " + debtor.debtor() + " has no usable address for " + change.channel())
                : Optional.empty();
    }

    private Optional<String> channel(PlannedReminder reminder) {
        return reminder.lines().stream()
                .filter(line -> line.advances() && is(line.item(), CHANNEL))
                .map(line -> changes.get(line.item().id()).channel())
                .findFirst();
    }

    private boolean is(CaseItem item, String kind) {
        return !changes.isEmpty()
                && changes.containsKey(item.id())
                && changes.get(item.id()).kind().equals(kind);
    }
}
