package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.Payees;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.PlannedReminder.Line;
import io.sollecito.model.PlannedReminder.Role;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.CollectionCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every decision, whatever a plan says and whatever has happened. */
class PlannerLawsTest {

    private static final Set<PlanOutcome> FROM_HELD_ON = EnumSet.range(PlanOutcome.FINISHED, PlanOutcome.REMIND);

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void every_item_is_decided_by_the_first_outcome_that_applies(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Planner planner = planner(random.plan());
        DebtorCase debtor = random.debtor();
        String stale = seed % 10 == 0 ? "the bank is silent" : null;

        CasePlan plan = planner.plan(debtor, new PlanningDay(RandomCases.DAY, null, stale));

        assertThat(plan.decisions()).hasSameSizeAs(debtor.items()).doesNotContainNull();
        for (int i = 0; i < debtor.items().size(); i++) {
            CaseItem item = debtor.items().get(i);
            PlanOutcome outcome = plan.decisions().get(i).outcome();
            PlanOutcome first = first(item, debtor, stale);
            if (first != null) {
                assertThat(outcome).isEqualTo(first);
            } else if (item.unclear()) {
                assertThat(outcome).isIn(PlanOutcome.HELD, PlanOutcome.PAYMENT_UNCLEAR);
            } else {
                assertThat(outcome).matches(o -> o == PlanOutcome.HELD || FROM_HELD_ON.contains(o));
            }
            assertThat(plan.decisions().get(i).reason()).isNotBlank();
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void what_a_bank_collects_is_never_demanded_and_says_whether_it_may_come_back(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Planner planner = new Planner(
                PlanningCase.plans(random.plan()),
                ChargeRules.NONE,
                PlanningCase.RETURNS,
                Payees.NONE,
                Map.of("country", "IT"));
        DebtorCase debtor = random.withCollections(random.debtor());

        CasePlan plan = planner.plan(debtor, PlanningDay.of(RandomCases.DAY));

        plan.reminders().stream()
                .flatMap(reminder -> reminder.lines().stream())
                .filter(line -> line.item().item().inCollection())
                .forEach(line -> assertThat(line.role()).isIn(Role.NOT_YET_DUE, Role.HELD));
        CollectionCalendar calendar = new CollectionCalendar(PlanningCase.RETURNS, "IT");
        for (int i = 0; i < debtor.items().size(); i++) {
            CaseItem item = debtor.items().get(i);
            ItemDecision decision = plan.decisions().get(i);
            if (item.item().inCollection()
                    && decision.outcome() == PlanOutcome.HELD
                    && item.holds().isEmpty()
                    && !item.frozen()
                    && decision.step() == null) {
                assertThat(decision.reason()).isEqualTo(calendar.stateOn(RandomCases.DAY, item.collected(), false));
            }
        }
        CasePlan again = planner.plan(
                new DebtorCase(debtor.debtor(), random.shuffled(debtor.items()), debtor.otherHistory()),
                PlanningDay.of(RandomCases.DAY));
        assertThat(decisions(again)).isEqualTo(decisions(plan));
    }

    private static PlanOutcome first(CaseItem item, DebtorCase debtor, String stale) {
        if (item.settled() || item.item().openAmount().signum() == 0) {
            return PlanOutcome.SETTLED;
        }
        if (item.item().isCredit()) {
            return PlanOutcome.CREDIT;
        }
        if (stale != null) {
            return PlanOutcome.STALE;
        }
        if (!debtor.debtor().country().equals("IT")) {
            return PlanOutcome.NO_PLAN;
        }
        return item.frozen() || item.holds().stream().anyMatch(hold -> hold.holdsOn(RandomCases.DAY))
                ? PlanOutcome.HELD
                : null;
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_total_is_the_sum_of_what_is_demanded_less_credits_that_are_netted_once(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        CasePlan plan = planner(random.plan()).plan(random.debtor(), PlanningDay.of(RandomCases.DAY));

        Map<String, BigDecimal> netted = new HashMap<>();
        for (PlannedReminder reminder : plan.reminders()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Line line : reminder.lines()) {
                if (line.role() == Role.OVERDUE || line.role() == Role.CREDIT || line.role() == Role.UPCOMING) {
                    assertThat(line.role() != Role.UPCOMING || line.advances()).isTrue();
                    sum = sum.add(line.amount());
                }
                if (line.role() == Role.CREDIT) {
                    netted.merge(line.item().item().itemKey(), line.amount(), BigDecimal::add);
                }
                assertThat(line.item().item().currency()).isEqualTo(reminder.currency());
            }
            assertThat(reminder.total()).isEqualByComparingTo(sum);
        }
        plan.debtorCase().items().forEach(item -> {
            BigDecimal used = netted.getOrDefault(item.item().itemKey(), BigDecimal.ZERO);
            assertThat(used.signum() == 0 || used.compareTo(item.item().openAmount()) >= 0)
                    .as("no more is netted of a credit than there is")
                    .isTrue();
        });
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void what_is_reminded_advances_once_and_never_a_step_that_is_done_or_pending(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        DebtorCase debtor = random.debtor();
        CasePlan plan = planner(random.plan()).plan(debtor, PlanningDay.of(RandomCases.DAY));

        List<String> advanced = new ArrayList<>();
        for (PlannedReminder reminder : plan.reminders()) {
            for (Line line : reminder.lines()) {
                if (!line.advances()) {
                    continue;
                }
                advanced.add(line.item().item().itemKey() + " " + line.step());
                assertThat(line.item().history())
                        .noneMatch(sent -> sent.state() != SentStep.State.UNDELIVERED
                                && sent.step().equals(line.step())
                                && sent.repeat() == line.repeat());
                assertThat(line.item().settled()
                                || line.item().frozen()
                                || line.item().unclear()
                                || line.item().holds().stream().anyMatch(hold -> hold.holdsOn(RandomCases.DAY)))
                        .as("what is settled, held, in quarantine or unclear does not advance")
                        .isFalse();
            }
        }
        List<String> decided = IntStream.range(0, debtor.items().size())
                .filter(i -> plan.decisions().get(i).outcome() == PlanOutcome.REMIND)
                .mapToObj(i -> debtor.items().get(i).item().itemKey() + " "
                        + plan.decisions().get(i).step())
                .toList();
        assertThat(advanced).containsExactlyInAnyOrderElementsOf(decided);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void on_stale_facts_there_is_no_reminder_at_all(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        CasePlan plan = planner(random.plan())
                .plan(random.debtor(), new PlanningDay(RandomCases.DAY, null, "the bank is silent"));

        assertThat(plan.reminders()).isEmpty();
        assertThat(plan.decisions())
                .extracting(ItemDecision::outcome)
                .containsAnyOf(PlanOutcome.STALE, PlanOutcome.SETTLED, PlanOutcome.CREDIT)
                .doesNotContain(PlanOutcome.REMIND);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void the_same_facts_are_decided_the_same_in_whatever_order_the_items_come(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        String text = random.plan();
        DebtorCase debtor = random.debtor();
        CasePlan once = planner(text).plan(debtor, PlanningDay.of(RandomCases.DAY));

        assertThat(planner(text).plan(debtor, PlanningDay.of(RandomCases.DAY))).isEqualTo(once);
        CasePlan other =
                planner(text).plan(debtor.withItems(random.shuffled(debtor.items())), PlanningDay.of(RandomCases.DAY));
        assertThat(decisions(other)).isEqualTo(decisions(once));
        assertThat(messages(other)).isEqualTo(messages(once));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void days_planned_one_after_the_other_are_decided_as_each_is_afresh_from_what_was_sent(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        String text = random.plan();
        Planner planner = planner(text);
        DebtorCase debtor = random.beginner();
        Map<LocalDate, CasePlan> recorded = new TreeMap<>();
        for (int day = 0; day < 40; day++) {
            LocalDate date = RandomCases.DAY.plusDays(day);
            CasePlan plan = planner.plan(debtor, PlanningDay.of(date));
            recorded.put(date, plan);
            debtor = debtor.withItems(debtor.items().stream()
                    .map(item -> item.withHistory(with(item.history(), sent(plan, item, date))))
                    .toList());
        }

        DebtorCase end = debtor;
        recorded.forEach((date, plan) -> {
            DebtorCase then = end.withItems(random.shuffled(end.items()).stream()
                    .map(item -> item.withHistory(item.history().stream()
                            .filter(sent -> sent.effective().isBefore(date))
                            .toList()))
                    .toList());
            CasePlan afresh = planner(text).plan(then, PlanningDay.of(date));
            assertThat(decisions(afresh)).as(date.toString()).isEqualTo(decisions(plan));
            assertThat(messages(afresh)).isEqualTo(messages(plan));
        });
        end.items()
                .forEach(item -> assertThat(item.history())
                        .extracting(sent -> sent.step() + " " + sent.repeat())
                        .doesNotHaveDuplicates());
    }

    private static Optional<SentStep> sent(CasePlan plan, CaseItem item, LocalDate date) {
        for (int number = 0; number < plan.reminders().size(); number++) {
            PlannedReminder reminder = plan.reminders().get(number);
            for (Line line : reminder.lines()) {
                if (line.advances() && line.item().item().equals(item.item())) {
                    return Optional.of(new SentStep(
                            reminder.plan(),
                            line.step(),
                            line.repeat(),
                            reminder.channel(),
                            date,
                            SentStep.State.SENT,
                            reminder.deadline(),
                            null,
                            null,
                            date.toEpochDay() * 100 + number));
                }
            }
        }
        return Optional.empty();
    }

    private static List<SentStep> with(List<SentStep> history, Optional<SentStep> sent) {
        List<SentStep> more = new ArrayList<>(history);
        sent.ifPresent(more::add);
        return more;
    }

    private static Planner planner(String plan) {
        return new Planner(
                PlanningCase.plans(plan),
                ChargeRules.NONE,
                Map.of("code", "ACME-IT", "country", "IT", "baseCurrency", "EUR"));
    }

    private static Map<String, ItemDecision> decisions(CasePlan plan) {
        Map<String, ItemDecision> decisions = new TreeMap<>();
        for (int i = 0; i < plan.decisions().size(); i++) {
            decisions.put(
                    plan.debtorCase().items().get(i).item().itemKey(),
                    plan.decisions().get(i));
        }
        return decisions;
    }

    /** What they say and to which lines, whatever the order of the lines. */
    private static List<String> messages(CasePlan plan) {
        return plan.reminders().stream()
                .map(reminder -> reminder.step() + " " + reminder.channel() + " " + reminder.sendAt() + " "
                        + reminder.total() + " " + reminder.currency() + " "
                        + PlanningCase.lines(reminder).stream().sorted().toList())
                .sorted()
                .toList();
    }
}
