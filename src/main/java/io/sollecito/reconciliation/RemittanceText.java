package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a free text that may be document numbers. A word is delimited: it never is a part of a longer run of letters
 * and digits.
 */
final class RemittanceText {

    private static final int MOST_JOINED = 6;
    private static final int LONGEST_PREFIX = 6;
    private static final int MOST_TAILS = 12;
    private static final int LONGEST_RANGE = 30;

    private final Words words;
    private final List<Mention> mentions = new ArrayList<>();

    RemittanceText(String text) {
        this.words = new Words(text);
        for (int i = 0; i < words.size(); i++) {
            mentionsFrom(i);
        }
    }

    /** Every word that may be a number, at each place the longest first. */
    List<Mention> mentions() {
        return mentions;
    }

    /** What stands behind a word such as customer number. */
    List<String> customerNumbers() {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            if (DocumentWords.isCustomer(wordBefore(i))) {
                StringBuilder number = new StringBuilder(words.text(i));
                for (int last = i; last + 1 < words.size() && words.isTight(last); last++) {
                    number.append(words.text(last + 1));
                }
                if (Numbers.hasDigit(number.toString())) {
                    numbers.add(number.toString());
                }
            }
        }
        return numbers;
    }

    /** Whether it points to a list of what is paid that comes apart: a remittance advice, the parts of a collective credit. */
    boolean isToldElsewhere() {
        for (int i = 0; i < words.size(); i++) {
            boolean advice = Numbers.hasDigit(words.text(i)) && DocumentWords.isAdvice(wordBefore(i));
            if (advice || DocumentWords.isCollective(words.text(i))) {
                return true;
            }
        }
        return false;
    }

    private String wordBefore(int index) {
        int before = index - 1;
        while (before >= 0 && DocumentWords.isLinking(words.text(before))) {
            before--;
        }
        return before < 0 ? "" : words.text(before);
    }

    /** The running numbers that it names without year and letters. */
    Counters.Found counters() {
        return Counters.in(words);
    }

    /**
     * Whether the words from {@code first} to {@code last} stand beside another number without a blank between.
     *
     * @param goesOn whether what follows are the last digits of a next number that is known
     */
    boolean isPartOfLonger(Mention mention, Set<Integer> otherHits, boolean goesOn) {
        return joinsNumber(mention.first() - 1, mention.first(), mention, otherHits)
                || !goesOn && joinsNumber(mention.last(), mention.last() + 1, mention, otherHits);
    }

    /** Whether the word before it says that it is an order's, a customer's or another number, and no document's. */
    boolean isOfSomethingElse(Mention mention) {
        return DocumentWords.isOther(wordBefore(mention.first()));
    }

    /** Whether the text says that just this document is not paid. */
    boolean isLeftOut(Mention mention) {
        int before = mention.first() - 1;
        while (before >= 0
                && (DocumentWords.isLinking(words.text(before)) || DocumentWords.isDocument(words.text(before)))) {
            before--;
        }
        return before >= 0 && DocumentWords.isExcept(words.text(before));
    }

    /** Whether another run of digits stands beside it, with nothing but a blank between. */
    boolean hasDigitsBeside(Mention mention) {
        boolean left = mention.first() > 0 && words.isBlank(mention.first() - 1) && words.isDigits(mention.first() - 1);
        return left
                || mention.last() + 1 < words.size()
                        && words.isBlank(mention.last())
                        && words.isDigits(mention.last() + 1);
    }

    private boolean joinsNumber(int left, int right, Mention mention, Set<Integer> otherHits) {
        if (left < 0 || right >= words.size() || !words.isTight(left)) {
            return false;
        }
        int neighbour = left < mention.first() ? left : right;
        String beside = words.text(neighbour);
        String near = words.text(left < mention.first() ? mention.first() : mention.last());
        return Numbers.hasDigit(beside)
                && !otherHits.contains(neighbour)
                && !Numbers.shape(beside).equals(Numbers.shape(near));
    }

    private void mentionsFrom(int first) {
        if (!Numbers.hasDigit(words.text(first)) && words.text(first).length() > LONGEST_PREFIX) {
            return;
        }
        int last = first;
        boolean[] looseUpTo = new boolean[MOST_JOINED];
        int reach = 1;
        while (reach < MOST_JOINED
                && last + 1 < words.size()
                && !words.isDate(last + 1)
                && (words.isTight(last) || words.isBlank(last) || words.isBreak(last))) {
            looseUpTo[reach] = looseUpTo[reach - 1] || words.isBlank(last);
            last++;
            reach++;
        }
        for (int length = reach; length >= 1 && !words.isDate(first); length--) {
            add(first, length, looseUpTo[length - 1]);
        }
    }

    private void add(int first, int length, boolean loose) {
        int last = first + length - 1;
        if (!Numbers.hasDigit(words.text(last)) && !Numbers.hasDigit(words.text(first))) {
            return;
        }
        List<String> texts = new ArrayList<>(length);
        for (int i = first; i <= last; i++) {
            texts.add(words.text(i));
        }
        Set<String> keys = new LinkedHashSet<>(Numbers.keys(texts));
        String head = withoutWord(texts.get(0));
        String tail = withoutWordBehind(texts.get(length - 1));
        if (head != null) {
            texts.set(0, head);
            keys.addAll(Numbers.keys(texts));
        }
        if (tail != null) {
            texts.set(length - 1, length == 1 && head != null ? withoutWordBehind(head) : tail);
            keys.addAll(Numbers.keys(texts));
        }
        if (!keys.isEmpty()) {
            mentions.add(
                    new Mention(first, last, texts, List.copyOf(keys), loose, head != null, tails(keys, first, last)));
        }
    }

    /** The digits behind a word such as FT or INV that is glued to them, or null. */
    private static String withoutWord(String text) {
        int letters = 0;
        while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        boolean glued = letters > 0
                && letters < text.length()
                && Character.isDigit(text.charAt(letters))
                && DocumentWords.isGlued(text.substring(0, letters));
        return glued ? text.substring(letters) : null;
    }

    /** The digits before a word such as VOM that is glued to them, as lines that are joined without a blank do; or null. */
    private static String withoutWordBehind(String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        boolean glued = end > 0 && end < text.length() && DocumentWords.isGlued(text.substring(end));
        return glued ? text.substring(0, end) : null;
    }

    /** The numbers that go on where this one ends: by their last digits, or up to the end of a range. */
    private List<String> tails(Set<String> keys, int first, int last) {
        if (last + 1 >= words.size() || !Character.isDigit(lastOf(words.text(last)))) {
            return List.of();
        }
        List<String> tails = new ArrayList<>(upTo(keys.iterator().next(), last, last - first));
        int place = last;
        while (tails.size() < MOST_TAILS && place + 1 < words.size()) {
            int next = place + 1;
            if (DocumentWords.isLinking(words.text(next)) && next + 1 < words.size()) {
                next++;
            }
            if (words.isDate(next) || !words.isDigits(next) || words.text(next).length() > trailingDigits(keys)) {
                break;
            }
            boolean range = words.after(next - 1).strip().equals("-")
                    || next == place + 2 && DocumentWords.isRange(words.text(place + 1));
            String tail = words.text(next);
            keys.forEach(key -> tails.addAll(continued(key, tail, range)));
            place = next;
        }
        return tails;
    }

    /** The numbers between this one and a whole one behind "to" or a dash. */
    private List<String> upTo(String key, int last, int others) {
        int next = last + 1;
        boolean range = words.after(last).strip().equals("-");
        if (DocumentWords.isRange(words.text(next)) && next + 1 < words.size()) {
            next++;
            range = true;
        }
        if (!range || next + others >= words.size()) {
            return List.of();
        }
        StringBuilder end = new StringBuilder();
        for (int i = next; i <= next + others; i++) {
            end.append(words.text(i));
        }
        int same = 0;
        while (same < Math.min(key.length(), end.length()) && key.charAt(same) == end.charAt(same)) {
            same++;
        }
        boolean alike = key.length() == end.length() && same > 0 && same < key.length();
        return alike && Numbers.isDigits(key.substring(same)) && Numbers.isDigits(end.substring(same))
                ? continued(key, end.substring(same), true)
                : List.of();
    }

    private static List<String> continued(String key, String tail, boolean range) {
        int kept = key.length() - tail.length();
        if (kept < 1 || !Numbers.isDigits(key.substring(kept))) {
            return List.of();
        }
        long from = tail.length() > 9 ? 0 : Long.parseLong(key.substring(kept));
        long to = tail.length() > 9 ? 0 : Long.parseLong(tail);
        if (!range || to - from > LONGEST_RANGE || to <= from) {
            return List.of(key.substring(0, kept) + tail);
        }
        List<String> all = new ArrayList<>();
        for (long number = from + 1; number <= to; number++) {
            String digits = Long.toString(number);
            all.add(key.substring(0, kept) + "0".repeat(tail.length() - digits.length()) + digits);
        }
        return all;
    }

    private static int trailingDigits(Set<String> keys) {
        String key = keys.iterator().next();
        int start = key.length();
        while (start > 0 && Character.isDigit(key.charAt(start - 1))) {
            start--;
        }
        return key.length() - start;
    }

    private static char lastOf(String text) {
        return text.charAt(text.length() - 1);
    }
}
