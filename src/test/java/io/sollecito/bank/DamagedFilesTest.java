package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sollecito.bank.bgmax.BgMaxFormat;
import io.sollecito.bank.bgmax.BgMaxSample;
import io.sollecito.bank.nets.NetsOcrFormat;
import io.sollecito.bank.nets.NetsOcrSample;
import io.sollecito.bank.ofx.OfxFormat;
import io.sollecito.bank.ofx.OfxSample;
import io.sollecito.bank.qif.QifFormat;
import io.sollecito.bank.qif.QifSample;
import io.sollecito.bank.v11.V11Format;
import io.sollecito.bank.v11.V11Sample;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OFX, QIF, BgMax, OCR giro and V11 under fire: whatever the bytes, an answer in bounded time and memory. */
class DamagedFilesTest {

    /** A good file; whether it says itself that it is whole; whether it counts every line. */
    record Sample(StatementFormat format, String text, boolean ends, boolean counted) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return format.name() + " " + text.length();
        }
    }

    static List<Sample> samples() {
        return List.of(
                new Sample(new OfxFormat(), OfxSample.bank(), true, false),
                new Sample(new OfxFormat(), OfxSample.xml(), true, false),
                new Sample(new OfxFormat(), OfxSample.investment(), true, false),
                new Sample(new QifFormat(), QifSample.WHOLE, false, false),
                new Sample(new BgMaxFormat(), BgMaxSample.whole(), true, false),
                new Sample(new NetsOcrFormat(), NetsOcrSample.whole(), true, true),
                new Sample(new V11Format(), V11Sample.ofType3(), true, true),
                new Sample(new V11Format(), V11Sample.ofType4(), false, true));
    }

    @Provide
    Arbitrary<Sample> sample() {
        return Arbitraries.of(samples());
    }

    @Property(tries = 400)
    void bytes_that_changed_are_answered(
            @ForAll("sample") Sample sample,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 100_000) Integer> places,
            @ForAll @Size(max = 12) List<Byte> values) {
        byte[] bytes = sample.bytes();
        for (int i = 0; i < Math.min(places.size(), values.size()); i++) {
            bytes[places.get(i) % bytes.length] = values.get(i);
        }
        answered(sample, bytes);
    }

    @Property(tries = 400)
    void lines_that_moved_or_came_from_elsewhere_are_answered(
            @ForAll("sample") Sample sample,
            @ForAll("sample") Sample other,
            @ForAll @IntRange(min = 0, max = 60) int from,
            @ForAll @IntRange(min = 0, max = 60) int to,
            @ForAll String foreign) {
        List<String> lines = new ArrayList<>(Arrays.asList(sample.text().split("(?<=\n)")));
        String moved = lines.remove(from % lines.size());
        lines.add(to % (lines.size() + 1), foreign + "\n");
        lines.add(to % (lines.size() + 1), moved);
        List<String> others = Arrays.asList(other.text().split("(?<=\n)"));
        lines.add(from % (lines.size() + 1), others.get(to % others.size()));
        answered(sample, String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void a_file_that_ends_early_never_passes_for_whole(
            @ForAll("sample") Sample sample, @ForAll @IntRange(min = 0, max = 100_000) int length) {
        byte[] whole = sample.text().stripTrailing().getBytes(StandardCharsets.UTF_8);
        byte[] part = Arrays.copyOf(whole, length % (whole.length - 60));
        StatementFile file = answered(sample, part);
        if (sample.ends()) {
            assertThat(file.problems()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_record_that_is_counted_gets_lost_unnoticed(Sample sample) {
        String[] lines = sample.text().split("(?<=\n)");
        for (int i = 0; i < lines.length; i++) {
            List<String> fewer = new ArrayList<>(Arrays.asList(lines));
            String lost = fewer.remove(i);
            StatementFile file = FormatForTests.read(sample.format(), String.join("", fewer));
            if (sample.counted() || sample.format() instanceof BgMaxFormat && lost.matches("(?s)(15|2[0123]|70).*")) {
                assertThat(file.problems()).as("without line " + (i + 1)).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void one_endless_line_is_answered_soon(Sample sample) {
        for (String filler : List.of("0", "<", "A", "\0", "1,", sample.text().replaceAll("[\r\n]", ""))) {
            InputStream endless =
                    new SequenceInputStream(new ByteArrayInputStream(sample.bytes()), new Repeated(filler, 2_000_000));
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> sample.format().read(endless, "file", new Forgetting()));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_at_all_and_zeros_are_no_statement(Sample sample) {
        for (byte[] bytes :
                List.of(new byte[0], new byte[5000], " \r\n".repeat(100).getBytes(StandardCharsets.UTF_8))) {
            StatementFile file = answered(sample, bytes);
            assertThat(file.statements()).isEmpty();
            assertThat(sample.format().recognises(bytes)).isFalse();
        }
    }

    /** No exception; what reads as balanced is; every entry is paid by its payments. */
    private static StatementFile answered(Sample sample, byte[] bytes) {
        assertThatCode(() -> sample.format().recognises(bytes)).doesNotThrowAnyException();
        StatementFile file = FormatForTests.read(sample.format(), bytes);
        for (Statement statement : file.statements()) {
            for (Statement.Entry entry : statement.entries()) {
                assertThat(entry.payments()).isNotEmpty();
            }
            if (Boolean.TRUE.equals(statement.balanced())) {
                BigDecimal sum = statement.entries().stream()
                        .map(Statement.Entry::amount)
                        .reduce(statement.openingBalance(), BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(statement.closingBalance());
            }
        }
        assertThatCode(() -> file.statements()
                        .forEach(statement -> statement.entries().forEach(StatementJson::entry)))
                .doesNotThrowAnyException();
        return file;
    }

    /** The same text again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] text;
        private int at;
        private final int end;

        Repeated(String text, int end) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.end = end;
        }

        @Override
        public int read() {
            return at == end ? -1 : text[at++ % text.length] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(length, end - at);
            for (int i = 0; i < count; i++) {
                into[from + i] = text[at++ % text.length];
            }
            return count == 0 ? -1 : count;
        }
    }

    /** Forgets everything. */
    private static final class Forgetting implements StatementSink {
        @Override
        public void entry(Statement.Entry entry) {}

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void problem(Problem problem) {}

        @Override
        public void unreadable(Problem problem) {}
    }
}
