package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QrMaskTest {

    private static final int LARGEST_VERSION = 13;

    @Test
    void every_code_is_the_one_that_the_library_chooses_by_itself() {
        Random random = new Random(18004);
        Set<Integer> masks = new TreeSet<>();
        Set<Integer> versions = new TreeSet<>();
        for (int length = 1; length <= 331; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            QrCode code = same(bytes);
            masks.add(code.mask);
            versions.add(code.version);
        }
        assertThat(masks).hasSize(8);
        assertThat(versions).contains(1, 11, 12, LARGEST_VERSION);
    }

    @Test
    void codes_of_long_runs_and_of_repeated_patterns_are_the_same_too() {
        for (int pattern : new int[] {0x00, 0xFF, 0x5D, 0xAA, 0x0F, 0xDB, 0x6D}) {
            for (int length = 10; length < 150; length += 7) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) pattern);
                same(bytes);
            }
        }
    }

    private static QrCode same(byte[] bytes) {
        List<QrSegment> segments = List.of(QrSegment.makeBytes(bytes));
        QrCode code = QrMask.encoded(segments, QrCode.Ecc.MEDIUM, LARGEST_VERSION);
        QrCode chosen =
                QrCode.encodeSegments(segments, QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, LARGEST_VERSION, -1, false);
        assertThat(code.version).isEqualTo(chosen.version);
        assertThat(code.mask).as("%d bytes", bytes.length).isEqualTo(chosen.mask);
        assertThat(modules(code)).isEqualTo(modules(chosen));
        return code;
    }

    private static BitSet modules(QrCode code) {
        BitSet modules = new BitSet();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                modules.set(y * code.size + x, code.getModule(x, y));
            }
        }
        return modules;
    }
}
