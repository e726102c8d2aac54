package io.sollecito.reminders.simulation;

import io.sollecito.model.Amounts;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An open item while days go by. */
final class SimulatedItem {

    private CaseItem item;
    private LocalDate paysOn;
    private boolean handedOver;
    private boolean reminded;
    private ItemDecision decision;
    private final Map<String, LocalDate> approvals = new HashMap<>();

    SimulatedItem(CaseItem item) {
        this.item = item;
    }

    CaseItem now() {
        return item;
    }

    OpenItem open() {
        return item.item();
    }

    boolean owes() {
        return open().openAmount().signum() > 0;
    }

    /** What he would pay of it: not what is withheld. */
    BigDecimal payable(LocalDate day) {
        BigDecimal withheld = open().withheld().stream()
                .filter(part -> part.until() == null || part.until().isAfter(day))
                .map(Withheld::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amounts.scaled(open().openAmount().subtract(withheld).max(BigDecimal.ZERO), open().currency());
    }

    /** Whether the debtor may pay it at all: not while he disputes it, nor once others collect it. */
    boolean mayBePaid(LocalDate day) {
        return !handedOver
                && open().holdsInForce().isEmpty()
                && item.holds().stream().noneMatch(hold -> hold.holdsOn(day));
    }

    LocalDate paysOn() {
        return paysOn;
    }

    /** The earlier day counts; null takes back what was meant. */
    void willPay(LocalDate day) {
        paysOn = day == null || paysOn == null || day.isBefore(paysOn) ? day : paysOn;
    }

    void reduce(BigDecimal amount) {
        item = item.withOpenAmount(open().openAmount().subtract(amount));
        paysOn = null;
    }

    void hold(Hold hold) {
        item = item.withHold(hold);
        paysOn = null;
    }

    void handOver(LocalDate day) {
        handedOver = true;
        hold(new Hold(null, Hold.HANDED_OVER, "handed over on " + day, "simulation", day, null));
    }

    boolean handedOver() {
        return handedOver;
    }

    /** Whether this is the first reminder after its due date. */
    boolean firstReminder() {
        boolean first = !reminded;
        reminded = true;
        return first;
    }

    /** A reminder about it, out or waiting to leave. */
    void add(SentStep step) {
        List<SentStep> history = new ArrayList<>(item.history());
        history.add(step);
        item = item.withHistory(history);
    }

    /** What waited has left, or never will. */
    void forgetWaiting() {
        item = item.withHistory(
                item.history().stream().filter(step -> !step.pending()).toList());
    }

    void decided(ItemDecision made) {
        decision = made;
    }

    ItemDecision decision() {
        return decision;
    }

    /** A person approves that step on that day; asked again before, nothing changes. */
    void awaitApproval(String step, LocalDate day) {
        approvals.putIfAbsent(step, day);
    }

    void approveUpTo(LocalDate day) {
        approvals.forEach((step, approved) -> {
            if (!approved.isAfter(day) && !item.approved().contains(step)) {
                item = item.withApproved(step);
            }
        });
    }

    /** A reminder as the step of one of the items that it advances. */
    static SentStep step(PlannedReminder reminder, PlannedReminder.Line line, LocalDate day, SentStep.State state) {
        return new SentStep(
                reminder.plan(), line.step(), line.repeat(), reminder.channel(), day, state, reminder.deadline(), null);
    }
}
