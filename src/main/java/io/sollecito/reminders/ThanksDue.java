package io.sollecito.reminders;

import io.sollecito.ledger.reminders.Thanks.Candidate;
import io.sollecito.ledger.reminders.Thanks.Settled;
import io.sollecito.ledger.reminders.Thanks.Verdict;
import io.sollecito.model.Recipients;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether thanks are due to a debtor of whose last reminder nothing is open any more, as his plan says. A settlement that
 * is no payment is not thanked for, nor is a debtor who owes something else that is due, or whom nobody should write to
 * now.
 *
 * @param now the moment from which the plan's next window is sought
 */
record ThanksDue(Plans plans, LocalDate today, Instant now) {

    /** For so long the bank may still show what closed an item. */
    private static final int WAITING_DAYS = 10;

    /** A thank-you that comes later than that is odd. */
    private static final int LAST_DAY = 7;

    private static final Set<String> MAYBE_PAID = Set.of("unknown", Settled.TAKEN_FOR_COLLECTED);

    private static final Map<String, String> SETTLED = Map.of(
            "credit",
            "by a credit",
            "write-off",
            "as a write-off",
            "collected",
            "by collection",
            Settled.TAKEN_FOR_COLLECTED,
            "by collection",
            "assigned",
            "by assignment",
            "replaced",
            "by another number");

    Verdict verdict(Candidate candidate) {
        for (Settled item : candidate.items()) {
            Optional<Verdict> objection = objection(item);
            if (objection.isPresent()) {
                return objection.get();
            }
        }
        if (candidate.charged()) {
            return new Verdict.Withhold("charges are still to be paid");
        }
        if (candidate.overdue() != null) {
            return new Verdict.Withhold(candidate.overdue() + " is overdue");
        }
        if (candidate.hold() != null) {
            return new Verdict.Withhold("the debtor is on hold (" + candidate.hold() + ")");
        }
        ReminderPlan plan = plans.named(candidate.plan()).orElseThrow();
        return candidate.debtor() == null ? nowhere() : by(plan, candidate);
    }

    private Optional<Verdict> objection(Settled item) {
        if (item.writtenOff()) {
            return Optional.of(new Verdict.Withhold("a part of " + item.number() + " was written off"));
        }
        if (item.cause().equals("payment")) {
            return Optional.empty();
        }
        if (MAYBE_PAID.contains(item.cause())
                && !item.on().plusDays(WAITING_DAYS).isBefore(today)) {
            return Optional.of(new Verdict.Wait());
        }
        return Optional.of(new Verdict.Withhold(
                item.cause().equals("unknown")
                        ? "nobody knows how " + item.number() + " was settled"
                        : item.number() + " was settled " + SETTLED.getOrDefault(item.cause(), "otherwise")
                                + ", not by a payment"));
    }

    private Verdict by(ReminderPlan plan, Candidate candidate) {
        ReminderPlan.Thanks words = plan.thanks();
        for (String channel : words.by()) {
            Optional<String> recipient = Recipients.of(candidate.debtor(), channel);
            if (recipient.isPresent()) {
                Instant sendAt = plan.nextWindow(candidate.debtor(), List.of(channel), now)
                        .toInstant();
                LocalDate until =
                        LocalDate.ofInstant(sendAt, plan.calendar().zone()).plusDays(LAST_DAY);
                return new Verdict.Thank(words.template(), channel, recipient.get(), sendAt, until);
            }
        }
        return nowhere();
    }

    private static Verdict nowhere() {
        return new Verdict.Withhold("the debtor has no usable address");
    }
}
