package io.sollecito.reminders.plan;

import io.sollecito.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a calendar's {@code closed}: days, ranges of days and days of every year. */
final class ClosedDaysReader {

    static final String FORM = "([0-9]{4}-[0-9]{2}-[0-9]{2}(\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2})?|[0-9]{2}-[0-9]{2})";

    private static final int MOST_YEARLY = 60;

    /** A range that is longer is a year that was mistyped: nothing would be sent any more. */
    private static final int LONGEST_RANGE = 366;

    private final Fields fields;
    private final List<ClosedDays.Range> ranges = new ArrayList<>();
    private final Set<MonthDay> yearly = new HashSet<>();

    ClosedDaysReader(Fields fields) {
        this.fields = fields;
    }

    /** @param node null: no days beside the public holidays */
    ClosedDays read(YamlNode node) {
        if (node != null) {
            node.list().forEach(this::add);
            if (yearly.size() > MOST_YEARLY) {
                fields.wrong(node, "more than " + MOST_YEARLY + " days are closed every year", "Write ranges instead.");
            }
        }
        return new ClosedDays(ranges, yearly);
    }

    private void add(YamlNode node) {
        String text = node.text();
        try {
            if (!text.matches(FORM)) {
                throw new DateTimeException(text);
            }
            if (text.length() == 5) {
                yearly.add(MonthDay.parse("--" + text));
                return;
            }
            String[] days = text.split("\\.\\.");
            LocalDate first = LocalDate.parse(days[0]);
            LocalDate last = LocalDate.parse(days[days.length - 1]);
            if (last.isBefore(first)) {
                throw new DateTimeException(text);
            }
            if (ChronoUnit.DAYS.between(first, last) >= LONGEST_RANGE) {
                fields.wrong(node, "'" + text + "' is more than a year", "Look at its years.");
                return;
            }
            ranges.add(new ClosedDays.Range(first, last));
        } catch (DateTimeException none) {
            fields.wrong(
                    node,
                    "'" + text + "' is no closed day",
                    "Write \"2026-08-10..2026-08-21\", \"2026-06-02\", or \"12-24\" for every year.");
        }
    }
}
