package io.sollecito.mapping.source;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * The characters of which one separates the cells of a file: the one that stands most often in its header.
 *
 * @param signs the first one holds unless another stands there more often
 * @param headerAfter how many physical lines stand before the header
 * @param searched whether the header is some line after that: then the line counts that has most
 */
public record Separators(List<Character> signs, int headerAfter, boolean searched) {

    /** How much of a file is looked at. */
    private static final int LOOKED_AT = 64 * 1024;

    public static Separators of(char only) {
        return new Separators(List.of(only), 0, false);
    }

    /** Opens the file only if there is a choice. */
    char of(RecordText.Opening file, char quote) throws IOException {
        if (signs.size() == 1) {
            return signs.get(0);
        }
        char[] beginning = new char[LOOKED_AT];
        int length = 0;
        try (Reader reader = file.open()) {
            for (int read = 0; read >= 0 && length < LOOKED_AT; length += Math.max(read, 0)) {
                read = reader.read(beginning, length, LOOKED_AT - length);
            }
        }
        return in(new String(beginning, 0, length), quote);
    }

    private char in(String beginning, char quote) {
        char best = signs.get(0);
        long most = 0;
        List<String> lines = beginning
                .lines()
                .skip(headerAfter)
                .filter(line -> !line.isBlank())
                .limit(searched ? Long.MAX_VALUE : 1)
                .toList();
        for (char sign : signs) {
            for (String line : lines) {
                long count = RawRecord.read(line, sign, quote).starts().size() - 1L;
                if (count > most) {
                    most = count;
                    best = sign;
                }
            }
        }
        return best;
    }
}
