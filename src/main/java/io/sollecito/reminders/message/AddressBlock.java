package io.sollecito.reminders.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An address that fits its window.
 *
 * @param points the size of its letters
 */
record AddressBlock(List<String> lines, double points) {

    static final double LINE_HEIGHT = 1.25;

    /** Between the window's edges and the address: inserts slide in the envelope. */
    static final double INDENT = 5;

    private static final double RIGHT_EDGE = 3;
    private static final double BOTTOM_EDGE = 1;
    private static final double[] SIZES = {10, 9, 8};
    private static final double MILLIMETRES_A_POINT = 25.4 / 72;

    /** @throws MessageHeld when it does not fit even in small letters */
    static AddressBlock fitting(List<String> lines, AddressZone zone) {
        double width = zone.width() - INDENT - RIGHT_EDGE;
        double height = zone.height() - zone.addressTop() - BOTTOM_EDGE;
        for (double points : SIZES) {
            List<String> wrapped = new ArrayList<>();
            lines.forEach(line -> wrapped.addAll(wrapped(line, width, points)));
            boolean high = wrapped.size() * points * LINE_HEIGHT * MILLIMETRES_A_POINT <= height;
            boolean wide = wrapped.stream().allMatch(line -> LetterFont.REGULAR.width(line, points) <= width);
            if (high && wide) {
                return new AddressBlock(wrapped, points);
            }
        }
        throw new MessageHeld("the address does not fit into the envelope's window (" + zone.name() + ")");
    }

    /** The window and the address in it as CSS, relative to the page's text area that begins at these millimetres. */
    String style(AddressZone zone, double marginLeft, double marginTop) {
        return String.format(
                Locale.ROOT,
                "left:%.2fmm;top:%.2fmm;width:%.2fmm;font-size:%.1fpt",
                zone.x() + INDENT - marginLeft,
                zone.y() + zone.addressTop() - marginTop,
                zone.width() - INDENT,
                points);
    }

    private static List<String> wrapped(String line, double width, double points) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : line.split(" ")) {
            String longer = current.isEmpty() ? word : current + " " + word;
            if (!current.isEmpty() && LetterFont.REGULAR.width(longer, points) > width) {
                lines.add(current.toString());
                current.setLength(0);
                current.append(word);
            } else {
                current.setLength(0);
                current.append(longer);
            }
        }
        lines.add(current.toString());
        return lines;
    }
}
