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

    enum Kind {
        DOCUMENT,
        PLAIN,
        OTHER
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
