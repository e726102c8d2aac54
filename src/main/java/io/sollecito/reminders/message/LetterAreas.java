package io.sollecito.reminders.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a letter prints, in millimetres; everything else of its pages stays empty, whatever its words. */
public final class LetterAreas {

    static final double MARGIN = 20;
    private static final double RIGHT_COLUMN = 125;
    private static final double SENDER_WIDTH = 65;
    private static final double TEXT_WIDTH = PageArea.PAGE_WIDTH - 2 * MARGIN;
    private static final double TEXT_BOTTOM = 276;
    private static final double FOOT_BOTTOM = 292;
    private static final double BELOW_WINDOW = 4;
    private static final double LEAST_HEAD = 72;

    private LetterAreas() {}

    /** Why nothing can be kept clear there, or nothing when the letter prints nowhere near. */
    public static Optional<String> conflict(AddressZone zone, ClearZone clear) {
        return printed(zone, clear.everyPage()).entrySet().stream()
                .filter(area -> area.getValue().overlaps(clear.area()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The sender's block stands in the column opposite the window. */
    static double senderLeft(AddressZone zone) {
        return zone.isLeft() ? RIGHT_COLUMN : MARGIN;
    }

    /** From the upper margin to where the text begins. */
    static double headHeight(AddressZone zone) {
        return Math.max(LEAST_HEAD, zone.bottom() - MARGIN + BELOW_WINDOW);
    }

    private static Map<String, PageArea> printed(AddressZone zone, boolean everyPage) {
        double head = MARGIN + headHeight(zone);
        double text = everyPage ? MARGIN : head;
        Map<String, PageArea> areas = new LinkedHashMap<>();
        areas.put(
                "the address",
                new PageArea(
                        zone.x() + AddressBlock.INDENT,
                        zone.y() + zone.addressTop(),
                        zone.width() - AddressBlock.INDENT,
                        zone.height() - zone.addressTop()));
        areas.put("the sender's block", new PageArea(senderLeft(zone), MARGIN, SENDER_WIDTH, head - MARGIN));
        areas.put("the text", new PageArea(MARGIN, text, TEXT_WIDTH, TEXT_BOTTOM - text));
        areas.put("the foot", new PageArea(MARGIN, TEXT_BOTTOM, TEXT_WIDTH, FOOT_BOTTOM - TEXT_BOTTOM));
        return areas;
    }
}
