package io.sollecito.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;

/** Ways to write a date that no pattern of letters describes. */
enum SpecialDate {
    /** JD Edwards: century (0 is 1900), year, day of the year: {@code 126045} is 14 February 2026. */
    CYYDDD("CYYDDD") {
        @Override
        LocalDate parse(String text) {
            if (!text.matches("[0-9]{4,6}")) {
                return null;
            }
            int number = Integer.parseInt(text);
            return LocalDate.ofYearDay(1900 + number / 1000, number % 1000);
        }
    },
    /** ISO 8601 with or without a time, of which the day counts as it is written. */
    ISO("iso") {
        @Override
        LocalDate parse(String text) {
            boolean day = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.,]*(Z|[+-][0-9:]{2,6})?)?");
            return day ? LocalDate.parse(text.substring(0, 10)) : null;
        }

        @Override
        Instant moment(String text, ZoneId zone) {
            if (text.length() <= 10) {
                return super.moment(text, zone);
            }
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(read);
        }
    },
    /** Milliseconds since 1970, in UTC, as older web services write them. */
    EPOCH_MILLIS("epoch-millis") {
        @Override
        LocalDate parse(String text) {
            return text.matches("-?[0-9]{1,15}")
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate()
                    : null;
        }

        @Override
        Instant moment(String text, ZoneId zone) {
            return parse(text) == null ? null : Instant.ofEpochMilli(Long.parseLong(text));
        }
    },
    /** Excel's count of days, as it appears when a sheet was saved as CSV with the wrong format. */
    EXCEL_SERIAL("excel-serial") {
        @Override
        LocalDate parse(String text) {
            return text.matches("[0-9]{3,5}") ? LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(text)) : null;
        }
    };

    private final String pattern;

    SpecialDate(String pattern) {
        this.pattern = pattern;
    }

    /** Null for ordinary patterns. */
    static SpecialDate named(String pattern) {
        return Arrays.stream(values())
                .filter(each -> each.pattern.equals(pattern))
                .findFirst()
                .orElse(null);
    }

    /** @throws DateTimeException when it is written like a date and is none */
    abstract LocalDate parse(String text);

    /** The moment, the day's beginning unless the text says more; null when it is not written so. */
    Instant moment(String text, ZoneId zone) {
        LocalDate day = parse(text);
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
