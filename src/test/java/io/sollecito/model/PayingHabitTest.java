package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PayingHabitTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 10);

    @Test
    void one_item_that_was_paid_a_year_late_changes_nothing_usual() {
        List<PaidItem> items = new ArrayList<>(paid(10, 11, 12, 12, 13, 14, 380));

        PayingHabit habit = PayingHabit.of(items);

        assertThat(habit.paid()).isEqualTo(new Lateness(7, 65, 11, 12, 14));
        assertThat(habit.paid().spread()).isEqualTo(3);
    }

    @Test
    void a_payment_answers_the_last_reminder_after_due_and_before_its_day() {
        PaidItem item = new PaidItem("1", DUE, DUE.plusDays(20), null);

        assertThat(item.answering(List.of(sent(3, "email"), sent(10, "letter"), sent(20, "sms")))
                        .reminded())
                .isEqualTo("letter");
        assertThat(item.answering(List.of(sent(-5, "email"), sent(0, "sms"), sent(20, "letter")))
                        .reminded())
                .isNull();
    }

    @Test
    void reminded_and_unreminded_items_are_told_apart() {
        List<PaidItem> items = new ArrayList<>(paid(2, 4, 6));
        items.add(new PaidItem("r1", DUE, DUE.plusDays(30), "email"));
        items.add(new PaidItem("r2", DUE, DUE.plusDays(40), "letter"));
        items.add(new PaidItem("r3", DUE, DUE.plusDays(40), "letter"));

        PayingHabit habit = PayingHabit.of(items);

        assertThat(habit.unreminded()).isEqualTo(new Lateness(3, 4, 2, 4, 6));
        assertThat(habit.remindedShare()).isEqualTo(50);
        assertThat(habit.channels()).isEqualTo(Map.of("email", 1, "letter", 2));
        assertThat(habit.bestChannel(List.of("email", "letter"))).contains("letter");
        assertThat(habit.bestChannel(List.of("email", "task"))).contains("email");
        assertThat(habit.bestChannel(List.of("sms"))).isEmpty();
    }

    @Test
    void only_the_newest_payments_make_the_habit() {
        List<PaidItem> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            LocalDate due = DUE.plusDays(i * 30L);
            items.add(new PaidItem("" + i, due, due.plusDays(i < 15 ? 90 : 5), null));
        }

        assertThat(PayingHabit.of(items).paid()).isEqualTo(new Lateness(40, 5, 5, 5, 5));
    }

    @Property(tries = 200)
    void the_order_of_the_items_does_not_matter(@ForAll("items") List<PaidItem> items, @ForAll long seed) {
        List<PaidItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(PayingHabit.of(shuffled)).isEqualTo(PayingHabit.of(items));
    }

    @Property(tries = 200)
    void more_of_any_ground_never_lowers_the_risk(
            @ForAll @IntRange(min = -30, max = 120) int late,
            @ForAll @IntRange(max = 30) int later,
            @ForAll @IntRange(max = 4) int broken,
            @ForAll @IntRange(max = 3) int returned,
            @ForAll @IntRange(max = 100) int overdue,
            @ForAll @IntRange(max = 3) int which) {
        Risk before = risk(late, broken, returned, overdue);
        Risk after =
                switch (which) {
                    case 0 -> risk(late + later, broken, returned, overdue);
                    case 1 -> risk(late, broken + 1, returned, overdue);
                    case 2 -> risk(late, broken, returned + 1, overdue);
                    default -> risk(late, broken, returned, Math.min(100, overdue + later));
                };

        assertThat(after.score()).isBetween(before.score(), 100);
        assertThat(before.score()).isNotNegative();
        assertThat(before.reasons().isEmpty()).isEqualTo(before.score() == 0);
    }

    @Test
    void the_risk_says_why_in_words() {
        PayingHabit habit = PayingHabit.of(paid(34, 34, 33, 35)).with(1, 2, 5, 1);

        Risk risk = Risk.of(habit, debt(41), DUE);

        assertThat(risk.reasons())
                .containsExactly(
                        "usually pays 34 days late (4 items)",
                        "2 of 3 promises broken",
                        "a payment was returned by the bank",
                        "41 % of the debt is more than 60 days overdue");
        assertThat(risk.score()).isEqualTo(30 + 20 + 15 + 10);
        assertThat(Risk.of(PayingHabit.NONE, List.of(), DUE)).isEqualTo(new Risk(0, List.of()));
        assertThat(Risk.of(PayingHabit.of(paid(90, 90)), List.of(), DUE).score())
                .as("two items are no habit")
                .isZero();
    }

    @Provide
    static Arbitrary<List<PaidItem>> items() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(-30, 200),
                        Arbitraries.of("email", "letter", "sms").injectNull(0.5),
                        Arbitraries.integers().between(1, 99))
                .as((due, late, channel, number) ->
                        new PaidItem("" + number, DUE.plusDays(due), DUE.plusDays(due + late), channel))
                .list()
                .ofMaxSize(60);
    }

    private static Risk risk(int late, int broken, int returned, int overduePercent) {
        return Risk.of(PayingHabit.of(paid(late, late, late)).with(1, broken, 0, returned), debt(overduePercent), DUE);
    }

    private static List<CaseItem> debt(int overduePercent) {
        return List.of(
                CaseItem.of(item("late", DUE.minusDays(61), overduePercent)),
                CaseItem.of(item("not so late", DUE.minusDays(60), 100 - overduePercent)));
    }

    private static OpenItem item(String number, LocalDate due, int amount) {
        return new OpenItem(
                "ACME-IT",
                "sap",
                number,
                "4711",
                number,
                null,
                1,
                DocumentType.INVOICE,
                due,
                due,
                DueDateOrigin.SOURCE,
                "EUR",
                BigDecimal.valueOf(amount),
                BigDecimal.valueOf(amount),
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static List<PaidItem> paid(int... late) {
        List<PaidItem> items = new ArrayList<>();
        for (int days : late) {
            items.add(new PaidItem("n" + items.size(), DUE, DUE.plusDays(days), null));
        }
        return items;
    }

    private static SentStep sent(int daysAfterDue, String channel) {
        return new SentStep(
                "standard", "s", 0, channel, DUE.plusDays(daysAfterDue), SentStep.State.SENT, null, null);
    }
}
