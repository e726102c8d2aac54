package io.sollecito.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.figures.CountBack.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CountBackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    private static CountBack sales(int... backwards) {
        Map<LocalDate, BigDecimal> sales = new HashMap<>();
        for (int i = 0; i < backwards.length; i++) {
            sales.put(TODAY.minusDays(i), BigDecimal.valueOf(backwards[i]));
        }
        return new CountBack(sales, TODAY, TODAY.minusDays(backwards.length - 1L));
    }

    private static Days exactly(String days) {
        return new Days(new BigDecimal(days), false);
    }

    private static Days atLeast(String days) {
        return new Days(new BigDecimal(days), true);
    }

    @Test
    void sales_of_the_days_counted_backwards_use_up_what_is_owed_the_last_day_in_part() {
        assertThat(sales(100, 0, 0, 300, 50).of(new BigDecimal("250"))).isEqualTo(exactly("3.5"));
        assertThat(sales(100, 0, 0, 300, 50).of(new BigDecimal("100"))).isEqualTo(exactly("1.0"));
        assertThat(sales(100, 0, 0, 300, 50).of(new BigDecimal("450"))).isEqualTo(exactly("5.0"));
    }

    @Test
    void what_the_known_sales_do_not_use_up_is_at_least_the_days_that_are_known() {
        assertThat(sales(100, 0, 0, 300, 50).of(new BigDecimal("450.01"))).isEqualTo(atLeast("5.0"));
        assertThat(new CountBack(Map.of(), TODAY, TODAY.plusDays(1)).of(BigDecimal.ONE))
                .isEqualTo(atLeast("0.0"));
    }

    @Test
    void sales_before_the_first_known_day_do_not_count_though_some_of_them_are_seen() {
        CountBack partlySeen =
                new CountBack(Map.of(TODAY.minusDays(2), new BigDecimal("1000")), TODAY, TODAY.minusDays(1));

        assertThat(partlySeen.of(new BigDecimal("10"))).isEqualTo(atLeast("2.0"));
    }

    @Test
    void a_day_of_credit_notes_makes_the_count_longer() {
        assertThat(sales(100, -50, 100, 100).of(new BigDecimal("150"))).isEqualTo(exactly("3.0"));
        assertThat(sales(100, -50, 100, 100).of(new BigDecimal("200"))).isEqualTo(exactly("3.5"));
    }

    @Test
    void nothing_owed_is_no_day() {
        assertThat(sales(100).of(BigDecimal.ZERO)).isEqualTo(exactly("0.0"));
        assertThat(sales(100).of(new BigDecimal("-40"))).isEqualTo(exactly("0.0"));
    }

    @Property(tries = 200)
    void with_the_same_sales_each_day_it_is_what_is_owed_by_the_sales_of_a_day(
            @ForAll @IntRange(min = 1, max = 100_000) int perDay, @ForAll @IntRange(max = 600) int tenthsOfDays) {
        int[] constant = new int[60];
        Arrays.fill(constant, perDay);
        BigDecimal days = BigDecimal.valueOf(tenthsOfDays, 1);

        assertThat(sales(constant).of(days.multiply(BigDecimal.valueOf(perDay))))
                .isEqualTo(new Days(days, false));
    }

    @Property(tries = 300)
    void who_is_owed_more_waits_longer(
            @ForAll @Size(max = 40) List<@IntRange(min = -300, max = 1000) Integer> backwards,
            @ForAll @IntRange(max = 20_000) int owed,
            @ForAll @IntRange(max = 5_000) int more) {
        CountBack sales = sales(backwards.stream().mapToInt(Integer::intValue).toArray());

        Days less = sales.of(BigDecimal.valueOf(owed));
        Days longer = sales.of(BigDecimal.valueOf(owed + (long) more));

        assertThat(longer.days()).isGreaterThanOrEqualTo(less.days());
        assertThat(less.atLeast() && !longer.atLeast()).isFalse();
    }
}
