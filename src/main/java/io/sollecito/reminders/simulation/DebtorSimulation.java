package io.sollecito.reminders.simulation;

import io.sollecito.model.Amounts;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Charge;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.ChargedBefore;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Decrease;
import io.sollecito.model.DocumentType;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.Recipients;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.PlanningDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Plays the days of one debtor: what is paid, what leaves, what is planned. Debtors do not affect each other. */
final class DebtorSimulation {

    /** A message that leaves on a later day than it was planned, with its items as they stood. */
    private record Waiting(PlannedReminder reminder, Map<CaseItem, SimulatedItem> items) {

        SimulatedItem item(PlannedReminder.Line line) {
            return items.get(line.item());
        }

        List<PlannedReminder.Line> advancing() {
            return reminder.lines().stream()
                    .filter(PlannedReminder.Line::advances)
                    .toList();
        }

        LocalDate leaves(LocalDate planned) {
            return Recipients.staysInside(reminder.channel())
                    ? planned
                    : reminder.sendAt().toLocalDate();
        }
    }

    private final Scene scene;
    private final Terms terms;
    private final Tally tally = new Tally();
    private final PayingDebtor payer;
    private final List<SimulatedItem> items = new ArrayList<>();
    private final List<SentStep> otherHistory;
    private final List<ChargedBefore> charged;
    private final Map<String, List<Decrease>> decreases;
    private final List<Waiting> waiting = new ArrayList<>();
    private final DebtorCase start;

    DebtorSimulation(DebtorCase start, Scene scene, Terms terms) {
        this.start = start;
        this.scene = scene;
        this.terms = terms;
        this.payer = new PayingDebtor(start.debtor(), terms.behaviour(), terms.seed(), scene.days());
        this.otherHistory = new ArrayList<>(start.otherHistory());
        this.charged = new ArrayList<>(start.charges().charged());
        this.decreases = new HashMap<>(start.charges().decreases());
        start.items().forEach(item -> items.add(new SimulatedItem(item)));
    }

    Tally play() {
        tally.debtor();
        for (SimulatedItem item : items) {
            if (item.owes()) {
                tally.share(
                        item.open().currency(), Tally.Part.START, item.open().openAmount());
                item.willPay(payer.paysByHimself(item, terms.from()));
            }
        }
        for (LocalDate day = terms.from(); !day.isAfter(terms.to()) && goesOn(); day = day.plusDays(1)) {
            bookUntil(day);
            leave(day);
            if (scene.days().isOpen(day)) {
                plan(day);
            }
        }
        bookUntil(terms.to().plusDays(1));
        items.stream().filter(SimulatedItem::owes).forEach(this::left);
        return tally;
    }

    private boolean goesOn() {
        return items.stream().anyMatch(item -> item.owes() && !item.handedOver());
    }

    /** Money is known the day after the bank has booked it. */
    private void bookUntil(LocalDate day) {
        List<SimulatedItem> paying = items.stream()
                .filter(item -> item.paysOn() != null && item.paysOn().isBefore(day))
                .sorted(Comparator.comparing(SimulatedItem::paysOn)
                        .thenComparing(item -> item.open().itemKey()))
                .toList();
        paying.forEach(item -> book(item, item.paysOn()));
    }

    private void book(SimulatedItem item, LocalDate day) {
        BigDecimal amount = item.mayBePaid(day) ? payer.pays(item, day) : BigDecimal.ZERO;
        String currency = item.open().currency();
        BigDecimal credit = netted(currency, amount, day);
        BigDecimal cash = amount.subtract(credit);
        if (credit.signum() > 0) {
            tally.share(currency, Tally.Part.CREDITED, credit);
        }
        if (cash.signum() > 0) {
            tally.paid(currency, day, cash, ChronoUnit.DAYS.between(item.open().dueDate(), day));
        }
        reduce(item, amount, day);
    }

    /** So much of the amount his undisputed credits settle; an advance is for its order only. */
    private BigDecimal netted(String currency, BigDecimal amount, LocalDate day) {
        BigDecimal rest = amount;
        for (SimulatedItem credit : List.copyOf(items)) {
            BigDecimal available = credit.open().openAmount().negate();
            if (available.signum() > 0
                    && rest.signum() > 0
                    && credit.open().currency().equals(currency)
                    && credit.open().type() != DocumentType.ADVANCE
                    && credit.mayBePaid(day)) {
                BigDecimal taken = rest.min(available);
                reduce(credit, taken.negate(), day);
                rest = rest.subtract(taken);
            }
        }
        return Amounts.scaled(amount.subtract(rest), currency);
    }

    private void reduce(SimulatedItem item, BigDecimal amount, LocalDate day) {
        item.reduce(amount);
        decreases.merge(item.open().itemKey(), List.of(new Decrease(day, amount)), (before, more) -> {
            List<Decrease> all = new ArrayList<>(before);
            all.addAll(more);
            return all;
        });
        if (item.open().openAmount().signum() == 0) {
            otherHistory.addAll(item.now().history());
            items.remove(item);
        }
    }

    private void leave(LocalDate day) {
        List<Waiting> due = waiting.stream()
                .filter(message -> !message.leaves(day).isAfter(day))
                .toList();
        waiting.removeAll(due);
        due.stream()
                .flatMap(message -> message.advancing().stream().map(message::item))
                .forEach(SimulatedItem::forgetWaiting);
        due.stream().filter(message -> stillStands(message, day)).forEach(message -> send(message, day));
    }

    /** Law 6: it leaves only if every item that it advances is still owed as it says. */
    private boolean stillStands(Waiting message, LocalDate day) {
        LocalDate expires = message.reminder().expires();
        return (expires == null || !day.isAfter(expires))
                && message.advancing().stream()
                        .allMatch(line -> message.item(line).mayBePaid(day)
                                && message.item(line)
                                                .open()
                                                .openAmount()
                                                .compareTo(line.item().item().openAmount())
                                        == 0);
    }

    private void plan(LocalDate day) {
        items.forEach(item -> item.approveUpTo(day));
        Map<CaseItem, SimulatedItem> byCase = new IdentityHashMap<>();
        items.forEach(item -> byCase.put(item.now(), item));
        CasePlan plan = scene.planner().plan(today(), PlanningDay.of(day));
        for (int i = 0; i < items.size(); i++) {
            decided(items.get(i), plan.decisions().get(i), day);
        }
        for (PlannedReminder reminder : plan.reminders()) {
            Waiting message = new Waiting(reminder, byCase);
            if (message.leaves(day).isAfter(day)) {
                message.advancing()
                        .forEach(line -> message.item(line)
                                .add(SimulatedItem.step(reminder, line, day, SentStep.State.WAITING)));
                waiting.add(message);
            } else {
                send(message, day);
            }
        }
    }

    private DebtorCase today() {
        return start.later(
                items.stream().map(SimulatedItem::now).toList(), otherHistory, new ChargeHistory(charged, decreases));
    }

    private void decided(SimulatedItem item, ItemDecision decision, LocalDate day) {
        item.decided(decision);
        if (decision.outcome() == PlanOutcome.AWAITING_APPROVAL && terms.approveAfterDays() >= 0) {
            item.awaitApproval(decision.step(), scene.days().plus(day, terms.approveAfterDays()));
        }
    }

    private void send(Waiting message, LocalDate day) {
        PlannedReminder reminder = message.reminder();
        List<PlannedReminder.Line> advancing = message.advancing();
        count(reminder, reminder.channel(), advancing.size());
        reminder.also().forEach(channel -> count(reminder, channel, advancing.size()));
        reminder.charges().forEach(this::charge);
        for (PlannedReminder.Line line : advancing) {
            message.item(line).add(SimulatedItem.step(reminder, line, day, SentStep.State.SENT));
        }
        if (reminder.channel().equals("handover")) {
            advancing.forEach(line -> message.item(line).handOver(day));
            return;
        }
        payer.gets(
                reminder,
                reminder.lines().stream()
                        .filter(line -> line.role() == PlannedReminder.Role.OVERDUE
                                || line.role() == PlannedReminder.Role.UPCOMING && line.advances())
                        .map(message::item)
                        .filter(item -> item.mayBePaid(day))
                        .toList(),
                day);
    }

    private void count(PlannedReminder reminder, String channel, int advancing) {
        tally.message(
                new Tally.Channel(reminder.plan(), reminder.step(), channel, scene.currency()),
                advancing,
                terms.costs().of(scene.currency(), channel).orElse(null));
    }

    private void charge(Charge charge) {
        tally.charge(charge);
        charged.add(new ChargedBefore(
                charge.item().item().itemKey(),
                charge.item().item().documentNo(),
                charge.kind(),
                charge.step(),
                charge.amount(),
                charge.until(),
                false));
    }

    private void left(SimulatedItem item) {
        String currency = item.open().currency();
        BigDecimal amount = item.open().openAmount();
        if (item.handedOver()) {
            tally.share(currency, Tally.Part.HANDED_OVER, amount);
        } else {
            ItemDecision last = item.decision();
            tally.left(
                    currency,
                    last == null ? PlanOutcome.NOT_YET : last.outcome(),
                    last == null ? "no business day came" : last.reason(),
                    amount);
        }
    }
}
