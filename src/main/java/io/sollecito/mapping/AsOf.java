package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;

/** The one group of {@code fileName} is a date (and time) in the form of {@code pattern}. */
record AsOf(Pattern fileName, Dates.Pattern pattern) {

    Optional<LocalDateTime> of(String name) {
        Matcher matcher = fileName.matcher(name);
        if (!matcher.matches() || pattern.parse(matcher.group(1)) == null) {
            return Optional.empty();
        }
        TemporalAccessor read = pattern.formatter().parse(matcher.group(1));
        LocalTime time = read.query(TemporalQueries.localTime());
        return Optional.of(LocalDate.from(read).atTime(time == null ? LocalTime.MIN : time));
    }
}
