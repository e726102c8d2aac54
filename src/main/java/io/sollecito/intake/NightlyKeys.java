package io.sollecito.intake;

import io.sollecito.mapping.RecordSet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a connection's database is asked for the keys of all that is open: once a day, whatever came of it. */
final class NightlyKeys {

    private final Watermarks marks;

    NightlyKeys(Watermarks marks) {
        this.marks = marks;
    }

    /** Whether nobody has asked since the time of day was last passed. */
    boolean areDue(LocalTime after, ZoneId zone, Instant now) {
        ZonedDateTime today = now.atZone(zone).with(after);
        Instant passed = (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
        return marks.find(RecordSet.KEYS)
                .map(Instant::parse)
                .map(passed::isAfter)
                .orElse(true);
    }

    void asked(Instant now) {
        marks.move(RecordSet.KEYS, now.toString());
    }
}
