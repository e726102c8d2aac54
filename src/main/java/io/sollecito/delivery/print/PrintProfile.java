package io.sollecito.delivery.print;

import io.sollecito.delivery.print.bill.BillForm;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.ClearZone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a creditor has agreed with its print house.
 *
 * @param name the profile's, as manifests name it
 * @param senderId begins the names of the package's files: letters, digits and dashes
 * @param clear what the print house wants empty
 * @param services by channel (letter, registered-letter)
 * @param cutOff the print house's local time after which a package is posted the working day after
 * @param test a rehearsal: every page is marked and the print house posts nothing
 * @param maxSheets of one letter
 * @param envelope AUTO, DL, C5 or C4
 * @param archiveYears how long the print house keeps the letters, 0 for not at all
 * @param bill how its bills are written
 * @param encryptTo the file of the print house's OpenPGP key, or null: letters are not encrypted
 */
public record PrintProfile(
        String name,
        String senderId,
        AddressZone zone,
        List<ClearZone> clear,
        Map<String, Service> services,
        LocalTime cutOff,
        ZoneId cutOffZone,
        boolean test,
        boolean colour,
        boolean duplex,
        int maxSheets,
        String envelope,
        int archiveYears,
        String costCentre,
        Answers answers,
        Handling handling,
        BillForm bill,
        Path encryptTo) {

    /**
     * How letters of a channel are posted.
     *
     * @param code the print house's own name of the product, or null
     * @param weights the classes whose weight and postage are expected; may be none
     */
    public record Service(Product product, String code, List<WeightClass> weights) {
        public Service {
            weights = List.copyOf(weights);
        }
    }

    /**
     * When silence is worth an alarm.
     *
     * @param acknowledgement after a batch was handed over
     * @param posting working days after the cut-off until a letter is handed over to the post
     * @param delivery working days after the cut-off until a letter that the post follows is delivered or returned
     */
    public record Answers(Duration acknowledgement, int posting, int delivery) {

        public static final Answers USUAL = new Answers(Duration.ofHours(4), 2, 20);
    }

    public PrintProfile {
        clear = List.copyOf(clear);
        services = Map.copyOf(services);
        if (!isSenderId(senderId)) {
            throw new IllegalArgumentException("a sender id has letters, digits and dashes only: " + senderId);
        }
    }

    static boolean isSenderId(String text) {
        return text.matches("[A-Za-z0-9-]{1,40}");
    }

    Optional<Service> service(String channel) {
        return Optional.ofNullable(services.get(channel));
    }

    int sheets(int pages) {
        return duplex ? (pages + 1) / 2 : pages;
    }

    /** The next cut-off, in the print house's zone. */
    ZonedDateTime cutOffAfter(ZonedDateTime now) {
        ZonedDateTime local = now.withZoneSameInstant(cutOffZone);
        ZonedDateTime today = local.with(cutOff);
        return local.isAfter(today) ? today.plusDays(1) : today;
    }
}
