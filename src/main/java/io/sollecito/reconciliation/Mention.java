package io.sollecito.reconciliation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A word of a remittance text that may be a document number.
 *
 * @param first the index of its first atom in the text, {@code last} of its last
 * @param keys under which items are looked up
 * @param loose whether blanks inside it were read over: it counts only where the number itself is divided
 * @param told whether a word such as invoice is glued to it
 * @param tails the keys of the numbers that go on where it ends ("1042, 43")
 */
record Mention(
        int first, int last, List<String> atoms, List<String> keys, boolean loose, boolean told, List<String> tails) {

    /** Too short to name a document by itself, or written as dates are: in one piece or in three, never as year and counter. */
    boolean isWeak() {
        boolean couldBeDate = !told && Numbers.parts(atoms).size() != 2;
        return keys.stream().allMatch(Numbers::isShort)
                || couldBeDate && keys.stream().anyMatch(Numbers::isDateLike);
    }

    /** The indices of its atoms. */
    List<Integer> places() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
