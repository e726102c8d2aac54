package io.sollecito.reminders.charges;

import io.sollecito.model.Decrease;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How much of an item was open on which day. Reckoned back from now, so that what left it on an unknown day counts as gone
 * from the beginning.
 *
 * @param now what is open
 * @param most the item's first amount: no more was ever open
 */
public record Balances(BigDecimal now, BigDecimal most, List<Decrease> decreases) {

    public Balances {
        decreases = List.copyOf(decreases);
    }

    /** What bears interest that day: the day of a payment still counts. */
    public BigDecimal on(LocalDate day) {
        BigDecimal then = decreases.stream()
                .filter(decrease -> !decrease.on().isBefore(day))
                .map(Decrease::amount)
                .reduce(now, BigDecimal::add);
        return then.max(BigDecimal.ZERO).min(most.max(now));
    }
}
