package io.sollecito.reminders.charges;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Decrease;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interest by the shipped law; every figure was reckoned by hand, as the comments tell. */
class InterestTest {

    private static final ChargeRules RULES = ChargeRules.load(Path.of("reminders"));

    /** 1,190.00 for the 30 days from 15 February to 16 March 2026: 1190 x rate x 30 / 36500. */
    @ParameterizedTest
    @CsvSource({"IT, business, 9.93", "FR, business, 11.88", "DE, business, 10.04", "DE, consumer, 6.13"})
    void thirty_days_of_2026(String country, String debtorClass, String interest) throws IOException {
        assertThat(interest(rule(country, debtorClass), owing("1190.00"), "2026-02-14", "2026-03-16"))
                .isEqualTo(new BigDecimal(interest));
        assertThat(Files.readAllLines(Path.of("docs/reminder-plans.md")))
                .anyMatch(line -> line.startsWith("| " + country + " | " + debtorClass + " |")
                        && line.endsWith("| " + interest + " |"));
    }

    /**
     * 1,000.00 late from 16 December 2024 to 10 August 2025: 16 days of 2024, 181 of the first half of 2025, 41 of the second.
     *
     * <p>Italy: 12.25 (4.25 + 8), 11.15 (3.15 + 8) and 10.15 (2.15 + 8) per cent: (12.25 x 16 + 11.15 x 181 + 10.15 x 41)
     * x 10 / 365 = 2630.30 x 10 / 365 = 72.063. France, two points more: (14.25 x 16 + 13.15 x 181 + 12.15 x 41) x 10 / 365
     * = 3106.30 x 10 / 365 = 85.104. Germany, where 2024 has 366 days: 12.37 x 16 x 10 / 366 + (11.27 x 181
     * + 10.27 x 41) x 10 / 365 = 5.408 + 67.423; its consumers, four points less: 3.659 + 43.094. Great Britain, the rate of the half-year in which
     * it became late (5.25 + 8) for all 238 days: 13.25 x 238 x 10 / 365 = 86.397. Switzerland: 5 x 238 x 10 / 365 = 32.603.
     */
    @ParameterizedTest
    @CsvSource({
        "IT, business, 72.06",
        "FR, business, 85.10",
        "DE, business, 72.83",
        "DE, consumer, 46.75",
        "GB, business, 86.40",
        "CH, business, 32.60",
        "CH, consumer, 32.60",
    })
    void interest_across_three_half_years_is_as_worked_out_by_hand(
            String country, String debtorClass, String interest) {
        assertThat(interest(rule(country, debtorClass), owing("1000.00"), "2024-12-15", "2025-08-10"))
                .isEqualTo(new BigDecimal(interest));
    }

    /**
     * The German year has its actual days. 1,000.00 late from 16 December 2023 to 10 August 2024: 16 days of 365 at 12.12
     * (3.12 + 9), 182 of 366 at 12.62 and 41 of 366 at 12.37: 193.92 / 36.5 + (2296.84 + 507.17) / 36.6 = 5.3129 + 76.6123.
     */
    @Test
    void a_leap_year_has_a_day_more_where_the_law_counts_actual_days() {
        assertThat(interest(rule("DE", "business"), owing("1000.00"), "2023-12-15", "2024-08-10"))
                .isEqualTo(new BigDecimal("81.93"));
    }

    /**
     * 400.00 of 1,000.00 are paid on 1 March 2025, which still bears interest on all of it: 16 days at 12.25 and 60 days at
     * 11.15 on 1,000.00, then 121 days at 11.15 and 41 days at 10.15 on 600.00: (196 + 669) x 10 / 365 + (1349.15 + 416.15)
     * x 6 / 365 = 23.6986 + 29.0186.
     */
    @Test
    void a_payment_in_between_bears_interest_up_to_its_own_day() {
        Balances balances = new Balances(
                new BigDecimal("600.00"),
                new BigDecimal("1000.00"),
                List.of(new Decrease(LocalDate.parse("2025-03-01"), new BigDecimal("400.00"))));

        Interest interest =
                rule("IT", "business").interest(balances, day("2024-12-15"), day("2024-12-15"), day("2025-08-10"));

        assertThat(interest.amount(2)).isEqualTo(new BigDecimal("52.72"));
        assertThat(interest.rates()).isEqualTo("12.25/11.15/10.15");
        assertThat(interest.basis())
                .isEqualTo("1000.00 x 12.25 % x 16/365 (2024-12-16 to 2024-12-31)"
                        + " + 1000.00 x 11.15 % x 60/365 (2025-01-01 to 2025-03-01)"
                        + " + 600.00 x 11.15 % x 121/365 (2025-03-02 to 2025-06-30)"
                        + " + 600.00 x 10.15 % x 41/365 (2025-07-01 to 2025-08-10)");
    }

    /** 8.5 x 238 x 10 / 365 = 55.425. */
    @Test
    void what_was_agreed_is_the_rate_whatever_the_half_year() {
        ChargeLaw italy = new ChargeLaw(RULES, "IT", "business");
        InterestRule agreed = italy.interest(new StepCharges(false, new BigDecimal("8.5"), false, Map.of()))
                .orElseThrow();

        assertThat(interest(agreed, owing("1000.00"), "2024-12-15", "2025-08-10"))
                .isEqualTo(new BigDecimal("55.42"));
    }

    @Test
    void a_sum_is_rounded_once_as_the_law_says() {
        // 365.00 at 1 per cent: a cent a day; 182.50 half a cent
        InterestRule up = InterestRule.agreed(BigDecimal.ONE, DayCount.DAYS_365, RoundingMode.HALF_UP);
        InterestRule even = InterestRule.agreed(BigDecimal.ONE, DayCount.DAYS_365, RoundingMode.HALF_EVEN);

        assertThat(interest(up, owing("182.50"), "2026-01-01", "2026-01-02")).isEqualTo(new BigDecimal("0.01"));
        assertThat(interest(even, owing("182.50"), "2026-01-01", "2026-01-02")).isEqualTo(new BigDecimal("0.00"));
        assertThat(interest(even, owing("182.50"), "2026-01-01", "2026-01-04")).isEqualTo(new BigDecimal("0.02"));
    }

    @Test
    void a_half_year_that_is_not_known_is_named_and_one_that_is_not_needed_is_not() {
        InterestRule italy = rule("IT", "business");
        InterestRule britain = rule("GB", "business");

        assertThat(italy.missing(day("2026-05-01"), day("2026-06-30"))).isEmpty();
        assertThat(italy.missing(day("2026-05-01"), day("2027-02-01"))).hasToString("Optional[2026-07]");
        assertThat(italy.missing(day("2018-12-15"), day("2019-02-01"))).hasToString("Optional[2018-07]");
        assertThat(italy.missing(day("2026-06-30"), day("2026-06-30"))).isEmpty();
        assertThat(britain.missing(day("2026-05-01"), day("2027-02-01"))).isEmpty();
        assertThat(britain.missing(day("2026-06-30"), day("2026-07-01"))).hasToString("Optional[2026-07]");
        assertThat(rule("CH", null).missing(day("2030-01-01"), day("2031-01-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IT, 2026-02-14, 2026-01-15, , 2026-02-14",
        // reminded on 17 February: received three days later
        "DE, 2026-02-14, 2026-01-15, 2026-02-17, 2026-02-20",
        // nobody reminded: thirty days after due date and invoice
        "DE, 2026-02-14, 2026-01-15, , 2026-03-16",
        "DE, 2026-02-14, 2026-02-20, , 2026-03-22",
        "DE, 2026-02-14, 2026-01-15, 2026-03-20, 2026-03-16",
        "CH, 2026-02-14, 2026-01-15, 2026-02-17, 2026-02-20",
        "CH, 2026-02-14, 2026-01-15, , ",
    })
    void what_makes_a_debt_late_is_the_countrys(
            String country, LocalDate due, LocalDate issued, LocalDate reminded, LocalDate late) {
        assertThat(rule(country, "business").start(due, issued, reminded).orElse(null))
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({
        "IT, business, EUR, 0.01, 40.00",
        "IT, public, EUR, 100000.00, 40.00",
        "IT, business, CHF, 100.00, ",
        "IT, consumer, EUR, 100.00, ",
        "DE, consumer, EUR, 100.00, ",
        "CH, business, CHF, 100.00, ",
        "GB, business, GBP, 999.99, 40.00",
        "GB, business, GBP, 1000.00, 70.00",
        "GB, business, GBP, 9999.99, 70.00",
        "GB, business, GBP, 10000.00, 100.00",
        "GB, consumer, GBP, 10000.00, ",
    })
    void compensation_is_the_countrys(
            String country, String debtorClass, String currency, BigDecimal debt, BigDecimal sum) {
        assertThat(new ChargeLaw(RULES, country, debtorClass)
                        .compensation(currency, debt)
                        .orElse(null))
                .isEqualTo(sum);
    }

    private static InterestRule rule(String country, String debtorClass) {
        return new ChargeLaw(RULES, country, debtorClass).statutory().orElseThrow();
    }

    private static Balances owing(String amount) {
        return new Balances(new BigDecimal(amount), new BigDecimal(amount), List.of());
    }

    private static BigDecimal interest(InterestRule rule, Balances balances, String late, String until) {
        return rule.interest(balances, day(late), day(late), day(until)).amount(2);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
