package io.sollecito.bank.mt;

import java.util.List;

/**
 * Puts together what a bank wrapped. SWIFT wraps at 65 characters wherever that is, inside words too; some banks count the tag,
 * and others wrap where they like. A line that is not full ended where it was meant to, or lost a blank.
 */
final class WrappedText {

    private static final int FULL = 65;
    private static final int FULL_WITH_TAG = FULL - ":86:".length();
    private static final int SHORTEST_WIDTH = 40;

    private WrappedText() {}

    /** @param separator what begins the next part without a blank before it */
    static String of(List<String> lines, char separator) {
        int width = width(lines);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i > 0 && !isFull(lines.get(i - 1), i - 1, width) && !startsWith(line, separator)) {
                text.append(' ');
            }
            text.append(line);
        }
        return text.toString();
    }

    /** The width of all lines but the last, if they have one. */
    private static int width(List<String> lines) {
        if (lines.size() < 4) {
            return FULL;
        }
        int width = lines.get(1).length();
        int tag = width - lines.get(0).length();
        return width >= SHORTEST_WIDTH
                        && (tag == 0 || tag == FULL - FULL_WITH_TAG)
                        && lines.subList(1, lines.size() - 1).stream().allMatch(line -> line.length() == width)
                ? width
                : FULL;
    }

    private static boolean isFull(String line, int index, int width) {
        int full = index == 0 ? width - FULL + FULL_WITH_TAG : width;
        return line.length() == full || line.length() >= width;
    }

    private static boolean startsWith(String line, char separator) {
        return !line.isEmpty() && line.charAt(0) == separator;
    }
}
