package io.sollecito.reminders.charges;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Simple interest over some days: spans of one balance and one rate. It is exact until it is rounded, once. */
public record Interest(List<Span> spans, RoundingMode rounding) {

    /**
     * Days of one balance and one rate.
     *
     * @param after the day before the first
     * @param until the last
     * @param rate in per cent a year
     * @param daysOfYear what a year has by the law's count
     */
    public record Span(LocalDate after, LocalDate until, BigDecimal balance, BigDecimal rate, int daysOfYear) {

        long days() {
            return ChronoUnit.DAYS.between(after, until);
        }

        @Override
        public String toString() {
            return balance.toPlainString() + " x " + rate.toPlainString() + " % x " + days() + "/" + daysOfYear + " ("
                    + after.plusDays(1) + " to " + until + ")";
        }
    }

    public Interest {
        spans = List.copyOf(spans);
    }

    /** Rounded as the law has it. */
    public BigDecimal amount(int decimals) {
        BigInteger denominator = spans.stream()
                .map(span -> BigInteger.valueOf(span.daysOfYear() * 100L))
                .distinct()
                .reduce(BigInteger.ONE, BigInteger::multiply);
        BigDecimal numerator = spans.stream()
                .map(span -> span.balance()
                        .multiply(span.rate())
                        .multiply(BigDecimal.valueOf(span.days()))
                        .multiply(new BigDecimal(denominator.divide(BigInteger.valueOf(span.daysOfYear() * 100L)))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return numerator.divide(new BigDecimal(denominator), decimals, rounding);
    }

    /** The rates in their order, each once: {@code 12.50/12.15}. */
    public String rates() {
        return spans.stream()
                .map(span -> span.rate().toPlainString())
                .distinct()
                .collect(Collectors.joining("/"));
    }

    /** How it was reckoned, for people. */
    public String basis() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(" + "));
    }
}
