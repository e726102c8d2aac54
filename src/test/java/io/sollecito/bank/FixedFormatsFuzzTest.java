package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sollecito.bank.bai2.Bai2Fixture;
import io.sollecito.bank.bai2.Bai2Format;
import io.sollecito.bank.cbi.CbiFixture;
import io.sollecito.bank.cbi.CbiFormat;
import io.sollecito.bank.cfonb120.Cfonb120Fixture;
import io.sollecito.bank.cfonb120.Cfonb120Format;
import io.sollecito.bank.coda.CodaFixture;
import io.sollecito.bank.coda.CodaFormat;
import io.sollecito.bank.norma43.Norma43Fixture;
import io.sollecito.bank.norma43.Norma43Format;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Files of records that are damaged in every way: reading ends, says what is wrong, and never calls them balanced falsely. */
class FixedFormatsFuzzTest {

    private static final int TRIES = 300;

    /**
     * A format with a file of it.
     *
     * @param counts whether it counts what it holds
     * @param end of a statement after which the file may end
     * @param uncounted lines that it does not count
     */
    record Sample(StatementFormat format, String text, boolean counts, String end, String uncounted) {
        @Override
        public String toString() {
            return format.name();
        }
    }

    static List<Sample> all() {
        return List.of(
                new Sample(new CodaFormat(), CodaFixture.sample(), true, "9.*", "4.*"),
                new Sample(new Cfonb120Format(), Cfonb120Fixture.sample(), false, "07.*", ""),
                new Sample(new Norma43Format(), Norma43Fixture.sample(), true, "88.*", ""),
                new Sample(new Bai2Format(), Bai2Fixture.sample(), true, "99.*", ""),
                new Sample(new CbiFormat(), CbiFixture.sample(), true, " EF.*", ""));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(all());
    }

    @Example
    void every_sample_is_of_one_format_and_reads_without_a_problem() {
        for (Sample sample : all()) {
            byte[] bytes = sample.text().getBytes(StandardCharsets.UTF_8);
            assertThat(Reading.recognisers(bytes))
                    .containsExactly(sample.format().name());
            assertThat(Reading.recognisers(("\uFEFF\r\n" + sample.text()).getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(sample.format().name());
            assertThat(Reading.read(sample.format(), bytes).problems()).isEmpty();
        }
    }

    @Property(tries = TRIES)
    void bytes_that_changed_are_survived(
            @ForAll("samples") Sample sample, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes) {
        byte[] bytes = sample.text().getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        survives(sample, bytes);
    }

    @Property(tries = TRIES)
    void files_that_end_anywhere_are_survived_and_not_whole(
            @ForAll("samples") Sample sample, @ForAll @IntRange(max = 99) int percent) {
        String kept = sample.text().substring(0, (int) ((long) sample.text().length() * percent / 100));
        StatementFile file = survives(sample, kept.getBytes(StandardCharsets.UTF_8));

        assertThat(file.problems().isEmpty() && !endsWithAStatement(sample, kept))
                .isFalse();
    }

    /** Formats without an end of their own may end after any statement; of its end, blanks and what is not read may lack. */
    private static boolean endsWithAStatement(Sample sample, String kept) {
        long lines = kept.lines().count();
        String last =
                sample.text().lines().skip(Math.max(0, lines - 1)).findFirst().orElse("");
        return lines == sample.text().lines().count() || last.matches(sample.end());
    }

    @Property(tries = TRIES)
    void lines_that_are_missing_twice_or_elsewhere_are_noticed(
            @ForAll("samples") Sample sample, @ForAll long seed, @ForAll @IntRange(max = 2) int what) {
        List<String> lines = new ArrayList<>(sample.text().lines().toList());
        Random random = new Random(seed);
        int at = random.nextInt(lines.size());
        boolean counted = sample.counts() && !lines.get(at).matches(sample.uncounted());
        if (what == 0) {
            lines.remove(at);
        } else if (what == 1) {
            lines.add(at, lines.get(at));
        } else {
            Collections.swap(lines, at, random.nextInt(lines.size()));
        }
        StatementFile file = survives(sample, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));

        if (what < 2 && counted) {
            assertThat(file.problems()).isNotEmpty();
        }
        if (what == 0 && file.problems().isEmpty()) {
            assertThat(sum(file)).isEqualByComparingTo(sum(Reading.read(sample.format(), sample.text())));
        }
    }

    @Property(tries = TRIES)
    void lines_of_anything_are_survived(@ForAll("samples") Sample sample, @ForAll long seed) {
        List<String> lines = new ArrayList<>(sample.text().lines().toList());
        Random random = new Random(seed);
        for (int i = random.nextInt(6); i >= 0; i--) {
            StringBuilder noise =
                    new StringBuilder(lines.get(random.nextInt(lines.size())).substring(0, 3));
            for (int length = random.nextInt(300); length > 0; length--) {
                noise.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
            }
            lines.add(random.nextInt(lines.size() + 1), noise.toString());
        }
        survives(sample, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 50)
    void other_charsets_are_survived(@ForAll("samples") Sample sample) {
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "IBM500")) {
            survives(sample, sample.text().getBytes(Charset.forName(charset)));
        }
    }

    @Example
    void a_line_or_an_entry_without_end_takes_neither_memory_nor_time() {
        for (Sample sample : all()) {
            for (String filler : List.of("x", " ", "\0", "9", ",", "/", "\n", "\r")) {
                endless(sample, filler);
            }
            List<String> lines = sample.text().lines().toList();
            for (String line : lines.subList(1, lines.size() - 1)) {
                endless(sample, line + "\n");
            }
        }
    }

    /** The beginning of a file, then the same for 256 KB. */
    private static void endless(Sample sample, String filler) {
        byte[] piece = filler.repeat(1 + 4096 / filler.length()).getBytes(StandardCharsets.UTF_8);
        String beginning = sample.text().substring(0, sample.text().length() / 2);
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)), new Repeated(piece, 64));
        Seen seen = new Seen();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> sample.format().read(file, "x", seen));
        assertThat(seen.problems).as(sample + " " + filler).isPositive();
        assertThat(seen.longestEntry).isLessThan(1 << 20);
    }

    private static StatementFile survives(Sample sample, byte[] bytes) {
        Reading.recognisers(bytes.length > 16 * 1024 ? Arrays.copyOf(bytes, 16 * 1024) : bytes);
        StatementFile file = Reading.read(sample.format(), bytes);
        file.statements().forEach(statement -> statement.entries().forEach(StatementJson::entry));
        for (Statement statement : file.statements()) {
            if (Boolean.TRUE.equals(statement.balanced())) {
                assertThat(statement.openingBalance().add(sum(statement)))
                        .isEqualByComparingTo(statement.closingBalance());
            }
            for (Statement.Entry entry : statement.entries()) {
                assertThat(entry.payments().stream()
                                .map(Statement.Payment::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(entry.amount());
            }
        }
        for (Problem problem : file.problems()) {
            assertThat(problem.line()).isBetween(1L, 1L + bytes.length);
            assertThat(problem.column()).isPositive();
        }
        return file;
    }

    private static BigDecimal sum(StatementFile file) {
        return file.statements().stream().map(FixedFormatsFuzzTest::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Statement statement) {
        return statement.entries().stream().map(Statement.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Counts what it is given and keeps nothing. */
    private static final class Seen implements StatementSink {

        private long problems;
        private int longestEntry;

        @Override
        public void entry(Statement.Entry entry) {
            int length = entry.payments().stream()
                    .mapToInt(payment -> payment.remittance() == null
                            ? 0
                            : payment.remittance().length())
                    .max()
                    .orElse(0);
            longestEntry = Math.max(longestEntry, length);
        }

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void problem(Problem problem) {
            problems++;
        }

        @Override
        public void unreadable(Problem problem) {
            problems++;
        }
    }

    /** The same bytes so many times. */
    private static final class Repeated extends InputStream {

        private final byte[] piece;
        private int left;
        private int at;

        private Repeated(byte[] piece, int times) {
            this.piece = piece;
            this.left = times;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int read = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, read);
            at += read;
            if (at == piece.length) {
                at = 0;
                left--;
            }
            return read;
        }
    }
}
