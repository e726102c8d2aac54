package io.sollecito.reminders.message;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses a code's mask by the penalties of ISO/IEC 18004, section 7.8.3, on rows of bits: the same one as the library
 * chooses, which takes most of an e-mail's time for it. Two masks of one code differ in the same modules whatever it says.
 */
final class QrMask {

    private static final int MASKS = 8;
    private static final int LARGEST_VERSION = 11; // its 61 modules are bits of a long
    private static final int LONG_RUN = 5;
    private static final int SAME_COLOUR = 3;
    private static final int SAME_BLOCK = 3;
    private static final int LIKE_A_FINDER = 40;
    private static final int OUT_OF_BALANCE = 10;

    private static final QrSegment ANYTHING = QrSegment.makeBytes(new byte[1]);
    private static final Map<List<Object>, Modules[]> DIFFERENCES = new ConcurrentHashMap<>();

    /** The modules as bits, by row and by column. */
    private record Modules(long[] rows, long[] columns) {

        static Modules of(QrCode code) {
            Modules modules = new Modules(new long[code.size], new long[code.size]);
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    if (code.getModule(x, y)) {
                        modules.rows[y] |= 1L << x;
                        modules.columns[x] |= 1L << y;
                    }
                }
            }
            return modules;
        }

        Modules xor(Modules other) {
            return new Modules(xor(rows, other.rows), xor(columns, other.columns));
        }

        private static long[] xor(long[] lines, long[] others) {
            long[] result = new long[lines.length];
            Arrays.setAll(result, i -> lines[i] ^ others[i]);
            return result;
        }
    }

    private QrMask() {}

    /** The segments as the smallest code of at most that version, with the mask of the lowest penalty. */
    static QrCode encoded(List<QrSegment> segments, QrCode.Ecc correction, int largestVersion) {
        QrCode first = QrCode.encodeSegments(segments, correction, QrCode.MIN_VERSION, largestVersion, 0, false);
        int mask = first.version > LARGEST_VERSION ? -1 : best(first);
        return mask == 0
                ? first
                : QrCode.encodeSegments(segments, correction, first.version, first.version, mask, false);
    }

    private static int best(QrCode first) {
        Modules modules = Modules.of(first);
        Modules[] differences = DIFFERENCES.computeIfAbsent(
                List.of(first.version, first.errorCorrectionLevel),
                unknown -> differences(first.version, first.errorCorrectionLevel));
        int best = 0;
        int lowest = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            int penalty = penalty(modules.xor(differences[mask]));
            if (penalty < lowest) {
                best = mask;
                lowest = penalty;
            }
        }
        return best;
    }

    /** Of each mask from the first. */
    private static Modules[] differences(int version, QrCode.Ecc correction) {
        Modules[] all = new Modules[MASKS];
        Arrays.setAll(
                all,
                mask -> Modules.of(
                        QrCode.encodeSegments(List.of(ANYTHING), correction, version, version, mask, false)));
        Modules first = all[0];
        Arrays.setAll(all, mask -> all[mask].xor(first));
        return all;
    }

    private static int penalty(Modules modules) {
        int penalty = 0;
        int dark = 0;
        int size = modules.rows.length;
        for (int i = 0; i < size; i++) {
            penalty += runs(modules.rows[i], size) + runs(modules.columns[i], size);
            dark += Long.bitCount(modules.rows[i]);
        }
        return penalty + blocks(modules.rows) + balance(dark, size * size);
    }

    private static int balance(int dark, int total) {
        int beyond = Math.abs(dark * 20 - total * 10);
        return OUT_OF_BALANCE * ((beyond + total - 1) / total - 1);
    }

    /** Blocks of two by two modules of one colour. */
    private static int blocks(long[] rows) {
        long inside = (1L << rows.length - 1) - 1;
        int blocks = 0;
        for (int y = 1; y < rows.length; y++) {
            long upper = rows[y - 1];
            long lower = rows[y];
            long differ = upper ^ upper >>> 1 | lower ^ lower >>> 1 | upper ^ lower;
            blocks += Long.bitCount(~differ & inside);
        }
        return SAME_BLOCK * blocks;
    }

    /** Long runs of one colour, and runs as those of a finder pattern; around the code all is light. */
    private static int runs(long line, int size) {
        int penalty = 0;
        int at = 0;
        int[] last = new int[6];
        boolean dark = false;
        while (true) {
            long ahead = dark ? ~(line >>> at) : line >>> at;
            int run = Math.min(Long.numberOfTrailingZeros(ahead), size - at);
            penalty += run < LONG_RUN ? 0 : SAME_COLOUR + run - LONG_RUN;
            boolean outermost = !dark && (at == 0 || at + run == size);
            at += run;
            int length = outermost ? run + size : run;
            if (!dark) {
                penalty += LIKE_A_FINDER * finders(last, length);
                if (at == size) {
                    return penalty;
                }
            }
            System.arraycopy(last, 1, last, 0, 5);
            last[5] = length;
            dark = !dark;
        }
    }

    /** Dark, light, dark, light, dark as 1:1:3:1:1, and four times as much light on one side. */
    private static int finders(int[] last, int light) {
        int unit = last[5];
        boolean alike = unit > 0
                && last[4] == unit
                && last[3] == 3 * unit
                && last[2] == unit
                && last[1] == unit
                && last[0] >= unit
                && light >= unit;
        return alike ? (light >= 4 * unit ? 1 : 0) + (last[0] >= 4 * unit ? 1 : 0) : 0;
    }
}
