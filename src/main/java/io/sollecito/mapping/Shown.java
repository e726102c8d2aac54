package io.sollecito.mapping;

/** Hostile text made fit to be stored and shown: control characters become visible marks, lengths are bounded. */
public final class Shown {

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_EXCERPT = 400;
    private static final char MARK = '\ufffd';

    private Shown() {}

    public static String value(String value) {
        return value == null ? null : bounded(printable(value, false), LONGEST_VALUE);
    }

    /** A record as it stands in the source; only what no database stores is marked. */
    static String record(String raw) {
        return raw.indexOf('\0') < 0 ? raw : raw.replace('\0', MARK);
    }

    /** The first line of a record. */
    public static String excerpt(String raw) {
        return bounded(printable(raw.lines().findFirst().orElse(""), true), LONGEST_EXCERPT);
    }

    /** What is wrong with which cell. */
    static String message(CellProblem problem, String column) {
        String value = value(problem.value());
        String cell = column == null ? problem.place().field() : problem.place().field() + " (column '" + column + "')";
        return value == null || problem.getMessage().startsWith("'")
                ? cell + " " + problem.getMessage()
                : cell + ": '" + value + "' " + problem.getMessage();
    }

    private static String printable(String text, boolean keepTabs) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) && !(keepTabs && c == '\t') ? MARK : c);
        }
        return shown.toString();
    }

    private static String bounded(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
