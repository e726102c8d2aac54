package io.sollecito.delivery.print;

import io.sollecito.reminders.message.AddressZone;
import java.time.LocalTime;

/**
 * What a creditor has agreed with its print house.
 *
 * @param senderId begins the names of the package's files: letters, digits and dashes
 * @param cutOff the creditor's local time after which a package is posted the day after
 * @param test a rehearsal: the print house posts nothing
 * @param envelope AUTO, DL, C5 or C4
 * @param archiveYears how long the print house keeps the letters, 0 for not at all
 */
public record PrintProfile(
        String senderId,
        AddressZone zone,
        LocalTime cutOff,
        boolean test,
        boolean colour,
        boolean duplex,
        String envelope,
        int archiveYears,
        String costCentre) {

    public PrintProfile {
        if (!senderId.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a sender id has letters, digits and dashes only: " + senderId);
        }
    }
}
