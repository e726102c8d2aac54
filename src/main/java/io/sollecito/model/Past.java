package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What went before a message, as far as it is known.
 *
 * @param messages how many e-mails its recipient got about the debtor before
 * @param broken what was promised last about items that it lists, and did not arrive; or null
 */
public record Past(int messages, BrokenPromise broken) {

    public static final Past NONE = new Past(0, null);

    /** @param arrived how much of the amount did */
    public record BrokenPromise(BigDecimal amount, LocalDate day, BigDecimal arrived) {}
}
