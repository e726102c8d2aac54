package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** Finds the running numbers in a text: lists, ranges, last digits, the year apart. */
final class Counters {

    private static final int LONGEST_RANGE = 30;
    private static final int LONGEST_PART = 6;
    private static final int LEAST_TAIL = 3;
    private static final int MOST = 200;

    private final Words words;
    private final List<Counter> counters = new ArrayList<>();
    private Counter.Kind context = Counter.Kind.PLAIN;
    private int more;
    private boolean further;
    private boolean leftOut;

    private Counters(Words words) {
        this.words = words;
    }

    /**
     * @param more how many further documents the text speaks of ("1042 +3"), zero when it does not say
     * @param goesOn whether it speaks of further documents, or was cut off
     */
    record Found(List<Counter> counters, int more, boolean goesOn) {}

    static Found in(Words words) {
        Counters finder = new Counters(words);
        finder.find();
        return new Found(finder.counters, finder.more, finder.further || finder.more > 0 || words.isCutOff());
    }

    private void find() {
        for (int i = 0; i < words.size() && counters.size() < MOST; i++) {
            String word = words.text(i);
            if (words.isDate(i)) {
                continue;
            }
            further |= DocumentWords.isFurther(word);
            if (words.isDigits(i)) {
                if (isCountOfOthers(i)) {
                    more = Integer.parseInt(word);
                } else if (!isYearBeside(i)) {
                    i = number(i);
                }
            } else if (!Numbers.hasDigit(word)) {
                letters(word);
            } else {
                mixed(i, word);
            }
        }
    }

    /** "and 2 others", "+ 1" at the end. */
    private boolean isCountOfOthers(int index) {
        if (index == 0 || words.text(index).length() > 2) {
            return false;
        }
        boolean others = index + 1 < words.size() && DocumentWords.isFurther(words.text(index + 1));
        boolean plus =
                words.after(index - 1).strip().equals("+") && words.text(index).length() == 1;
        return others || plus;
    }

    private void letters(String word) {
        if (DocumentWords.isDocument(word)) {
            context = leftOut ? Counter.Kind.OTHER : Counter.Kind.DOCUMENT;
        } else if (DocumentWords.isOther(word) || DocumentWords.isExcept(word)) {
            context = Counter.Kind.OTHER;
            leftOut = DocumentWords.isExcept(word);
        } else if (!DocumentWords.isLinking(word) && word.length() > 2) {
            context = Counter.Kind.PLAIN;
            leftOut = false;
        }
    }

    /** Digits glued to a word: FT1042, 1042VOM. */
    private void mixed(int index, String word) {
        int letters = 0;
        while (letters < word.length() && !Character.isDigit(word.charAt(letters))) {
            letters++;
        }
        int end = letters;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        String before = word.substring(0, letters);
        String behind = word.substring(end);
        boolean known = (before.isEmpty() || DocumentWords.isGlued(before))
                && (behind.isEmpty() || DocumentWords.isGlued(behind));
        if (known) {
            if (DocumentWords.isDocument(before)) {
                context = Counter.Kind.DOCUMENT;
            }
            add(word.substring(letters, end), yearAfter(index), false);
        }
    }

    /** Takes the number at this place and what continues it; answers with the last place that it took. */
    private int number(int index) {
        String digits = words.text(index);
        boolean blank = index + 1 < words.size() && (words.isBreak(index) || words.isBlank(index));
        if (blank && words.isDigits(index + 1) && !words.isDate(index + 1) && digits.length() <= LONGEST_PART) {
            return broken(index);
        }
        String year = yearBefore(index);
        year = year == null && !isLastDigits(index) ? yearAfter(index) : year;
        add(digits, year, false);
        int last = index;
        while (last + 1 < words.size()) {
            int next = continued(digits, last, year);
            if (next < 0) {
                return last;
            }
            last = next;
        }
        return last;
    }

    /** Where a bank may have broken a number, it could be one or two. */
    private int broken(int index) {
        String left = words.text(index);
        String right = words.text(index + 1);
        add(left + right, yearAfter(index + 1), true);
        add(left, yearBefore(index), words.isBreak(index));
        return index;
    }

    /** Whether two digits that could be a year are the last digits of the next number: 1024/25. */
    private boolean isLastDigits(int index) {
        if (index + 1 >= words.size()
                || words.text(index + 1).length() != 2
                || words.text(index).length() < 3) {
            return false;
        }
        String digits = words.text(index);
        int step = words.text(index + 1).compareTo(digits.substring(digits.length() - 2));
        return step == 1;
    }

    /** The place of what continues the number, or -1. */
    private int continued(String digits, int last, String year) {
        int next = last + 1;
        boolean range = words.after(last).strip().equals("-");
        if (!words.isDigits(next) && DocumentWords.isRange(words.text(next)) && next + 1 < words.size()) {
            next++;
            range = true;
        }
        if (!words.isDigits(next) || words.isDate(next)) {
            return -1;
        }
        String tail = words.text(next);
        boolean plus = words.after(next - 1).strip().equals("+");
        if (plus && tail.length() <= 2) {
            more = Integer.parseInt(tail);
        }
        if (tail.length() > digits.length() || tail.length() == digits.length() && !range || digits.length() > 15) {
            return -1;
        }
        String full = digits.substring(0, digits.length() - tail.length()) + tail;
        long from = Long.parseLong(digits);
        long to = Long.parseLong(full);
        if (to <= from) {
            return -1;
        }
        boolean listed =
                plus || words.isTight(next - 1) || words.after(next - 1).strip().equals(",") || range;
        if (!listed) {
            return -1;
        }
        if (range && to - from <= LONGEST_RANGE) {
            for (long between = from + 1; between < to; between++) {
                add(Long.toString(between), year, true);
            }
        }
        add(full, year, tail.length() < digits.length());
        if (tail.length() >= LEAST_TAIL && tail.length() < digits.length()) {
            add(tail, year, true);
        }
        return next;
    }

    private void add(String digits, String year, boolean maybe) {
        String number = Numbers.withoutZeros(digits);
        if (!number.equals("0")) {
            counters.add(new Counter(number, year, context, maybe));
        }
    }

    /** Whether the digits are only the year of the number beside them. */
    private boolean isYearBeside(int index) {
        boolean yearOfNext = Numbers.isYear(words.text(index))
                && index + 1 < words.size()
                && words.isTight(index)
                && words.isDigits(index + 1)
                && !Numbers.isYear(words.text(index + 1));
        return yearOfNext || (index > 0 && yearAfter(index - 1) != null && Numbers.isYear(words.text(index)));
    }

    private String yearBefore(int index) {
        boolean tight = index > 0 && words.isTight(index - 1);
        return tight && Numbers.isYear(words.text(index - 1)) ? words.text(index - 1) : null;
    }

    private String yearAfter(int index) {
        if (index + 1 >= words.size()) {
            return null;
        }
        String next = words.text(index + 1);
        if (words.isDate(index + 1) || words.isTight(index) && Numbers.isYear(next)) {
            return next;
        }
        boolean apart = DocumentWords.isOfYear(next) && index + 2 < words.size();
        String second = apart ? words.text(index + 2) : "";
        return apart && (words.isDate(index + 2) || second.length() == 4 && Numbers.isYear(second)) ? second : null;
    }
}
