package io.sollecito.reminders.charges;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Decrease;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of interest whatever the country, the days and the payments in between. */
class InterestLawsTest {

    private static final ChargeRules RULES = ChargeRules.load(Path.of("reminders"));
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1200; // all of them known
    private static final int EXACT = 30;

    @Property(tries = 300)
    void it_is_additive_over_splits_of_the_period(
            @ForAll("rules") InterestRule rule,
            @ForAll("balances") Balances balances,
            @ForAll @IntRange(max = 400) int late,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 400) int second) {
        LocalDate start = FIRST.plusDays(late);
        LocalDate middle = start.plusDays(first);
        LocalDate end = middle.plusDays(second);

        BigDecimal whole = rule.interest(balances, start, start, end).amount(EXACT);
        BigDecimal parts = rule.interest(balances, start, start, middle)
                .amount(EXACT)
                .add(rule.interest(balances, start, middle, end).amount(EXACT));

        assertThat(parts.subtract(whole).abs()).isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(EXACT - 1));
    }

    @Property(tries = 300)
    void it_is_never_negative_and_never_compounds(
            @ForAll("rules") InterestRule rule,
            @ForAll("balances") Balances balances,
            @ForAll @IntRange(max = 400) int late,
            @ForAll @IntRange(max = 800) int days) {
        LocalDate start = FIRST.plusDays(late);
        LocalDate end = start.plusDays(days);

        BigDecimal interest = rule.interest(balances, start, start, end).amount(EXACT);
        BigDecimal simple = balances.most()
                .multiply(new BigDecimal("15"))
                .multiply(BigDecimal.valueOf(days))
                .divide(new BigDecimal("36000"), EXACT, RoundingMode.UP);

        assertThat(interest).isNotNegative().isLessThanOrEqualTo(simple);
        assertThat(rule.interest(doubled(balances), start, start, end)
                        .amount(EXACT)
                        .subtract(interest.add(interest))
                        .abs())
                .as("twice the debt bears twice the interest")
                .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(EXACT - 1));
    }

    @Property(tries = 200)
    void what_is_paid_before_it_is_late_bears_none(
            @ForAll("rules") InterestRule rule,
            @ForAll @BigRange(min = "0.01", max = "99999.99") BigDecimal amount,
            @ForAll @IntRange(max = 30) int before,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        LocalDate late = FIRST.plusDays(60);
        Balances paid = new Balances(BigDecimal.ZERO, amount, List.of(new Decrease(late.minusDays(before), amount)));

        assertThat(rule.interest(paid, late, late, late.plusDays(days)).amount(2))
                .isZero();
        assertThat(rule.interest(paid, late, late, late.minusDays(before)).amount(2))
                .isZero();
    }

    @Property(tries = 300)
    void charged_in_steps_it_comes_to_what_it_is_at_once(
            @ForAll("rules") InterestRule rule,
            @ForAll("balances") Balances balances,
            @ForAll List<@IntRange(min = 1, max = 60) Integer> steps) {
        BigDecimal charged = BigDecimal.ZERO;
        LocalDate day = FIRST;
        for (int step : steps.subList(0, Math.min(steps.size(), 10))) {
            day = day.plusDays(step);
            BigDecimal due =
                    rule.interest(balances, FIRST, FIRST, day).amount(2).subtract(charged);
            assertThat(due).isNotNegative();
            charged = charged.add(due);
        }
        assertThat(charged)
                .isEqualByComparingTo(rule.interest(balances, FIRST, FIRST, day).amount(2));
    }

    @Provide
    Arbitrary<InterestRule> rules() {
        return Arbitraries.of("IT business", "FR business", "DE business", "DE consumer", "GB business", "CH business")
                .map(name -> new ChargeLaw(RULES, name.substring(0, 2), name.substring(3))
                        .statutory()
                        .orElseThrow());
    }

    /** A debt with up to four payments, some of them returned. */
    @Provide
    Arbitrary<Balances> balances() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999.99"))
                .ofScale(2);
        Arbitrary<Decrease> decreases = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-5000"), new BigDecimal("50000"))
                                .ofScale(2))
                .as((day, amount) -> new Decrease(FIRST.plusDays(day), amount));
        return Combinators.combine(amounts, amounts, decreases.list().ofMaxSize(4))
                .as((now, more, some) -> new Balances(now, now.add(more), some));
    }

    private static Balances doubled(Balances balances) {
        BigDecimal two = BigDecimal.valueOf(2);
        return new Balances(
                balances.now().multiply(two),
                balances.most().multiply(two),
                balances.decreases().stream()
                        .map(decrease ->
                                new Decrease(decrease.on(), decrease.amount().multiply(two)))
                        .toList());
    }
}
