package io.sollecito.reminders.simulation;

import static io.sollecito.reminders.simulation.SimulatedWorld.FROM;
import static io.sollecito.reminders.simulation.SimulatedWorld.PLAN;
import static io.sollecito.reminders.simulation.SimulatedWorld.behaviour;
import static io.sollecito.reminders.simulation.SimulatedWorld.debtor;
import static io.sollecito.reminders.simulation.SimulatedWorld.item;
import static io.sollecito.reminders.simulation.SimulatedWorld.play;
import static io.sollecito.reminders.simulation.SimulatedWorld.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sollecito.Changed;
import io.sollecito.model.CaseItem;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Hold;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When simulated debtors pay, what then leaves, and how it is added up. */
class PayingOverTimeTest {

    private static final String EVERYONE = "share: {business: 100, consumer: 100, public: 100, unknown: 100}";

    private static final String SATURDAYS = PLAN.replace("{country: IT,", "{country: IT, weekdays: [SAT],");

    @Test
    void an_overdue_item_is_paid_on_one_of_the_days_that_are_left() {
        String late = "behaviour: late\npayers:\n  - {name: a, " + EVERYONE + ", late: {10d: 50, 20d: 100}}\n";
        List<DebtorCase> cases = IntStream.range(0, 60)
                .mapToObj(n -> debtor("D" + n, item("D" + n, "I" + n, FROM.minusDays(10), "10.00")))
                .toList();

        Tally tally = play(PLAN, terms(behaviour(late), 40), cases);

        assertThat(tally.share("EUR", Tally.Part.PAID).items()).isEqualTo(60);
        assertThat(tally.cash().keySet())
                .extracting(Tally.Cash::day)
                .hasSizeGreaterThan(5)
                .allSatisfy(day -> assertThat(day).isBetween(FROM.plusDays(1), FROM.plusDays(10)));
    }

    @Test
    void an_item_that_all_others_would_have_paid_by_now_is_paid_at_once_if_at_all() {
        assertThat(cashDays(lateOn(4, 100), FROM.minusDays(30), 20)).containsExactly(FROM);
        assertThat(cashDays(lateOn(4, 0), FROM.minusDays(30), 20)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05,2026-03-09", "2026-03-03,2026-03-09", "2026-03-06,2026-03-10"})
    void a_day_without_banks_moves_a_late_payment_behind_it(LocalDate due, LocalDate paid) {
        int days = due.equals(LocalDate.parse("2026-03-03")) ? 5 : due.equals(LocalDate.parse("2026-03-05")) ? 2 : 4;

        assertThat(cashDays(lateOn(days, 100), due, 30)).containsExactly(paid);
    }

    @Test
    void whoever_answers_a_courtesy_pays_on_the_due_date_and_cannot_dispute_yet() {
        String courteous = answering("courtesy", 100, 100) + "disputes: {share: 100, days: 400d}\n";

        assertThat(cashDays(courteous, LocalDate.parse("2026-03-10"), 30))
                .containsExactly(LocalDate.parse("2026-03-10"));
        assertThat(cashDays(courteous, LocalDate.parse("2026-03-15"), 30))
                .as("a Sunday: the last bank day before")
                .containsExactly(LocalDate.parse("2026-03-13"));
    }

    @Test
    void whoever_disputes_does_not_answer() {
        String disputing = answering("first", 100, 100) + "disputes: {share: 100, days: 400d}\n";

        assertThat(cashDays(disputing, FROM, 60)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0,100", "100,0"})
    void a_reminder_that_moves_hardly_anybody_moves_hardly_anybody(int pays, int answers) {
        assertThat(cashDays(answering("first", pays, answers), FROM, 60)).isEmpty();
    }

    @Test
    void what_the_bank_collects_is_paid_when_it_falls_due() {
        OpenItem open = item("1", "A", LocalDate.parse("2026-03-14"), "100.00");
        OpenItem collected = with(open, true, List.of());
        String never = "behaviour: never\npayers:\n  - {name: a, " + EVERYONE + "}\n";

        Tally tally = play(PLAN, terms(behaviour(never), 60), List.of(debtor("1", collected)));

        assertThat(tally.cash().keySet())
                .extracting(Tally.Cash::day)
                .as("a Saturday: the next bank day")
                .containsExactly(LocalDate.parse("2026-03-16"));
    }

    @Test
    void a_message_leaves_on_the_next_open_day_and_not_at_all_once_it_is_paid() {
        String thursdays = PLAN.replace("{country: IT,", "{country: IT, weekdays: [THU],");
        DebtorCase debtor = debtor("1", item("1", "A", LocalDate.parse("2026-03-06"), "100.00"));

        // planned on Monday 9 March, it would leave on Thursday
        Tally paidOnTuesday = play(thursdays, terms(behaviour(lateOn(4, 100)), 40), List.of(debtor));
        Tally paidLater = play(thursdays, terms(behaviour(lateOn(13, 100)), 40), List.of(debtor));
        Tally neverPaid = play(thursdays, terms(Behaviour.NONE, 60), List.of(debtor));

        assertThat(steps(paidOnTuesday)).doesNotContain("first email 1");
        assertThat(steps(paidLater))
                .contains("first email 1", "first sms 1")
                .doesNotContain("formal registered-letter 1");
        assertThat(steps(neverPaid))
                .contains("first email 1", "call task 1", "formal registered-letter 1", "handover handover 1");
    }

    @Test
    void a_message_leaves_when_its_plan_opens_even_if_nothing_is_planned_that_day() {
        DebtorCase debtor = debtor("1", item("1", "A", LocalDate.parse("2026-03-06"), "100.00"));

        // planned on Monday 9 March, it leaves on Saturday 14
        assertThat(steps(play(SATURDAYS, until("2026-03-13", Behaviour.NONE), List.of(debtor))))
                .isEmpty();
        assertThat(steps(play(SATURDAYS, until("2026-03-14", Behaviour.NONE), List.of(debtor))))
                .containsExactly("first email 1", "first sms 1");
    }

    @Test
    void a_message_whose_item_was_paid_in_part_meanwhile_does_not_leave_as_it_is() {
        DebtorCase debtor = debtor("1", item("1", "A", LocalDate.parse("2026-03-06"), "100.00"));
        Behaviour half = behaviour(lateOn(4, 100) + "partial: {share: 100, pays: 50}\n");

        assertThat(steps(play(SATURDAYS, until("2026-03-14", half), List.of(debtor))))
                .isEmpty();
        assertThat(steps(play(SATURDAYS, until("2026-03-21", half), List.of(debtor))))
                .as("planned afresh on Monday 16")
                .containsExactly("first email 1", "first sms 1");
    }

    @Test
    void a_credit_is_used_up_once_for_all_items_and_so_counts_once() {
        DebtorCase debtor = debtor(
                "1",
                item("1", "A", FROM.plusDays(1), "20.00"),
                item("1", "B", FROM.plusDays(2), "30.00"),
                item("1", "C", FROM.plusDays(3), "100.00"),
                item("1", "N", FROM.plusDays(3), "-45.00"));

        Tally tally = play(PLAN, terms(behaviour(SimulatedWorld.ALL_ON_TIME), 30), List.of(debtor));

        assertThat(tally.share("EUR", Tally.Part.CREDITED)).isEqualTo(new Tally.Sum(2, new BigDecimal("45.00")));
        assertThat(tally.share("EUR", Tally.Part.PAID)).isEqualTo(new Tally.Sum(2, new BigDecimal("105.00")));
        assertThat(tally.share("EUR", Tally.Part.OPEN)).isEqualTo(Tally.Sum.NOTHING);
    }

    @Test
    void what_is_paid_on_the_last_day_is_paid() {
        LocalDate last = FROM.plusDays(3);
        Terms terms = until(last.toString(), behaviour(SimulatedWorld.ALL_ON_TIME));

        assertThat(play(PLAN, terms, List.of(debtor("1", item("1", "A", last, "100.00"))))
                        .cash())
                .containsExactly(Map.entry(new Tally.Cash("EUR", last), new BigDecimal("100.00")));
    }

    @ParameterizedTest
    @CsvSource({"0,2026-03-24", "1,2026-03-24", "3,2026-03-26"})
    void an_approved_step_leaves_when_it_is_planned_next(int days, LocalDate leaves) {
        Terms approving = new Terms(FROM, leaves, Behaviour.NONE, SendingCosts.NONE, days, 7);
        Terms dayBefore = new Terms(FROM, leaves.minusDays(1), Behaviour.NONE, SendingCosts.NONE, days, 7);
        List<DebtorCase> debtor = List.of(debtor("1", item("1", "A", LocalDate.parse("2026-03-03"), "100.00")));

        assertThat(steps(play(PLAN, approving, debtor))).contains("formal registered-letter 1");
        assertThat(steps(play(PLAN, dayBefore, debtor))).doesNotContain("formal registered-letter 1");
    }

    @Test
    void whoever_is_told_of_a_collection_leaves_it_to_the_bank() {
        String told = PLAN.replace(
                "steps:\n",
                "steps:\n  - {name: told, when: 3d before collection, by: [email], template: to-be-collected}\n");
        OpenItem collected = with(item("1", "A", LocalDate.parse("2026-03-14"), "100.00"), true, List.of());

        Tally tally = play(told, terms(behaviour(answering("told", 100, 100)), 60), List.of(debtor("1", collected)));

        assertThat(steps(tally)).containsExactly("told email 1");
        assertThat(tally.cash().keySet())
                .extracting(Tally.Cash::day)
                .as("a Saturday: the bank collects on Monday")
                .containsExactly(LocalDate.parse("2026-03-16"));
    }

    @Test
    void a_courtesy_that_could_leave_only_after_the_due_date_is_not_sent() {
        String thursdays = PLAN.replace("{country: IT,", "{country: IT, weekdays: [THU],");
        DebtorCase debtor = debtor("1", item("1", "A", LocalDate.parse("2026-03-11"), "100.00"));

        // planned on Friday 6 March, it would leave on Thursday 12
        assertThat(steps(play(thursdays, terms(Behaviour.NONE, 10), List.of(debtor))))
                .isEmpty();
    }

    @Test
    void it_counts_debtors_and_how_late_the_money_comes_and_tells_of_each_debtor() {
        List<DebtorCase> cases = List.of(
                debtor("1", item("1", "A", LocalDate.parse("2026-03-05"), "100.00")),
                debtor("2", item("2", "B", LocalDate.parse("2026-03-06"), "50.00")));
        int[] played = {0};

        Tally tally = new Simulation(
                        terms(behaviour(lateOn(4, 100)), 30),
                        Map.of("ACME-IT", SimulatedWorld.scene(SimulatedWorld.plans(PLAN))))
                .play(cases, () -> played[0]++);

        assertThat(played[0]).isEqualTo(2);
        assertThat(tally.debtors()).isEqualTo(2);
        assertThat(tally.currencies()).containsExactly("EUR");
        assertThat(tally.amountDays("EUR")).as("100 x 4 + 50 x 4").isEqualByComparingTo("600");
        assertThat(tally.amountDays("CHF")).isZero();
    }

    @Test
    void what_no_business_day_decided_is_not_yet_planned() {
        Terms weekend = new Terms(
                LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-08"), Behaviour.NONE, SendingCosts.NONE, 1, 1);

        Tally tally = play(PLAN, weekend, List.of(debtor("1", item("1", "A", FROM, "100.00"))));

        assertThat(tally.left().get(new Tally.Left("EUR", PlanOutcome.NOT_YET)))
                .isEqualTo(new Tally.Rest(new Tally.Sum(1, new BigDecimal("100.00")), "no business day came"));
    }

    @Test
    void of_the_reasons_why_items_are_open_the_first_by_letter_is_told() {
        Tally tally = new Tally();
        for (String reason : List.of("b", "a", "c")) {
            tally.left("EUR", PlanOutcome.HELD, reason, BigDecimal.TEN);
        }

        assertThat(tally.left().values())
                .containsExactly(new Tally.Rest(new Tally.Sum(3, BigDecimal.valueOf(30)), "a"));
    }

    @Test
    void nobody_pays_what_is_withheld_or_disputed_or_collected_by_others() {
        OpenItem open = item("1", "A", FROM, "100.00");
        SimulatedItem item = new SimulatedItem(CaseItem.of(with(
                open,
                false,
                List.of(
                        new Withheld("retention", new BigDecimal("10.00"), FROM.plusDays(5)),
                        new Withheld("tax", new BigDecimal("22.00"), null)))));

        assertThat(item.payable(FROM.plusDays(4))).isEqualByComparingTo("68.00");
        assertThat(item.payable(FROM.plusDays(5))).as("released").isEqualByComparingTo("78.00");
        assertThat(item.mayBePaid(FROM)).isTrue();

        item.willPay(FROM.plusDays(3));
        item.willPay(FROM.plusDays(9));
        assertThat(item.paysOn()).as("the earlier day").isEqualTo(FROM.plusDays(3));
        item.willPay(FROM.plusDays(2));
        assertThat(item.paysOn()).isEqualTo(FROM.plusDays(2));

        item.hold(new Hold(null, "dispute", "as assumed", "simulation", FROM, FROM.plusDays(1)));
        assertThat(item.paysOn()).isNull();
        assertThat(item.mayBePaid(FROM)).isFalse();
        assertThat(item.mayBePaid(FROM.plusDays(2))).isTrue();

        item.handOver(FROM.plusDays(2));
        assertThat(item.mayBePaid(FROM.plusDays(2))).isFalse();
    }

    @Test
    void a_seed_draws_the_same_lots_for_ever_and_evenly() {
        Draw lots = new Draw(7).of("debtor", 1);
        assertThat(lots.fraction()).isEqualTo(0.15116559486439707, within(1e-12));
        assertThat(new Draw(8).of("debtor", 1).fraction()).isNotEqualTo(lots.fraction());
        assertThat(new Draw(7).of("debtor1").fraction()).isNotEqualTo(lots.fraction());

        List<Integer> days = new ArrayList<>();
        int happened = 0;
        for (int n = 0; n < 2000; n++) {
            Draw lot = new Draw(3).of(n);
            days.add(lot.upTo(4));
            happened += lot.happens(25) ? 1 : 0;
        }
        assertThat(days).contains(1, 2, 3, 4).allMatch(day -> day >= 1 && day <= 4);
        assertThat(happened).isBetween(430, 570);
    }

    private static Terms until(String day, Behaviour behaviour) {
        return new Terms(FROM, LocalDate.parse(day), behaviour, SendingCosts.NONE, 1, 7);
    }

    private static String lateOn(int day, int share) {
        return "behaviour: late\npayers:\n  - {name: a, " + EVERYONE + ", late: {"
                + (day > 1 ? (day - 1) + "d: 0, " : "") + day + "d: " + share + "}}\n";
    }

    private static String answering(String step, int pays, int answers) {
        return "behaviour: answers\npayers:\n  - {name: a, " + EVERYONE + ", answers: " + answers + "}\n"
                + "reminders:\n  - {by: email, step: " + step + ", within: 1d, pays: " + pays + "}\n";
    }

    private static List<LocalDate> cashDays(String behaviour, LocalDate due, int days) {
        return play(PLAN, terms(behaviour(behaviour), days), List.of(debtor("1", item("1", "A", due, "100.00"))))
                .cash()
                .keySet()
                .stream()
                .map(Tally.Cash::day)
                .toList();
    }

    private static List<String> steps(Tally tally) {
        return tally.sent().entrySet().stream()
                .map(sent -> sent.getKey().step() + " " + sent.getKey().channel() + " "
                        + sent.getValue().messages())
                .toList();
    }

    private static OpenItem with(OpenItem item, boolean inCollection, List<Withheld> withheld) {
        return Changed.with(Changed.with(item, "inCollection", inCollection), "withheld", withheld);
    }
}
