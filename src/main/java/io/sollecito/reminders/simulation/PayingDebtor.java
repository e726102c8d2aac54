package io.sollecito.reminders.simulation;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlannedReminder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How one debtor pays under a behaviour. All of it falls by lots of his own. */
final class PayingDebtor {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Behaviour behaviour;
    private final Payer payer;
    private final Draw lots;
    private final BusinessDays bankDays;

    PayingDebtor(Debtor debtor, Behaviour behaviour, long seed, BusinessDays bankDays) {
        this.behaviour = behaviour;
        this.lots = new Draw(seed).of(debtor.creditor(), debtor.source(), debtor.debtor());
        this.bankDays = bankDays;
        this.payer = behaviour.nobodyPays() ? null : behaviour.payer(debtor.debtorClass(), lots.of("payer"));
    }

    /** The day on which he pays that item if nobody reminds him, from {@code from} on; null: he does not. */
    LocalDate paysByHimself(SimulatedItem item, LocalDate from) {
        OpenItem open = item.open();
        if (payer == null || open.dueDate() == null || !item.mayBePaid(from)) {
            return null;
        }
        if (open.inCollection()) {
            return bankDays.onOrAfter(later(open.dueDate(), from));
        }
        long overdue = ChronoUnit.DAYS.between(open.dueDate(), from);
        double part = lotOf(item, "by himself").fraction();
        if (overdue > 0) {
            double gone = payer.paidAfter((int) overdue);
            part = gone >= 1 ? 0 : gone + part * (1 - gone);
        }
        OptionalInt days = payer.daysUntil(part);
        if (days.isEmpty()) {
            return null;
        }
        return days.getAsInt() == 0
                ? onTime(open.dueDate(), from)
                : bankDays.onOrAfter(later(open.dueDate().plusDays(days.getAsInt()), from));
    }

    /** That he gets this reminder on that day: what he will pay because of it, and what he disputes. */
    void gets(PlannedReminder reminder, List<SimulatedItem> demanded, LocalDate day) {
        if (payer == null) {
            return;
        }
        List<SimulatedItem> undisputed =
                demanded.stream().filter(item -> !disputes(item, day)).toList();
        Draw lot = lots.of("answer", reminder.plan(), reminder.step(), reminder.currency(), day);
        behaviour
                .answer(
                        reminder.step(),
                        Stream.concat(Stream.of(reminder.channel()), reminder.also().stream())
                                .toList())
                .filter(answer -> lot.happens(answer.pays() * payer.answers() / 100))
                .ifPresent(answer -> {
                    LocalDate pays = day.plusDays(lot.of("after").upTo(answer.withinDays()));
                    undisputed.forEach(item -> answer(item, pays, day));
                });
    }

    /** What he pays of what he owes that day. */
    BigDecimal pays(SimulatedItem item, LocalDate day) {
        BigDecimal all = item.payable(day);
        if (!lotOf(item, "part", day).happens(behaviour.partialShare())) {
            return all;
        }
        return all.multiply(BigDecimal.valueOf(behaviour.partialPays()))
                .divide(PERCENT, all.scale(), RoundingMode.HALF_UP);
    }

    /** Nobody pays before the due date because he is asked to: a courtesy moves the payment onto it. */
    private void answer(SimulatedItem item, LocalDate pays, LocalDate day) {
        LocalDate due = item.open().dueDate();
        item.willPay(
                due.isBefore(day)
                        ? bankDays.onOrAfter(pays)
                        : pays.isAfter(due) ? bankDays.onOrAfter(pays) : onTime(due, day));
    }

    private boolean disputes(SimulatedItem item, LocalDate day) {
        if (!item.open().dueDate().isBefore(day) || !item.firstReminder()) {
            return false;
        }
        boolean disputes = lotOf(item, "dispute").happens(behaviour.disputeShare());
        if (disputes) {
            item.hold(new Hold(
                    null, Hold.DISPUTE, "as assumed", "simulation", day, day.plusDays(behaviour.disputeDays())));
        }
        return disputes;
    }

    /** The last bank day up to the due date, but not before {@code from}. */
    private LocalDate onTime(LocalDate due, LocalDate from) {
        LocalDate day = bankDays.isOpen(due) ? due : bankDays.plus(due, -1);
        return bankDays.onOrAfter(later(day, from));
    }

    private Draw lotOf(SimulatedItem item, Object... what) {
        return lots.of(item.open().itemKey()).of(what);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
