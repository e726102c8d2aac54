package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sollecito.mapping.source.Cells;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where an export says what moment its facts are of.
 *
 * @param fileName the one group of it is the moment; or null
 * @param column what in the file is the moment; or null
 */
record AsOf(Pattern fileName, String column, Dates.Pattern pattern) {

    boolean isInContent() {
        return column != null;
    }

    /** As the file's name says it; empty when it does not. */
    Optional<Instant> ofName(String name, ZoneId zone) {
        Matcher matcher = fileName.matcher(name);
        return matcher.matches() ? of(matcher.group(1), zone) : Optional.empty();
    }

    /** As a cell says it; empty when it is not written so. */
    Optional<Instant> of(Object cell, ZoneId zone) {
        if (cell instanceof LocalDateTime moment) {
            return Optional.of(moment.atZone(zone).toInstant());
        }
        if (cell instanceof LocalDate day) {
            return Optional.of(day.atStartOfDay(zone).toInstant());
        }
        return Optional.ofNullable(pattern.moment(Cells.text(cell), zone));
    }
}
