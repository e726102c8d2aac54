package io.sollecito.reminders.message;

import java.util.List;
import java.util.Optional;

/**
 * Where an envelope's window shows the page: millimetres from the top left corner of A4. The address, and nothing else,
 * is printed in it, so no return line either: the sender stands in the opposite column.
 *
 * @param name as the print house's connection names it
 * @param addressTop where the first address line may begin, in millimetres below the top of the window
 */
public record AddressZone(String name, double x, double y, double width, double height, double addressTop) {

    /** The high DIN window (form A). */
    public static final AddressZone DIN_5008_A = new AddressZone("din-5008-a", 20, 27, 85, 45, 17.7);
    /** The usual DIN window (form B). */
    public static final AddressZone DIN_5008_B = new AddressZone("din-5008-b", 20, 45, 85, 45, 17.7);
    /** The French window on the right, with room above the address for a registered letter's bar code. */
    public static final AddressZone FRANCE = new AddressZone("france", 110, 55, 85, 33, 8);
    /** The Swiss window on the left. */
    public static final AddressZone SWISS_LEFT = new AddressZone("swiss-left", 22, 60, 85.5, 25.5, 2);

    /** The profiles known by name. */
    public static final List<AddressZone> PROFILES = List.of(DIN_5008_A, DIN_5008_B, FRANCE, SWISS_LEFT);

    public static Optional<AddressZone> named(String name) {
        return PROFILES.stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    /** Whether the window is in the left half of the page. */
    boolean isLeft() {
        return x + width / 2 < 105;
    }

    double bottom() {
        return y + height;
    }
}
