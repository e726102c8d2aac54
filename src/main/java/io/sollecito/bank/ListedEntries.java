package io.sollecito.bank;

import io.sollecito.model.Amounts;
import io.sollecito.model.StatementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The lines of one account in the order in which they were booked. Lists are written oldest or newest first, some newest day
 * first but each day in its order; the balances, if there are any, tell which, and whether an entry is missing. Where several
 * bookings show one balance, it is that after the last of them.
 */
final class ListedEntries {

    private final List<StatementLine> lines;

    private ListedEntries(List<StatementLine> lines) {
        this.lines = lines;
    }

    /** @param asListed at least one */
    static ListedEntries of(List<StatementLine> asListed) {
        List<StatementLine> turned = new ArrayList<>(asListed);
        Collections.reverse(turned);
        boolean newestFirst = day(asListed.get(0)).isAfter(day(turned.get(0)));
        List<StatementLine> likely = newestFirst ? turned : asListed;
        List<StatementLine> other = newestFirst ? asListed : turned;
        for (List<StatementLine> candidate : List.of(likely, byDay(other), byDay(likely), other)) {
            ListedEntries entries = new ListedEntries(candidate);
            if (entries.breaks().isEmpty()) {
                return entries;
            }
        }
        return new ListedEntries(likely);
    }

    private static List<StatementLine> byDay(List<StatementLine> lines) {
        return lines.stream().sorted(Comparator.comparing(ListedEntries::day)).toList();
    }

    private static LocalDate day(StatementLine line) {
        return line.entry().bookingDate();
    }

    List<StatementLine> lines() {
        return lines;
    }

    LocalDate firstDay() {
        return lines.stream()
                .map(ListedEntries::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    LocalDate lastDay() {
        return lines.stream()
                .map(ListedEntries::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Before the first entry; null when no line shows a balance. */
    BigDecimal opening() {
        BigDecimal sum = BigDecimal.ZERO;
        for (StatementLine line : lines) {
            sum = sum.add(line.entry().amount());
            if (line.balance() != null) {
                return line.balance().subtract(sum);
            }
        }
        return null;
    }

    /** After the last entry; null when no line shows a balance. */
    BigDecimal closing() {
        BigDecimal reached = null;
        for (StatementLine line : lines) {
            reached = after(reached, line);
        }
        return reached;
    }

    /** The lines whose balance does not follow from the one before. */
    List<StatementLine> breaks() {
        List<StatementLine> found = new ArrayList<>();
        BigDecimal reached = null;
        for (StatementLine line : lines) {
            if (reached != null
                    && line.balance() != null
                    && !Amounts.same(reached.add(line.entry().amount()), line.balance())) {
                found.add(line);
            }
            reached = after(reached, line);
        }
        return found;
    }

    private static BigDecimal after(BigDecimal reached, StatementLine line) {
        if (line.balance() != null) {
            return line.balance();
        }
        return reached == null ? null : reached.add(line.entry().amount());
    }
}
