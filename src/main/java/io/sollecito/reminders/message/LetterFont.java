package io.sollecito.reminders.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font of the letters: its file's bytes, what it can print and how wide. */
enum LetterFont {
    REGULAR("OpenSans-Regular.ttf"),
    BOLD("OpenSans-Bold.ttf");

    /** The name that layouts use. */
    static final String FAMILY = "Open Sans";

    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    private final byte[] bytes;
    private final int[] advances = new int[Character.MAX_VALUE + 1];
    private final int unitsPerEm;

    LetterFont(String file) {
        try (InputStream resource = LetterFont.class.getResourceAsStream("/fonts/" + file)) {
            bytes = resource.readAllBytes();
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            unitsPerEm = font.getUnitsPerEm();
            Arrays.fill(advances, -1);
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int character = 0; character < advances.length; character++) {
                int glyph = glyphs.getGlyphId(character);
                if (glyph != 0) {
                    advances[character] = font.getAdvanceWidth(glyph);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    boolean prints(int codePoint) {
        return codePoint < advances.length && (advances[codePoint] >= 0 || codePoint == '\n' || codePoint == '\t');
    }

    /** In millimetres; characters that it cannot print count nothing. */
    double width(String text, double points) {
        long units = text.chars()
                .map(character -> Math.max(0, advances[character]))
                .asLongStream()
                .sum();
        return units * points / unitsPerEm / POINTS_A_MILLIMETRE;
    }
}
