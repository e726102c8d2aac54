package io.sollecito.reminders.charges;

import io.sollecito.reminders.charges.Interest.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At which rate a late debt bears interest, and from when.
 *
 * @param over the reference rate that {@code points} are added to; null: {@code points} are the rate
 * @param points per cent a year
 * @param halfYear whose reference rate applies
 * @param starts what makes a debt late: the earliest counts
 * @param rounding of the sum, once
 */
public record InterestRule(
        ReferenceRate over,
        BigDecimal points,
        WhichHalfYear halfYear,
        DayCount days,
        List<Start> starts,
        RoundingMode rounding) {

    /** Whose reference rate applies. */
    public enum WhichHalfYear {
        /** Each day that of its own half-year. */
        EACH,
        /** All days that of the half-year in which the debt became late. */
        OF_DEFAULT
    }

    public InterestRule {
        starts = List.copyOf(starts);
    }

    /** A rate that was agreed; it runs from the due date. */
    static InterestRule agreed(BigDecimal rate, DayCount days, RoundingMode rounding) {
        return new InterestRule(null, rate, WhichHalfYear.EACH, days, List.of(Start.AT_DUE), rounding);
    }

    /** The last day without interest; empty while the debt is not late. */
    public Optional<LocalDate> start(LocalDate due, LocalDate issued, LocalDate reminded) {
        return starts.stream()
                .map(start -> start.on(due, issued, reminded))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * The first half-year whose rate is needed and not known.
     *
     * @param late the last day without interest
     */
    public Optional<HalfYear> missing(LocalDate late, LocalDate until) {
        if (over == null || !until.isAfter(late)) {
            return Optional.empty();
        }
        List<HalfYear> needed = new ArrayList<>();
        LocalDate last = halfYear == WhichHalfYear.EACH ? until : late.plusDays(1);
        for (HalfYear half = HalfYear.of(late.plusDays(1)); !half.firstDay().isAfter(last); half = next(half)) {
            needed.add(half);
        }
        return needed.stream().filter(half -> !over.knows(half)).findFirst();
    }

    /**
     * The interest of the days after {@code after} up to and including {@code until}; without any where there are none.
     * Every rate that it needs is known.
     *
     * @param late the last day without interest
     */
    public Interest interest(Balances balances, LocalDate late, LocalDate after, LocalDate until) {
        List<Span> spans = new ArrayList<>();
        LocalDate from = after.isBefore(late) ? late : after;
        while (from.isBefore(until)) {
            LocalDate to = end(balances, from, until);
            BigDecimal balance = balances.on(to);
            if (balance.signum() > 0) {
                spans.add(new Span(from, to, balance, rate(late, to), days.daysOfYear(to)));
            }
            from = to;
        }
        return new Interest(spans, rounding);
    }

    /** The last day on which the rate, the balance and the year's length are those of the day after {@code from}. */
    private static LocalDate end(Balances balances, LocalDate from, LocalDate until) {
        LocalDate half = HalfYear.of(from.plusDays(1)).lastDay();
        LocalDate end = half.isBefore(until) ? half : until;
        return balances.decreases().stream()
                .map(decrease -> decrease.on())
                .filter(day -> day.isAfter(from) && day.isBefore(end))
                .min(Comparator.naturalOrder())
                .orElse(end);
    }

    private BigDecimal rate(LocalDate late, LocalDate day) {
        if (over == null) {
            return points;
        }
        return points.add(over.of(HalfYear.of(halfYear == WhichHalfYear.EACH ? day : late.plusDays(1))));
    }

    private static HalfYear next(HalfYear half) {
        return HalfYear.of(half.lastDay().plusDays(1));
    }
}
