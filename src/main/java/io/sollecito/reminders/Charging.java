package io.sollecito.reminders;

import io.sollecito.model.Amounts;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Charge;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargedBefore;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Recipients;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.charges.Balances;
import io.sollecito.reminders.charges.ChargeLaw;
import io.sollecito.reminders.charges.HalfYear;
import io.sollecito.reminders.charges.Interest;
import io.sollecito.reminders.charges.InterestRule;
import io.sollecito.reminders.charges.StepCharges;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.Plans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What steps charge on the items of one debtor on a day: interest since the last time, compensation and fees once. */
final class Charging {

    private final ChargeLaw law;
    private final ChargeHistory history;
    private final Plans plans;
    private final LocalDate asOf;
    private final Set<String> compensated = new HashSet<>();

    /** @param law for debtors of that class */
    Charging(ChargeLaw law, ChargeHistory history, Plans plans, LocalDate asOf) {
        this.law = law;
        this.history = history;
        this.plans = plans;
        this.asOf = asOf;
    }

    /** Why what that step charges on the item cannot be computed. */
    Optional<String> unknown(CaseItem item, PlanStep step) {
        StepCharges charges = step.charges();
        if (!charges.bearsInterest() && !charges.compensation()) {
            return Optional.empty();
        }
        if (law.unknown(charges).isPresent()) {
            return law.unknown(charges);
        }
        InterestRule rule = law.interest(charges).orElse(null);
        LocalDate late = rule == null ? null : late(item, rule);
        if (late == null) {
            return Optional.empty();
        }
        Optional<HalfYear> missing = rule.missing(late, asOf);
        return missing.map(half -> "the reference rate " + rule.over().name() + " of the half-year from "
                + half.firstDay() + " is not known; add it to " + law.file());
    }

    /**
     * Interest and compensation of an item that reached its step.
     *
     * @param balance what is demanded of it, less credits that are for it
     */
    List<Charge> of(Standing standing, BigDecimal balance) {
        StepCharges charges = standing.step().charges();
        OpenItem item = standing.item().item();
        Balances balances = new Balances(
                balance.max(BigDecimal.ZERO), item.originalAmount().max(balance), history.decreasesOf(item));
        List<Charge> made = new ArrayList<>();
        law.interest(charges)
                .flatMap(rule -> interest(standing, rule, balances))
                .ifPresent(made::add);
        if (charges.compensation()) {
            compensation(standing, balances).ifPresent(made::add);
        }
        return made;
    }

    /** The fee of a message: on the oldest of its items that is at the message's step for the first time. */
    Optional<Charge> fee(PlanStep step, String currency, List<Standing> advancing) {
        BigDecimal fee = step.charges().fee().get(currency);
        if (fee == null || fee.signum() == 0 || !law.allowsCosts()) {
            return Optional.empty();
        }
        return advancing.stream()
                .filter(standing -> standing.step() == step && standing.repeat() == 0 && !feeStands(standing))
                .min(Comparator.comparing(standing -> standing.item().item().dueDate()))
                .map(standing -> charge(standing, ChargeKind.FEE, fee, "fee of step " + step.name()));
    }

    private boolean feeStands(Standing standing) {
        return history.of(standing.item().item(), ChargeKind.FEE).stream()
                .anyMatch(before -> before.step().equals(standing.step().name()));
    }

    /** What all days come to by now, less what was charged before: no day is charged twice, and no cent is lost. */
    private Optional<Charge> interest(Standing standing, InterestRule rule, Balances balances) {
        OpenItem item = standing.item().item();
        LocalDate late = late(standing.item(), rule);
        if (late == null || !asOf.isAfter(late)) {
            return Optional.empty();
        }
        List<ChargedBefore> charged = history.of(item, ChargeKind.INTEREST);
        LocalDate start = last(charged.stream().filter(ChargedBefore::inherited).toList(), late);
        List<ChargedBefore> own =
                charged.stream().filter(before -> !before.inherited()).toList();
        BigDecimal before = own.stream().map(ChargedBefore::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = rule.interest(balances, late, start, asOf)
                .amount(Amounts.decimals(item.currency()))
                .subtract(before);
        LocalDate after = last(own, start);
        if (amount.signum() <= 0 || !asOf.isAfter(after)) {
            return Optional.empty();
        }
        Interest since = rule.interest(balances, late, after, asOf);
        String less = before.signum() == 0
                ? ""
                : "; all since " + start.plusDays(1) + " less " + before.toPlainString() + " charged before";
        return Optional.of(new Charge(
                standing.item(),
                standing.step().name(),
                ChargeKind.INTEREST,
                amount,
                after.plusDays(1),
                asOf,
                since.rates(),
                since.basis() + less));
    }

    private Optional<Charge> compensation(Standing standing, Balances balances) {
        OpenItem item = standing.item().item();
        LocalDate late =
                law.statutory().map(rule -> late(standing.item(), rule)).orElse(null);
        if (late == null || !asOf.isAfter(late) || wasCompensated(item)) {
            return Optional.empty();
        }
        Optional<Charge> charge = law.compensation(item.currency(), balances.on(late.plusDays(1)))
                .map(amount -> charge(
                        standing,
                        ChargeKind.COMPENSATION,
                        Amounts.scaled(amount, item.currency()),
                        "compensation by law, late since " + late.plusDays(1)));
        charge.ifPresent(made -> compensated.add(item.documentNo()));
        return charge;
    }

    private boolean wasCompensated(OpenItem item) {
        if (!history.of(item, ChargeKind.COMPENSATION).isEmpty()) {
            return true;
        }
        return law.compensatesInvoices()
                && (compensated.contains(item.documentNo())
                        || history.charged().stream()
                                .anyMatch(before -> before.kind() == ChargeKind.COMPENSATION
                                        && before.documentNo().equals(item.documentNo())));
    }

    /** The last day without interest, or null. */
    private LocalDate late(CaseItem item, InterestRule rule) {
        return rule.start(item.item().dueDate(), item.item().issueDate(), reminded(item))
                .orElse(null);
    }

    /** The day on which the first reminder after the due date left, or null; a call or a hand-over is none. */
    private LocalDate reminded(CaseItem item) {
        return item.history().stream()
                .filter(SentStep::done)
                .filter(sent -> sent.effective().isAfter(item.item().dueDate()) && wentOut(sent))
                .map(SentStep::effective)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean wentOut(SentStep sent) {
        return plans.named(sent.plan())
                .filter(plan -> plan.indexOf(sent.step()) >= 0)
                .map(plan -> plan.steps().get(plan.indexOf(sent.step())))
                .map(step -> !step.by().stream().allMatch(Recipients::staysInside))
                .orElse(true);
    }

    private static LocalDate last(List<ChargedBefore> charged, LocalDate otherwise) {
        return charged.stream()
                .map(ChargedBefore::until)
                .filter(until -> until.isAfter(otherwise))
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static Charge charge(Standing standing, ChargeKind kind, BigDecimal amount, String basis) {
        return new Charge(standing.item(), standing.step().name(), kind, amount, null, null, null, basis);
    }
}
