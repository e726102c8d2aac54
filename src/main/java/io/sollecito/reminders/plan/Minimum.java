package io.sollecito.reminders.plan;

import io.sollecito.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a message must come to, credits deducted, to be sent.
 *
 * @param amount zero: any amount will do
 * @param percent of all that is open of the debtor in that currency, credits deducted; zero: any part will do
 */
public record Minimum(BigDecimal amount, BigDecimal percent) {

    /** Why a message of that total is not sent; {@code open} is all that is open in its currency. */
    public Optional<String> missedBy(Money total, BigDecimal open) {
        if (total.amount().compareTo(amount) < 0) {
            return Optional.of(total + " is below the minimum of " + new Money(amount, total.currency()));
        }
        if (total.amount().scaleByPowerOfTen(2).compareTo(open.multiply(percent)) < 0) {
            return Optional.of(
                    total + " is less than " + percent.stripTrailingZeros().toPlainString() + " % of the "
                            + new Money(open, total.currency()) + " open");
        }
        return Optional.empty();
    }
}
