package io.sollecito.mapping;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a source writes dates: patterns tried in order, each strictly (no 30 February).
 *
 * @param noDays dates that mean none, such as 1753-01-01
 * @param noTexts texts that mean none, such as 00000000
 */
record Dates(List<Pattern> patterns, Set<LocalDate> noDays, Set<String> noTexts) {

    static final Dates ISO = new Dates(List.of(Pattern.of("yyyy-MM-dd", Locale.ENGLISH)));

    Dates(List<Pattern> patterns) {
        this(patterns, Set.of(), Set.of());
    }

    /** The same days that are none, with other patterns. */
    Dates writtenAs(List<Pattern> others) {
        return new Dates(others, noDays, noTexts);
    }

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;

    /** The date, or null when no pattern reads the whole text as a date of the years 1900 to 2199. */
    LocalDate parse(String text) {
        for (Pattern pattern : patterns) {
            LocalDate date = pattern.parse(text);
            if (date != null && noDays.contains(date)) {
                return date;
            }
            if (date != null) {
                return isPlausible(date) ? date : null;
            }
        }
        return null;
    }

    private static boolean isPlausible(LocalDate date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    /** Whether the text is written like a date of one of the patterns, such as 30.02.2026, which is none. */
    boolean isNoDay(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.isNoDay(text));
    }

    /** Two patterns that read the same text as different days, if there are such. */
    Optional<String> contradiction() {
        LocalDate probe = LocalDate.of(2026, 5, 4);
        for (Pattern writer : patterns) {
            if (writer.special != null) {
                continue;
            }
            String text = writer.formatter.format(probe.atStartOfDay());
            for (Pattern reader : patterns) {
                LocalDate read = reader.parse(text);
                if (read != null && !read.equals(probe)) {
                    return Optional.of(
                            "'" + writer.text + "' and '" + reader.text + "' read " + text + " as different days");
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return patterns.stream().map(pattern -> pattern.text).collect(Collectors.joining(" or "));
    }

    /** One pattern in the letters of {@link DateTimeFormatter}, such as {@code dd.MM.yyyy}. */
    static final class Pattern {

        private final String text;
        private final DateTimeFormatter formatter;
        private final boolean fixedWidth;
        private final int dayAt;
        private final int monthAt;
        private final int yearAt;
        private final int[] literals;
        private final SpecialDate special;

        private Pattern(String text, DateTimeFormatter formatter) {
            this.text = text;
            this.formatter = formatter;
            this.special = SpecialDate.named(text);
            this.fixedWidth =
                    text.matches("[^A-Za-z']*(dd|MM|yyyy)[^A-Za-z']*(dd|MM|yyyy)[^A-Za-z']*(dd|MM|yyyy)[^A-Za-z']*")
                            && text.contains("dd")
                            && text.contains("MM")
                            && text.contains("yyyy");
            this.dayAt = text.indexOf("dd");
            this.monthAt = text.indexOf("MM");
            this.yearAt = text.indexOf("yyyy");
            this.literals = IntStream.range(0, text.length())
                    .filter(at -> "dMy".indexOf(text.charAt(at)) < 0)
                    .toArray();
        }

        /** @throws IllegalArgumentException when the pattern is none, or names no full date */
        static Pattern of(String text, Locale language) {
            if (SpecialDate.named(text) != null) {
                return new Pattern(text, DateTimeFormatter.ISO_LOCAL_DATE);
            }
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(text.replace('y', 'u'))
                    .toFormatter(language)
                    .withResolverStyle(ResolverStyle.STRICT);
            Pattern pattern = new Pattern(text, formatter);
            LocalDate probe = LocalDate.of(2026, 5, 4);
            try {
                if (!probe.equals(LocalDate.from(formatter.parse(formatter.format(probe.atStartOfDay()))))) {
                    throw new IllegalArgumentException("it does not name day, month and year");
                }
            } catch (DateTimeException incomplete) {
                throw new IllegalArgumentException("it does not name day, month and year", incomplete);
            }
            return pattern;
        }

        LocalDate parse(String cell) {
            try {
                if (special != null) {
                    return special.parse(cell);
                }
                if (fixedWidth) {
                    return parseFixedWidth(cell);
                }
                TemporalAccessor parsed = formatter.parse(cell);
                return LocalDate.from(parsed);
            } catch (DateTimeException notThisPattern) {
                return null;
            }
        }

        /** Whether day, month and year stand where they belong and yet make no date. */
        boolean isNoDay(String cell) {
            if (special != null) {
                return false;
            }
            ParsePosition position = new ParsePosition(0);
            boolean formed = formatter.parseUnresolved(cell, position) != null
                    && position.getErrorIndex() < 0
                    && position.getIndex() == cell.length();
            return formed && parse(cell) == null;
        }

        /** The moment, the day's beginning in the zone unless the text says more; null when it is not written so. */
        Instant moment(String cell, ZoneId zone) {
            try {
                LocalDate day = parse(cell);
                if (day == null || !isPlausible(day)) {
                    return null;
                }
                if (special != null) {
                    return special.moment(cell, zone);
                }
                LocalTime time = formatter.parse(cell).query(TemporalQueries.localTime());
                return day.atTime(time == null ? LocalTime.MIN : time)
                        .atZone(zone)
                        .toInstant();
            } catch (DateTimeException notThisPattern) {
                return null;
            }
        }

        @Override
        public String toString() {
            return text;
        }

        /** Several times faster than the formatter, for the patterns that exports use most. */
        private LocalDate parseFixedWidth(String cell) {
            if (cell.length() != text.length()) {
                return null;
            }
            for (int at : literals) {
                if (cell.charAt(at) != text.charAt(at)) {
                    return null;
                }
            }
            int day = digits(cell, dayAt, 2);
            int month = digits(cell, monthAt, 2);
            int year = digits(cell, yearAt, 4);
            return day < 0 || month < 0 || year < 0 ? null : LocalDate.of(year, month, day);
        }

        /** The number that so many digits make; -1 when there are others among them. */
        private static int digits(String cell, int from, int count) {
            int number = 0;
            for (int i = from; i < from + count; i++) {
                int digit = cell.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = number * 10 + digit;
            }
            return number;
        }
    }
}
