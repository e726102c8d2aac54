package io.sollecito.reminders.simulation;

import static io.sollecito.reminders.simulation.SimulatedWorld.FROM;
import static io.sollecito.reminders.simulation.SimulatedWorld.PLAN;
import static io.sollecito.reminders.simulation.SimulatedWorld.behaviour;
import static io.sollecito.reminders.simulation.SimulatedWorld.crowd;
import static io.sollecito.reminders.simulation.SimulatedWorld.debtor;
import static io.sollecito.reminders.simulation.SimulatedWorld.item;
import static io.sollecito.reminders.simulation.SimulatedWorld.play;
import static io.sollecito.reminders.simulation.SimulatedWorld.terms;
import static io.sollecito.reminders.simulation.SimulatedWorld.typical;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CaseItem;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargedBefore;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.PlanningDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void the_order_of_debtors_changes_nothing_and_a_seed_always_tells_the_same() {
        List<DebtorCase> cases = crowd(40, 1);
        List<DebtorCase> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(3));

        Tally one = play(PLAN, terms(typical(), 60), cases);
        Tally other = play(PLAN, terms(typical(), 60), shuffled);

        assertThat(other.sent()).isEqualTo(one.sent());
        assertThat(other.cash()).isEqualTo(one.cash());
        assertThat(other.left()).isEqualTo(one.left());
        assertThat(other.charged()).isEqualTo(one.charged());
    }

    @Test
    void a_debtor_pays_the_same_whoever_else_is_in_the_file() {
        List<DebtorCase> cases = crowd(30, 2);
        Tally alone = new Tally();
        cases.forEach(each -> alone.add(play(PLAN, terms(typical(), 60), List.of(each))));

        assertThat(alone.cash())
                .isEqualTo(play(PLAN, terms(typical(), 60), cases).cash());
    }

    @Test
    void another_seed_lets_others_pay() {
        List<DebtorCase> cases = crowd(40, 1);
        Terms terms = terms(typical(), 60);
        Terms otherSeed = new Terms(FROM, terms.to(), typical(), terms.costs(), 1, 8);

        assertThat(play(PLAN, otherSeed, cases).cash())
                .isNotEqualTo(play(PLAN, terms, cases).cash());
    }

    @Test
    void no_cent_is_lost_and_none_appears() {
        for (long seed = 1; seed <= 5; seed++) {
            Tally tally = play(PLAN, terms(typical(), 120), crowd(40, seed));

            BigDecimal accounted = Stream.of(
                            Tally.Part.PAID, Tally.Part.CREDITED, Tally.Part.HANDED_OVER, Tally.Part.OPEN)
                    .map(part -> tally.share("EUR", part).amount())
                    .peek(amount -> assertThat(amount.signum()).isNotNegative())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(accounted)
                    .isEqualByComparingTo(
                            tally.share("EUR", Tally.Part.START).amount());
            assertThat(tally.cash().values()).allSatisfy(cash -> assertThat(cash)
                    .isPositive());
            assertThat(tally.cash().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(
                            tally.share("EUR", Tally.Part.PAID).amount());
            assertThat(tally.share("EUR", Tally.Part.HANDED_OVER).items()).isPositive();
            assertThat(tally.share("EUR", Tally.Part.CREDITED).items()).isPositive();
        }
    }

    @Test
    void where_everyone_pays_on_time_nobody_is_reminded_after_due() {
        Tally tally = play(
                PLAN,
                terms(behaviour(SimulatedWorld.ALL_ON_TIME), 60),
                List.of(
                        debtor("1", item("1", "A", FROM.plusDays(3), "100.00")),
                        debtor("2", item("2", "B", LocalDate.parse("2026-03-14"), "100.00"))));

        assertThat(tally.sent().keySet()).extracting(Tally.Channel::step).containsOnly("courtesy");
        assertThat(tally.cash().keySet())
                .extracting(Tally.Cash::day)
                .containsExactly(LocalDate.parse("2026-03-05"), LocalDate.parse("2026-03-13"));
        assertThat(tally.share("EUR", Tally.Part.OPEN)).isEqualTo(Tally.Sum.NOTHING);
    }

    @Test
    void where_nobody_pays_the_messages_are_those_of_planning_day_by_day() {
        List<DebtorCase> cases = crowd(25, 4);
        Terms terms = terms(Behaviour.NONE, 75);

        Map<String, Integer> simulated = new TreeMap<>();
        play(PLAN, terms, cases)
                .sent()
                .forEach((channel, sent) -> simulated.put(channel.step() + " " + channel.channel(), sent.messages()));

        assertThat(simulated).isEqualTo(replayed(cases, terms)).hasSize(6);
    }

    /** Plans each business day afresh; what is planned leaves that day. */
    private static Map<String, Integer> replayed(List<DebtorCase> cases, Terms terms) {
        Scene scene = SimulatedWorld.scene(SimulatedWorld.plans(PLAN));
        Map<String, Integer> messages = new TreeMap<>();
        for (DebtorCase start : cases) {
            List<CaseItem> items = new ArrayList<>(start.items());
            List<ChargedBefore> charged = new ArrayList<>();
            Map<Integer, String> approved = new TreeMap<>();
            for (LocalDate day = terms.from(); !day.isAfter(terms.to()); day = day.plusDays(1)) {
                if (!scene.days().isOpen(day)) {
                    continue;
                }
                approved.forEach((i, step) -> items.set(i, items.get(i).withApproved(step)));
                approved.clear();
                var plan = scene.planner()
                        .plan(
                                new DebtorCase(
                                        start.debtor(),
                                        items,
                                        List.of(),
                                        List.of(),
                                        new ChargeHistory(charged, Map.of())),
                                PlanningDay.of(day));
                for (int i = 0; i < items.size(); i++) {
                    if (plan.decisions().get(i).outcome() == PlanOutcome.AWAITING_APPROVAL) {
                        approved.put(i, plan.decisions().get(i).step());
                    }
                }
                for (PlannedReminder reminder : plan.reminders()) {
                    Stream.concat(Stream.of(reminder.channel()), reminder.also().stream())
                            .forEach(channel -> messages.merge(reminder.step() + " " + channel, 1, Integer::sum));
                    for (PlannedReminder.Line line : reminder.lines()) {
                        if (line.advances()) {
                            int i = items.indexOf(line.item());
                            List<SentStep> history =
                                    new ArrayList<>(items.get(i).history());
                            history.add(new SentStep(
                                    reminder.plan(),
                                    line.step(),
                                    line.repeat(),
                                    reminder.channel(),
                                    day,
                                    SentStep.State.SENT,
                                    reminder.deadline(),
                                    null));
                            items.set(i, items.get(i).withHistory(history));
                        }
                    }
                }
            }
        }
        return messages;
    }

    @Test
    void a_step_that_nobody_approves_goes_nowhere() {
        Terms terms = new Terms(FROM, FROM.plusDays(60), Behaviour.NONE, SendingCosts.NONE, -1, 1);

        Tally tally = play(PLAN, terms, List.of(debtor("1", item("1", "A", FROM, "100.00"))));

        assertThat(tally.sent().keySet()).extracting(Tally.Channel::step).containsOnly("call", "first");
        assertThat(tally.left().keySet())
                .extracting(Tally.Left::outcome)
                .containsExactly(PlanOutcome.AWAITING_APPROVAL);
    }

    @Test
    void the_days_of_one_unpaid_invoice_cost_and_charge_what_the_steps_say() {
        Tally tally = play(
                PLAN, terms(Behaviour.NONE, 60), List.of(debtor("1", item("1", "A", FROM.plusDays(8), "1000.00"))));

        assertThat(tally.sent().entrySet())
                .extracting(sent -> sent.getKey().step() + " " + sent.getKey().channel() + " "
                        + sent.getValue().messages() + " " + sent.getValue().cost())
                .containsExactly(
                        "call task 1 5.00",
                        "courtesy email 1 0.00",
                        "first email 1 0.00",
                        "first sms 1 0.08",
                        "formal registered-letter 1 8.50",
                        "handover handover 1 0.00");
        assertThat(tally.charged())
                .containsEntry(new Tally.Charged("EUR", ChargeKind.COMPENSATION), new BigDecimal("40.00"));
        assertThat(tally.share("EUR", Tally.Part.HANDED_OVER).amount()).isEqualByComparingTo("1000.00");
    }

    @Test
    void what_a_channel_costs_is_not_known_when_the_file_does_not_say() {
        Terms terms = new Terms(FROM, FROM.plusDays(30), Behaviour.NONE, SendingCosts.NONE, 1, 1);

        Tally tally = play(PLAN, terms, List.of(debtor("1", item("1", "A", FROM, "100.00"))));

        assertThat(tally.sent().values())
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.cost()).isNull());
    }

    @Test
    void a_credit_settles_before_money_does() {
        Tally tally = play(
                PLAN,
                terms(behaviour(SimulatedWorld.ALL_ON_TIME), 30),
                List.of(debtor(
                        "1",
                        item("1", "A", FROM.plusDays(10), "100.00"),
                        item("1", "B", FROM.plusDays(10), "-30.00"))));

        assertThat(tally.share("EUR", Tally.Part.CREDITED).amount()).isEqualByComparingTo("30.00");
        assertThat(tally.share("EUR", Tally.Part.PAID).amount()).isEqualByComparingTo("70.00");
    }

    @Test
    void whoever_pays_only_when_reminded_pays_after_the_first_reminder() {
        String moved = """
                behaviour: moved
                payers:
                  - {name: waits, share: {business: 100, consumer: 100, public: 100, unknown: 100}}
                reminders:
                  - {by: email, step: first, within: 2d, pays: 100}
                """;

        Tally tally = play(
                PLAN, terms(behaviour(moved), 60), List.of(debtor("1", item("1", "A", FROM.plusDays(6), "100.00"))));

        assertThat(tally.sent().keySet()).extracting(Tally.Channel::step).containsOnly("courtesy", "first");
        assertThat(tally.cash().keySet())
                .extracting(Tally.Cash::day)
                .first()
                .satisfies(day -> assertThat(day).isBetween("2026-03-12", "2026-03-13"));
    }

    @Test
    void a_part_payment_leaves_the_rest_open_and_a_dispute_pauses() {
        String half = SimulatedWorld.ALL_ON_TIME + "partial: {share: 100, pays: 50}\n"
                + "disputes: {share: 100, days: 400d}\n";

        Tally tally =
                play(PLAN, terms(behaviour(half), 90), List.of(debtor("1", item("1", "A", FROM.plusDays(6), "99.99"))));

        assertThat(tally.share("EUR", Tally.Part.PAID).amount()).isEqualByComparingTo("50.00");
        assertThat(tally.left().keySet()).extracting(Tally.Left::outcome).containsExactly(PlanOutcome.HELD);
        assertThat(tally.sent().keySet()).extracting(Tally.Channel::step).containsOnly("courtesy", "first");
    }
}
