package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Document numbers in a form that separators, case and leading zeros do not change. */
final class Numbers {

    /** A year, a month of a year, a day: words like "Rent 2024" hold them too. */
    private static final Pattern DATE_LIKE = Pattern.compile(
            "(19|20)\\d\\d|(0?[1-9]|1[0-2])(19|20)\\d\\d"
                    + "|(19|20)\\d\\d(0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01]))?|(0?[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(19|20)\\d\\d");

    private static final int SHORT = 5;

    private Numbers() {}

    /** The maximal runs of letters and digits of a text in upper case without accents. */
    static List<String> atoms(String plain) {
        List<String> atoms = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && isAlphanumeric(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                atoms.add(plain.substring(start, i));
                start = -1;
            }
        }
        return atoms;
    }

    /** The keys under which a number is found: joined as it is, and each part without leading zeros. */
    static Set<String> keys(String number) {
        return number == null ? Set.of() : keys(atoms(Names.plain(number)));
    }

    /** The keys of a document's number: also as it is without its letters, which people leave out. */
    static Set<String> documentKeys(String number) {
        if (number == null) {
            return Set.of();
        }
        List<String> atoms = atoms(Names.plain(number));
        Set<String> keys = keys(atoms);
        StringBuilder digits = new StringBuilder();
        StringBuilder withZeros = new StringBuilder();
        boolean letters = false;
        for (String part : parts(atoms)) {
            if (isDigits(part)) {
                digits.append(part);
            } else {
                letters = true;
            }
        }
        if (letters && digits.length() > 1) {
            keys.add(digits.toString());
            String joined = String.join("", atoms);
            for (int i = 0; i < joined.length(); i++) {
                if (joined.charAt(i) >= '0' && joined.charAt(i) <= '9') {
                    withZeros.append(joined.charAt(i));
                }
            }
            keys.add(withoutZeros(withZeros.toString()));
        }
        return keys;
    }

    static Set<String> keys(List<String> atoms) {
        Set<String> keys = new LinkedHashSet<>(4);
        addKey(keys, withoutZeros(atoms.size() == 1 ? atoms.get(0) : String.join("", atoms)));
        if (atoms.size() > 1) {
            StringBuilder each = new StringBuilder();
            atoms.forEach(atom -> each.append(withoutZeros(atom)));
            addKey(keys, each.toString());
        }
        return keys;
    }

    private static void addKey(Set<String> keys, String key) {
        if (key.length() >= 2 && hasDigit(key)) {
            keys.add(key);
        }
    }

    /** Too short or too much like a date to name a document by itself. */
    static boolean isWeak(String key) {
        return isShort(key) || isDateLike(key);
    }

    static boolean isShort(String key) {
        return key.length() < SHORT;
    }

    static boolean isDateLike(String key) {
        return DATE_LIKE.matcher(key).matches();
    }

    /** A (for letters) and 9 (for digits): what numbers of one series have in common. */
    static String shape(String key) {
        StringBuilder shape = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            shape.append(Character.isDigit(key.charAt(i)) ? '9' : 'A');
        }
        return shape.toString();
    }

    /** Whether one digit is wrong, or two neighbours are transposed; the last digit alone makes the next document. */
    static boolean isOneSlipAway(String a, String b) {
        return isOneSlipAway(a, b, SHORT + 1);
    }

    /** @param least how long the numbers are at least */
    static boolean isOneSlipAway(String a, String b, int least) {
        if (a.length() != b.length() || a.length() < least || a.equals(b)) {
            return false;
        }
        int first = 0;
        while (a.charAt(first) == b.charAt(first)) {
            first++;
        }
        if (a.regionMatches(first + 1, b, first + 1, a.length() - first - 1)) {
            return first < a.length() - 1 && Character.isDigit(a.charAt(first)) && Character.isDigit(b.charAt(first));
        }
        return first + 1 < a.length()
                && a.charAt(first) == b.charAt(first + 1)
                && a.charAt(first + 1) == b.charAt(first)
                && a.regionMatches(first + 2, b, first + 2, a.length() - first - 2);
    }

    /** The parts of a number, split where letters meet digits too, without leading zeros. */
    static List<String> parts(List<String> atoms) {
        List<String> parts = new ArrayList<>();
        for (String atom : atoms) {
            int start = 0;
            for (int i = 1; i <= atom.length(); i++) {
                if (i == atom.length() || Character.isDigit(atom.charAt(i)) != Character.isDigit(atom.charAt(i - 1))) {
                    parts.add(withoutZeros(atom.substring(start, i)));
                    start = i;
                }
            }
        }
        return parts;
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether digits may be a year of our time, in four or in two digits. */
    static boolean isYear(String digits) {
        return digits.length() == 4 && digits.startsWith("20") && digits.charAt(2) > '0' && digits.charAt(2) < '4'
                || digits.length() == 2 && (digits.charAt(0) == '2' || digits.charAt(0) == '3');
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    static String withoutZeros(String text) {
        int start = 0;
        while (start < text.length() - 1 && text.charAt(start) == '0') {
            start++;
        }
        return start == 0 ? text : text.substring(start);
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
