package io.sollecito.model;

/** A text as a cell of a table that somebody opens in a spreadsheet. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /**
     * The text; with an apostrophe before it if a spreadsheet would take it for a formula. Leading blanks do not disarm a
     * formula, so they are looked through. Null is the empty cell.
     */
    public static String safe(String text) {
        if (text == null) {
            return "";
        }
        String start = text.stripLeading();
        boolean formula = !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula || control ? "'" + text : text;
    }
}
