package io.sollecito.reminders;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.reminders.PlannedReminders;
import io.sollecito.ledger.reminders.PlannedReminders.Committed;
import io.sollecito.ledger.reminders.PlannedReminders.Planned;
import io.sollecito.ledger.reminders.PlanningLock;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.ledger.reminders.PlanningRuns.Begun;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.PlanOutcome;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.CollectionCalendar;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.plan.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plans the reminders of one creditor for one day. What it decides for a thousand debtors is committed together, while
 * the next are planned and those after them are read; a run that was cut off goes on where it stopped when it is run again.
 */
public final class PlanningRun {

    /**
     * What a run did.
     *
     * @param refused why it did nothing, or null
     * @param stale why it reminded nobody, or null
     */
    public record Result(String refused, String stale, Map<PlanOutcome, Integer> outcomes, int reminders) {
        static Result refusal(String why) {
            return new Result(why, null, Map.of(), 0);
        }
    }

    private final Cases cases;
    private final PlannedReminders planned;
    private final PlanningRuns runs;
    private final Holds holds;
    private final Freshness freshness;
    private final Journal journal;
    private final Plans plans;
    private final ChargeRules rules;
    private final ReturnTimes returns;
    private final Clock clock;

    public PlanningRun(
            Cases cases,
            PlannedReminders planned,
            PlanningRuns runs,
            Holds holds,
            Connections connections,
            Journal journal,
            Plans plans,
            ChargeRules rules,
            ReturnTimes returns,
            Clock clock) {
        this.cases = cases;
        this.planned = planned;
        this.runs = runs;
        this.holds = holds;
        this.freshness = new Freshness(connections);
        this.journal = journal;
        this.plans = plans;
        this.rules = rules;
        this.returns = returns;
        this.clock = clock;
    }

    /** Plans that day; a backdated run and one that overlaps another are refused. */
    public Result run(Creditor creditor, LocalDate date) {
        AtomicReference<Result> result = new AtomicReference<>();
        try {
            boolean alone = runs.alone(creditor.code(), lock -> result.set(runAlone(creditor, date, lock)));
            return alone ? result.get() : Result.refusal("another run of " + creditor.code() + " is under way");
        } catch (PlanningLock.Lost lost) {
            return Result.refusal(lost.getMessage() + "; the next run goes on where it stopped");
        }
    }

    private Result runAlone(Creditor creditor, LocalDate date, PlanningLock lock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
        if (date.isBefore(today)) {
            return Result.refusal("a run for " + date + " is backdated: it is " + today);
        }
        LocalDate last =
                runs.last(creditor.code()).map(PlanningRuns.Recorded::date).orElse(date);
        if (date.isBefore(last)) {
            return Result.refusal("a run for " + date + " is backdated: " + last + " was planned before");
        }
        Begun run = runs.begin(creditor.code(), date, creditor.runs());
        planned.replaceProposals(run.id(), creditor.code());
        holds.endPassed(creditor.code(), date);
        List<String> late = freshness.stale(creditor, date);
        String stale = late.isEmpty() ? null : String.join("; ", late);
        if (stale == null) {
            holds.judgeAgreements(creditor, freshness.moneyKnownBefore(creditor, date));
        }
        cases.bringUpToDate(creditor, date, journal, clock);
        Directions directions = new Directions(planned.changes(run.id()));
        return plan(creditor, run, new PlanningDay(date, clock.instant(), stale, directions), lock);
    }

    private Result plan(Creditor creditor, Begun run, PlanningDay day, PlanningLock lock) {
        Planner planner = new Planner(plans, rules, returns, creditor.payees(), facts(creditor));
        DayLimit limit = limit(creditor, run, planner, day);
        Map<PlanOutcome, Integer> outcomes = new EnumMap<>(PlanOutcome.class);
        AtomicInteger reminders = new AtomicInteger();
        try (OneAhead commits = new OneAhead();
                OneAhead plannings = new OneAhead()) {
            long facts = cases.factsNumber(creditor.code());
            cases.forEachBatch(
                    creditor.code(),
                    day.asOf(),
                    batch -> plannings.start(() -> {
                        Planned read = new Planned(facts, day.notBefore(), plans(planner, batch, day, limit));
                        commits.start(() -> {
                            lock.stillHeld();
                            Committed committed = planned.commit(
                                    run, creditor, read, before -> again(creditor, planner, before, day, limit));
                            reminders.addAndGet(committed.reminders());
                            committed
                                    .plans()
                                    .forEach(plan -> plan.decisions()
                                            .forEach(decision -> outcomes.merge(decision.outcome(), 1, Integer::sum)));
                        });
                    }));
            plannings.finish();
            commits.finish();
        }
        lock.stillHeld();
        CollectionCalendar collections = new CollectionCalendar(returns, creditor.country());
        planned.decideSettled(run.id(), creditor.code(), collected -> collections.stateOn(day.asOf(), collected, true));
        runs.end(run.id(), outcomes, day.stale());
        Map<String, Object> details = new HashMap<>();
        details.put("date", day.asOf());
        details.put("reminders", reminders.get());
        details.put("staleBecause", day.stale());
        details.put("kind", run.kind().text());
        outcomes.forEach((outcome, count) -> details.put(outcome.text(), count));
        journal.append(creditor.code(), "run-planned", "run:" + run.id(), "run", details);
        return new Result(null, day.stale(), outcomes, reminders.get());
    }

    /** Which of the run's messages are within its limit, if it has one: for that they are all looked at first. */
    private DayLimit limit(Creditor creditor, Begun run, Planner planner, PlanningDay day) {
        Optional<Integer> atMost = creditor.runs().limit(run.kind());
        if (atMost.isEmpty()) {
            return DayLimit.NONE;
        }
        DayLimit limit = new DayLimit(atMost.get(), atMost.get() - planned.made(run.id()), creditor.baseCurrency());
        cases.forEachBatch(
                creditor.code(),
                day.asOf(),
                batch -> batch.forEach(debtorCase -> limit.consider(planner.plan(debtorCase, day))));
        return limit.chosen();
    }

    private static List<CasePlan> plans(Planner planner, List<DebtorCase> batch, PlanningDay day, DayLimit limit) {
        return batch.stream()
                .map((DebtorCase debtorCase) -> limit.within(planner.plan(debtorCase, day)))
                .toList();
    }

    private List<CasePlan> again(
            Creditor creditor, Planner planner, List<CasePlan> before, PlanningDay day, DayLimit limit) {
        List<DebtorCase> debtors = before.stream().map(CasePlan::debtorCase).toList();
        return plans(planner, cases.again(creditor.code(), day.asOf(), debtors), day, limit);
    }

    /** What plans may ask about a creditor. */
    public static Map<String, String> facts(Creditor creditor) {
        return Map.of(
                "code", creditor.code(),
                "name", creditor.name(),
                "country", creditor.country(),
                "zone", creditor.zone().getId(),
                "baseCurrency", creditor.baseCurrency());
    }
}
