package io.sollecito.ledger.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Days sales outstanding of one currency on a day.
 *
 * @param receivables what is owed of items whose day of issue is known, less credits, advances aside; more than zero
 * @param days how many days of sales that is, counted back
 * @param bestPossible the same of what is not yet due alone: what it would be if everybody paid on time
 * @param salesKnownFrom the first day whose sales the ledger knows
 * @param undated what is owed of items without a day of issue: in none of the figures
 * @param earlier what a digest reported about a month before, else about a week; or null
 */
public record Dso(
        String currency,
        BigDecimal receivables,
        CountBack.Days days,
        CountBack.Days bestPossible,
        LocalDate salesKnownFrom,
        BigDecimal undated,
        Reported earlier) {

    /** Two figures that were known to the day. */
    public record Reported(LocalDate day, BigDecimal days, BigDecimal bestPossible) {

        public BigDecimal delinquent() {
            return days.subtract(bestPossible);
        }
    }

    /** That of the currency, if there is one. */
    public static Optional<Dso> in(String currency, List<Dso> all) {
        return all.stream().filter(one -> one.currency().equals(currency)).findFirst();
    }

    /** Average days delinquent: the days that come from paying late. Null when neither figure is known to the day. */
    public CountBack.Days delinquent() {
        return bestPossible.atLeast()
                ? null
                : new CountBack.Days(days.days().subtract(bestPossible.days()), days.atLeast());
    }
}
