package io.sollecito.model;

import java.util.Arrays;

/** How far two words are apart, to tell what somebody probably meant. */
public final class EditDistance {

    private EditDistance() {}

    /** Levenshtein's: how many letters to insert, drop or exchange to make one word of the other. */
    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchange = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchange, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
