package io.sollecito.model;

import java.time.LocalDate;

/**
 * How often the ERP has reminded about an item itself.
 *
 * @param level from 1
 * @param on the day of the last time, or null when the ERP does not say
 */
public record Dunned(int level, LocalDate on) {

    /** Null when the ERP has not reminded at all; a day without a level is level 1. */
    public static Dunned of(Integer level, LocalDate on) {
        if (level == null) {
            return on == null ? null : new Dunned(1, on);
        }
        return level == 0 ? null : new Dunned(level, on);
    }
}
