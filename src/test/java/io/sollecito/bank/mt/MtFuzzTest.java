package io.sollecito.bank.mt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a file holds, reading it ends, throws nothing and says true only of what adds up. */
class MtFuzzTest {

    private static final String MESSAGE = MtMessage.of(
                    "C260218EUR1187,65",
                    ":61:2602180218C100,00NTRFKUNDE//B-1",
                    "/OCMT/USD110,00/",
                    ":86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+Rechnung 2026/1042?31" + MtMessage.OTHER + "?32Muster",
                    ":61:2602180218D12,35NRTINONREF//B-2",
                    ":86:/RTRN/MS03/EREF/E2E/NAME/Jansen/REMI/STRD/CUR/1234/",
                    ":61:260218C000000000100,00N5410123456789      NAAM",
                    ":86:AUFTRAGGEBER: X MITTEILUNGEN: Y")
            + ":20:R\n:25:1EUR\n:28C:1\n:34F:EUR1,\n:61:260218EC1,NTRFX\n:90C:1EUR1,\n:90D:0EUR0,\n-\n";

    @Property(tries = 1500)
    void bytes_may_change(@ForAll Random random, @ForAll @IntRange(min = 1, max = 30) int changes) {
        byte[] content = MESSAGE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes; i++) {
            content[random.nextInt(content.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : " :-?/+{}\n\r\0".charAt(random.nextInt(11)));
        }
        check(content);
    }

    @Property(tries = 700)
    void lines_may_come_in_any_order_twice_or_not_at_all(@ForAll Random random) {
        List<String> lines = new ArrayList<>(List.of(MESSAGE.split("\n")));
        Collections.shuffle(lines, random);
        lines.addAll(lines.subList(0, random.nextInt(lines.size())));
        check(String.join(random.nextBoolean() ? "\n" : "\r\n", lines.subList(0, random.nextInt(lines.size())))
                .getBytes(StandardCharsets.UTF_16LE));
        check(String.join("\n", lines.subList(0, random.nextInt(lines.size()))).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void a_file_may_end_anywhere(@ForAll @IntRange(max = 700) int length) {
        check(MESSAGE.substring(0, Math.min(length, MESSAGE.length())).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void bytes_may_be_any(@ForAll @Size(max = 300) byte[] content) {
        check(content);
    }

    @Example
    void a_line_without_end_and_a_text_without_end_are_read_in_bounded_memory() throws IOException {
        for (String endless : List.of(
                "?20EREF+ABCD ",
                "/",
                "A",
                "EREF+",
                "\n",
                "\n:86:x",
                "\nx",
                ":20:X\n:25:1\n",
                "?2",
                "+++",
                "\n-",
                "1")) {
            Counting counted = new Counting();
            new MtFormat().read(new Endless(MESSAGE.substring(0, 200), endless, 1_000_000), "x.sta", counted);
            assertThat(counted.entries).isLessThan(100);
        }
    }

    private static void check(byte[] content) {
        Counting counted = new Counting();
        try {
            new MtFormat().recognises(content);
            new MtFormat().read(new ByteArrayInputStream(content), "x.sta", counted);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(counted.heads > 0 || counted.problems > 0).isTrue();
        assertThat(counted.wrong).isFalse();
    }

    /** Counts, and adds up for itself what is said to be balanced. */
    private static final class Counting implements StatementSink {
        private BigDecimal sum = BigDecimal.ZERO;
        private int entries;
        private int heads;
        private int problems;
        private boolean wrong;

        @Override
        public void entry(Statement.Entry entry) {
            entries++;
            sum = sum.add(entry.amount());
        }

        @Override
        public void statement(StatementHead head) {
            heads++;
            wrong |= Boolean.TRUE.equals(head.balanced())
                    && head.openingBalance().add(sum).compareTo(head.closingBalance()) != 0;
            sum = BigDecimal.ZERO;
        }

        @Override
        public void problem(Problem problem) {
            problems++;
        }

        @Override
        public void unreadable(Problem problem) {
            problems++;
        }
    }

    /** A beginning, then the same text again and again. */
    private static final class Endless extends InputStream {
        private final byte[] beginning;
        private final byte[] repeated;
        private final long length;
        private long at;

        Endless(String beginning, String repeated, long length) {
            this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
            this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (at >= length) {
                return -1;
            }
            long index = at++;
            return index < beginning.length ? beginning[(int) index] : repeated[(int) (index % repeated.length)];
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int count = 0;
            for (int b = count < most ? read() : -1; b >= 0; b = count < most ? read() : -1) {
                into[from + count++] = (byte) b;
                if (count == most) {
                    break;
                }
            }
            return count == 0 ? -1 : count;
        }
    }
}
