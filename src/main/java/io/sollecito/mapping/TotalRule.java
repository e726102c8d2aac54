package io.sollecito.mapping;

import java.math.BigDecimal;

/**
 * A record that says what others add up to.
 *
 * @param name under which it is counted
 * @param stated the sum that it states, or null
 * @param summed what is added up, record by record; null when only counted
 * @param count the number of records that it states, or null
 * @param currency of the record, and of the sum that the total states; null when the sums are of one currency
 * @param perSection whether it speaks of the records since the one before; else of all
 * @param required whether a file without it is cut off
 * @param control whether it is a sum of all open amounts, or of a section's
 */
record TotalRule(
        String name,
        RecordFilter.Test when,
        Rule<BigDecimal> stated,
        Rule<BigDecimal> summed,
        Rule<BigDecimal> count,
        Rule<String> currency,
        boolean perSection,
        boolean required,
        boolean control) {}
