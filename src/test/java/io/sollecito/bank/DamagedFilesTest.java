package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sollecito.mapping.Mapping;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of every format under fire: reading ends, says what is wrong, and calls nothing balanced that is not. */
class DamagedFilesTest {

    private static final int TRIES = 300;

    /** Lines after which a file may end: it says nowhere that there is more, or what is left of the line is blank. */
    private static final Map<String, String> MAY_END_AFTER = Map.ofEntries(
            Map.entry("bai2", "99.*"),
            Map.entry("bgmax", "70.*"),
            Map.entry("cbi", " EF.*"),
            Map.entry("cfonb120", "07.*"),
            Map.entry("coda", "[49].*"),
            Map.entry("mt940", ".*"),
            Map.entry("mt942", ".*"),
            Map.entry("norma43", "88.*"),
            Map.entry("ocr", "NY000089.*"),
            Map.entry("qif", ".*"),
            Map.entry("v11", "9(9[15]|81).*"));

    /** Of formats that count what they hold, the lines that they count. */
    private static final Map<String, String> COUNTED = Map.of(
            "bai2", ".*",
            "bgmax", "(15|2[0123]|70).*",
            "cbi", ".*",
            "coda", "[^4].*",
            "norma43", ".*",
            "ocr", ".*",
            "v11", ".*");

    record Sample(Path path, StatementFormat format, String text) {

        static Sample of(Path path) {
            return new Sample(path, Reading.format(Samples.format(path)), Samples.text(path));
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        List<String> lines() {
            return new ArrayList<>(List.of(text.split("(?<=\n)")));
        }

        String kind() {
            return Samples.format(path);
        }

        @Override
        public String toString() {
            return kind() + "/" + path.getFileName();
        }
    }

    static List<Sample> all() {
        return Samples.all().stream().map(Sample::of).toList();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(all());
    }

    @Property(tries = TRIES)
    void bytes_that_changed_are_answered(
            @ForAll("samples") Sample sample, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes) {
        answered(sample.format(), changed(sample.bytes(), new Random(seed), changes));
    }

    private static byte[] changed(byte[] bytes, Random random, int changes) {
        for (int i = 0; i < changes; i++) {
            String telling = " 0123456789:-?/+{}<>&,.\n\r\0";
            bytes[random.nextInt(bytes.length)] = (byte)
                    (random.nextBoolean() ? random.nextInt(256) : telling.charAt(random.nextInt(telling.length())));
        }
        return bytes;
    }

    @Property(tries = TRIES)
    void bytes_of_anything_are_answered(@ForAll("samples") Sample sample, @ForAll @Size(max = 300) byte[] content) {
        answered(sample.format(), content);
    }

    @Property(tries = TRIES)
    void lines_that_moved_or_came_from_elsewhere_are_answered(
            @ForAll("samples") Sample sample, @ForAll("samples") Sample other, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = sample.lines();
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        lines.add(
                random.nextInt(lines.size()),
                other.lines().get(random.nextInt(other.lines().size())));
        StringBuilder noise = new StringBuilder(lines.get(random.nextInt(lines.size())));
        noise.setLength(Math.min(noise.length(), 3));
        for (int length = random.nextInt(300); length > 0; length--) {
            noise.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
        }
        lines.add(random.nextInt(lines.size()), noise + "\n");
        answered(sample.format(), String.join("", lines).getBytes(StandardCharsets.UTF_8));

        Collections.shuffle(lines, random);
        answered(sample.format(), String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES)
    void elements_in_any_order_are_answered(@ForAll("samples") Sample sample, @ForAll Random random) {
        List<String> parts = new ArrayList<>(List.of(sample.text().split("(?=[<:?/])")));
        Collections.shuffle(parts.subList(Math.min(parts.size(), 3 + random.nextInt(5)), parts.size()), random);
        answered(sample.format(), String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES)
    void a_file_that_ends_early_never_passes_for_whole(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 0, max = 100_000) int length) {
        String whole = sample.text().stripTrailing();
        String kept = whole.substring(0, length % whole.length());
        StatementFile file = answered(sample.format(), kept.getBytes(StandardCharsets.UTF_8));

        if (!mayEndAfter(sample, kept)) {
            assertThat(file.problems()).isNotEmpty();
        }
    }

    private static boolean mayEndAfter(Sample sample, String kept) {
        int lines = (int) kept.lines().count();
        String last = lines == 0 ? "" : sample.lines().get(lines - 1).stripTrailing();
        return last.matches(MAY_END_AFTER.getOrDefault(sample.kind(), "(?!.*).*"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_line_that_is_counted_gets_lost_or_doubled_unnoticed(Sample sample) {
        for (int i = 0; i < sample.lines().size(); i++) {
            List<String> fewer = sample.lines();
            String line = fewer.remove(i);
            List<String> more = sample.lines();
            more.add(i, line);
            boolean counted = line.stripTrailing().matches(COUNTED.getOrDefault(sample.kind(), "(?!.*).*"));
            for (List<String> damaged : List.of(fewer, more)) {
                StatementFile file =
                        answered(sample.format(), String.join("", damaged).getBytes(StandardCharsets.UTF_8));
                if (counted) {
                    assertThat(file.problems())
                            .as("line " + (i + 1) + " of " + sample + (damaged == more ? " twice" : " missing"))
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void other_charsets_are_answered(Sample sample) {
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "IBM500")) {
            answered(sample.format(), sample.text().getBytes(Charset.forName(charset)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_line_or_an_entry_without_end_takes_neither_memory_nor_time(Sample sample) {
        List<String> fillers = new ArrayList<>(
                List.of("x", " ", "\0", "9", ",", "/", "\n", "\r", "<", "?20EREF+ABCD ", "+++", "\n:86:x", "\n-"));
        fillers.addAll(sample.lines());
        fillers.add(sample.text().replaceAll("[\r\n]", ""));
        for (String filler : fillers) {
            Seen seen = new Seen();
            String beginning = sample.text().substring(0, sample.text().length() / 2);
            InputStream endless = new SequenceInputStream(
                    new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)),
                    new Repeated(filler, 256 * 1024));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> sample.format().read(endless, "x", seen));
            assertThat(seen.longestText).as(sample + " " + filler).isLessThan(1 << 20);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_at_all_and_zeros_are_no_statement(Sample sample) {
        for (byte[] bytes :
                List.of(new byte[0], new byte[5000], " \r\n".repeat(100).getBytes(StandardCharsets.UTF_8))) {
            assertThat(answered(sample.format(), bytes).statements()).isEmpty();
            assertThat(sample.format().recognises(bytes)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank-de-soll-haben", "bank-de-vr", "bank-fr-debit-credit", "bank-revolut-business"})
    void damaged_lists_of_banks_are_answered(String name) throws IOException {
        Mapping mapping = Mapping.load(Path.of("mappings", name + ".yaml"));
        byte[] whole = Files.readAllBytes(list(name));
        Random random = new Random(26);
        Path damaged = Files.createTempFile("list", ".csv");
        try {
            for (int i = 0; i < 100; i++) {
                byte[] bytes = i % 2 == 0
                        ? changed(whole.clone(), random, 1 + random.nextInt(20))
                        : Arrays.copyOf(whole, random.nextInt(whole.length));
                Files.write(damaged, bytes);
                check(MappedStatements.read(mapping, damaged, "x"), bytes.length);
            }
        } finally {
            Files.delete(damaged);
        }
    }

    private static Path list(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/mappings", name))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static StatementFile answered(StatementFormat format, byte[] bytes) {
        Reading.recognisers(bytes);
        StatementFile file = Reading.read(format, bytes);
        assertThat(file.statements().isEmpty() && file.problems().isEmpty()).isFalse();
        check(file, bytes.length);
        return file;
    }

    /** What reads as balanced is; every entry has payments; every problem stands in the file. */
    private static void check(StatementFile file, int length) {
        for (Statement statement : file.statements()) {
            statement.entries().forEach(StatementJson::entry);
            assertThat(statement.entries()).noneMatch(entry -> entry.payments().isEmpty());
            if (Boolean.TRUE.equals(statement.balanced())) {
                BigDecimal sum = statement.entries().stream()
                        .map(Statement.Entry::amount)
                        .reduce(statement.openingBalance(), BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(statement.closingBalance());
            }
        }
        for (Problem problem : file.problems()) {
            assertThat(problem.message()).isNotNull();
            if (problem.file().equals("x")) {
                assertThat(problem.line()).isBetween(0L, 1L + length);
            }
        }
    }

    /** Remembers the longest text that it is given. */
    private static final class Seen implements StatementSink {

        private int longestText;

        @Override
        public void entry(Statement.Entry entry) {
            for (Statement.Payment payment : entry.payments()) {
                String text = payment.remittance();
                longestText = Math.max(longestText, text == null ? 0 : text.length());
            }
        }

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void problem(Problem problem) {}

        @Override
        public void unreadable(Problem problem) {}
    }

    /** The same text again and again. */
    private static final class Repeated extends InputStream {

        private final byte[] text;
        private final int end;
        private int at;

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
}
