package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.List;

/**
 * A free text cut into its maximal runs of letters and digits, in upper case without accents. What has digits and is no
 * document number is left out; where a bank broke the line in the middle of a run, the break is known.
 */
final class Words {

    private static final int MOST_CHARACTERS = 4000;

    /** At which columns banks break lines; texts come with the lines joined by a blank or by nothing. */
    private static final int[] LINE_LENGTHS = {27, 35, 65};

    /** SEPA payments carry no longer text. */
    private static final int LONGEST_TEXT = 140;

    /** A blank that may be a line break. */
    private static final char BREAK = '\u0002';

    private record Word(String text, int start, int end) {}

    private final String plain;
    private final List<Word> words = new ArrayList<>();
    private final boolean cutOff;

    Words(String text) {
        String cut = text == null ? "" : text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        this.cutOff = cut.length() >= LONGEST_TEXT - 2 && cut.length() <= LONGEST_TEXT;
        this.plain = OtherNumbers.removed(
                Names.plain(withBreaks(cut)).replace("A/C", "ACC").replace("P.O.", "PO "));
        cut();
    }

    int size() {
        return words.size();
    }

    /** Whether it is as long as a bank lets a text be. */
    boolean isCutOff() {
        return cutOff;
    }

    String text(int index) {
        return words.get(index).text();
    }

    boolean isDigits(int index) {
        return Numbers.isDigits(text(index));
    }

    /** Whether it is the year that is left of a date. */
    boolean isDate(int index) {
        int start = words.get(index).start();
        return start > 0 && plain.charAt(start - 1) == OtherNumbers.DATE_MARK;
    }

    /** What stands between a word and the next one. */
    String after(int left) {
        return plain.substring(words.get(left).end(), words.get(left + 1).start());
    }

    boolean isTight(int left) {
        String between = after(left);
        return between.length() == 1 && "/-._".indexOf(between.charAt(0)) >= 0;
    }

    boolean isBlank(int left) {
        return after(left).equals(" ");
    }

    /** Whether the bank may have broken one run here. */
    boolean isBreak(int left) {
        String between = after(left);
        return between.length() == 1 && between.charAt(0) == BREAK;
    }

    private void cut() {
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new Word(plain.substring(start, i), start, i));
                start = -1;
            }
        }
    }

    private static String withBreaks(String text) {
        StringBuilder marked = null;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            boolean may = c == '\n' || c == ' ' && isColumn(i);
            if (may && Character.isDigit(text.charAt(i + 1)) && isPartOfNumber(text.charAt(i - 1))) {
                marked = marked == null ? new StringBuilder(text) : marked;
                marked.setCharAt(i, BREAK);
            }
        }
        return marked == null ? text : marked.toString();
    }

    private static boolean isPartOfNumber(char c) {
        return Character.isDigit(c) || c == '/' || c == '-';
    }

    private static boolean isColumn(int index) {
        for (int length : LINE_LENGTHS) {
            if ((index + 1) % (length + 1) == 0 || index % length == 0) {
                return true;
            }
        }
        return false;
    }
}
