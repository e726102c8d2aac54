package io.sollecito.reconciliation;

import java.util.List;

/**
 * A word of a remittance text that may be a document number.
 *
 * @param first the index of its first atom in the text, {@code last} of its last
 * @param keys under which items are looked up
 * @param loose whether blanks inside it were read over: it counts only where the number itself is divided
 */
record Mention(int first, int last, List<String> atoms, List<String> keys, boolean loose) {

    String text() {
        return String.join(loose ? " " : "", atoms);
    }
}
