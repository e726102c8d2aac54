package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** How people shorten a document's number: its running number without letters, year and leading zeros. */
final class ShortNumbers {

    private static final int LEAST_DIGITS = 1;
    private static final int SERIES_ZEROS = 3;

    /** @param year that the full number holds, or null */
    record Short(String digits, String year) {}

    private ShortNumbers() {}

    static List<Short> of(String number) {
        if (number == null) {
            return List.of();
        }
        List<String> runs = runs(number);
        if (runs.isEmpty()) {
            return List.of();
        }
        int year = runs.size() == 1 ? -1 : yearAmong(runs);
        String running = longest(runs, year);
        String said = year < 0 ? null : runs.get(year);
        List<Short> found = new ArrayList<>(3);
        add(found, running, said);
        if (running.length() >= 8 && Numbers.isYear(running.substring(0, 4))) {
            add(found, running.substring(4), running.substring(0, 4));
        } else if (running.length() >= 6 && said == null && Numbers.isYear(running.substring(0, 2))) {
            add(found, running.substring(2), running.substring(0, 2));
        }
        int zeros = running.indexOf("0".repeat(SERIES_ZEROS));
        if (zeros > 0) {
            String rest = Numbers.withoutZeros(running.substring(zeros));
            if (rest.length() >= SERIES_ZEROS) {
                add(found, rest, said);
            }
        }
        return found;
    }

    private static void add(List<Short> found, String digits, String year) {
        String number = Numbers.withoutZeros(digits);
        if (number.length() >= LEAST_DIGITS) {
            found.add(new Short(number, year));
        }
    }

    private static String longest(List<String> runs, int year) {
        String longest = "";
        for (int i = 0; i < runs.size(); i++) {
            if (i != year
                    && Numbers.withoutZeros(runs.get(i)).length()
                            >= Numbers.withoutZeros(longest).length()) {
                longest = runs.get(i);
            }
        }
        return longest;
    }

    /** The four-digit year first, else a two-digit one at the beginning or the end. */
    private static int yearAmong(List<String> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).length() == 4 && Numbers.isYear(runs.get(i))) {
                return i;
            }
        }
        if (Numbers.isYear(runs.get(0)) && runs.get(0).length() == 2) {
            return 0;
        }
        int last = runs.size() - 1;
        return Numbers.isYear(runs.get(last)) && runs.get(last).length() == 2 ? last : -1;
    }

    private static List<String> runs(String number) {
        List<String> runs = new ArrayList<>(3);
        int start = -1;
        for (int i = 0; i <= number.length(); i++) {
            boolean digit = i < number.length() && number.charAt(i) >= '0' && number.charAt(i) <= '9';
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                runs.add(number.substring(start, i));
                start = -1;
            }
        }
        return runs;
    }
}
