package io.sollecito.reconciliation;

/**
 * A short number in a text that may be the running number of a document, as people write it without year and letters.
 *
 * @param digits without leading zeros
 * @param year that stands beside it, or null
 * @param kind what the words before it say: a document's, something else's such as an order's, or nothing
 * @param maybe whether it is read into the text: between the ends of a range, or a list of last digits
 */
record Counter(String digits, String year, Kind kind, boolean maybe) {

    private static final int LEAST_WITH_YEAR = 3;

    enum Kind {
        DOCUMENT,
        PLAIN,
        OTHER
    }

    /** The key of a running number with its year, or null when it is too short to be looked up. */
    static String keyWithYear(String digits, String year) {
        return year == null || digits.length() < LEAST_WITH_YEAR
                ? null
                : digits + "'" + year.substring(year.length() - 2);
    }

    String keyWithYear() {
        return kind == Kind.OTHER ? null : keyWithYear(digits, year);
    }

    boolean isOf(String number, String numbersYear) {
        return digits.equals(number) && (year == null || numbersYear == null || sameYear(year, numbersYear));
    }

    boolean agreesOnYear(String numbersYear) {
        return year != null && numbersYear != null && sameYear(year, numbersYear);
    }

    private static boolean sameYear(String a, String b) {
        return a.substring(a.length() - 2).equals(b.substring(b.length() - 2));
    }
}
