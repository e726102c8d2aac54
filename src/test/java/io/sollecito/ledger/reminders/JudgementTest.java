package io.sollecito.ledger.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.reminders.Judgement.Arrival;
import io.sollecito.model.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final List<Instalment> PROMISE = List.of(instalment("2026-03-20", "2026-03-24", "500.00"));
    private static final List<Instalment> PLAN =
            List.of(instalment("2026-03-10", "2026-03-12", "100.00"), instalment("2026-04-10", "2026-04-14", "100.00"));

    @Test
    void a_promise_is_kept_when_its_amount_arrived_by_the_last_day_of_the_tolerance() {
        List<Arrival> arrivals = List.of(arrival("2026-03-19", "200.00"), arrival("2026-03-24", "300.00"));

        assertThat(judged(PROMISE, arrivals, false, "2026-03-24")).isEqualTo("RUNNING 500.00, missing 0.00");
        assertThat(judged(PROMISE, arrivals, false, "2026-03-25")).isEqualTo("KEPT 500.00, missing 0.00");
    }

    @Test
    void of_a_promise_that_is_partly_kept_the_rest_is_broken() {
        List<Arrival> arrivals = List.of(arrival("2026-03-24", "499.99"), arrival("2026-03-25", "0.01"));

        assertThat(judged(PROMISE, arrivals, false, "2026-03-25")).isEqualTo("PARTLY_KEPT 499.99, missing 0.01");
        assertThat(judged(PROMISE, List.of(), false, "2026-03-25")).isEqualTo("BROKEN 0, missing 500.00");
    }

    @Test
    void once_nothing_is_open_it_is_kept_by_payment_and_void_otherwise() {
        assertThat(judged(PROMISE, List.of(arrival("2026-03-10", "490.00")), true, "2026-03-11"))
                .isEqualTo("KEPT 490.00, missing 10.00");
        assertThat(judged(PROMISE, List.of(), true, "2026-03-11")).isEqualTo("LAPSED 0, missing 500.00");
    }

    @Test
    void a_plan_breaks_at_the_first_instalment_that_is_short_and_what_came_early_counts() {
        List<Arrival> first = List.of(arrival("2026-03-12", "100.00"));
        List<Arrival> early = List.of(arrival("2026-03-09", "200.00"));

        assertThat(judged(PLAN, first, false, "2026-03-13")).isEqualTo("RUNNING 100.00, missing 100.00");
        assertThat(judged(PLAN, first, false, "2026-04-15")).isEqualTo("BROKEN 100.00, missing 100.00");
        assertThat(judged(PLAN, List.of(), false, "2026-03-13")).isEqualTo("BROKEN 0, missing 100.00");
        assertThat(judged(PLAN, early, false, "2026-04-15")).isEqualTo("KEPT 200.00, missing 0.00");
    }

    private static String judged(List<Instalment> agreed, List<Arrival> arrivals, boolean nothingOpen, String today) {
        Judgement judged = Judgement.of(agreed, arrivals, nothingOpen, LocalDate.parse(today));
        return judged.state() + " " + judged.arrived() + ", missing " + judged.missing();
    }

    private static Instalment instalment(String due, String last, String amount) {
        return new Instalment(LocalDate.parse(due), LocalDate.parse(last), new BigDecimal(amount));
    }

    private static Arrival arrival(String day, String amount) {
        return new Arrival(LocalDate.parse(day), new BigDecimal(amount));
    }
}
