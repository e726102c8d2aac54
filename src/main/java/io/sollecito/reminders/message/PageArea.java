package io.sollecito.reminders.message;

/** A part of an A4 page, in millimetres from its top left corner. */
public record PageArea(double x, double y, double width, double height) {

    public static final double PAGE_WIDTH = 210;
    public static final double PAGE_HEIGHT = 297;

    /** Whether two areas share more than an edge. */
    public boolean overlaps(PageArea other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** Whether it lies on the page and has a size. */
    public boolean isOnPage() {
        return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= PAGE_WIDTH && y + height <= PAGE_HEIGHT;
    }
}
