package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Damaged files of every format: each is refused as a whole, or every record of it is accounted for. */
class HostileFilesTest {

    private static final Scope SCOPE = new Scope("ACME", "erp");
    private static final String ITEM = """
            records:
              - kind: openItem
                filter: {none: {column: C, in: [none]}}
                debtor: {column: C}
                documentNo: {column: N}
                type: {constant: OTHER}
                issueDate: {constant: 2026-01-01}
                openAmount: {column: A, currency: {constant: EUR}}
            """;
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();
    private static final Map<String, Mapping> MAPPINGS = new LinkedHashMap<>();

    static {
        format(
                "csv",
                "source: {format: csv, charset: [utf-8, cp1252]}\n",
                "C;N;A\nx;1;5.00\n\"y;z\";2;6.00\nnone;3;7\n");
        format("list", "source: {format: list, header: find}\n", "page\n---\n|C |N|A   |\n|x |1|5.00|\n|y |2|6.00|\n");
        format(
                "fixed",
                "source: {format: fixed, fields: {C: {start: 1, length: 2}, N: {start: 3, length: 1}, A: {start: 4, length: 6}}}\n",
                "x 1  5.00\ny 2  6.00\n");
        format(
                "xml",
                "source: {format: xml, record: /R/D}\n",
                "<?xml version=\"1.0\"?><R><D><C>x</C><N>1</N><A>5.00</A></D><D><C>y</C><N>2</N><A>6.00</A></D></R>");
        format(
                "json",
                "source: {format: json, record: /D}\n",
                "{\"D\":[{\"C\":\"x\",\"N\":1,\"A\":5.00},{\"C\":\"y\",\"N\":2,\"A\":6}]}");
        format(
                "jsonl",
                "source: {format: json}\n",
                "{\"C\":\"x\",\"N\":1,\"A\":5.00}\n{\"C\":\"y\",\"N\":2,\"A\":6}\n");
        MAPPINGS.put("xlsx", mapping("source: {format: xlsx}\n" + ITEM));
        FILES.put(
                "xlsx",
                new Workbook()
                        .row("C", "N", "A")
                        .row("x", 1, "=5.00")
                        .row("y", 2, 6)
                        .bytes());
        MAPPINGS.put("zip", MAPPINGS.get("csv"));
        FILES.put("zip", zip("a.csv", FILES.get("csv")));
        MAPPINGS.put("pdf", mapping("source: {format: xml, record: /R/D, embedded: [a.xml]}\n" + ITEM));
        FILES.put(
                "pdf", new HybridPdf().named("a.xml", "a.xml", FILES.get("xml")).bytes());
    }

    private static void format(String name, String source, String text) {
        MAPPINGS.put(name, mapping(source + ITEM));
        FILES.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1350, shrinking = ShrinkingMode.OFF)
    void a_damaged_file_is_refused_or_every_record_counts(@ForAll long seed, @ForAll @IntRange(max = 8) int which)
            throws IOException {
        String format = List.copyOf(FILES.keySet()).get(which);
        Path file = Files.write(Files.createTempFile("hostile", null), mutated(FILES.get(format), new Random(seed)));
        try {
            List<Outcome> first = outcomes(MAPPINGS.get(format), file, format);
            List<Outcome> second = outcomes(MAPPINGS.get(format), file, format);

            assertThat(first).hasSameSizeAs(second);
            assertThat(first).allSatisfy(outcome -> assertThat(outcome.line()).isPositive());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void documents_with_entities_are_refused() {
        for (String doctype : List.of(
                "<!DOCTYPE R [<!ENTITY a \"x\">]>",
                "<!DOCTYPE R SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE R [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
            refused("xml", "<?xml version=\"1.0\"?>" + doctype + "<R><D><C>&a;</C></D></R>", "refused");
        }
    }

    @Test
    void what_is_too_deep_too_long_or_too_much_is_refused() {
        refused("json", "[".repeat(5000), "");
        refused("json", "{\"D\":" + "{\"D\":".repeat(300), "");
        refused("fixed", "x".repeat(300_000), "more than 262144 characters");
        refused("csv", "C;N;A\n\"" + "x".repeat(2_000_000), "");
        refused("xml", "<R>" + "<D>".repeat(100), "");
    }

    @Test
    void archives_that_unpack_to_too_much_are_refused() throws IOException {
        byte[] zeros = new byte[1024 * 1024];
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> read("csv", gzip.toByteArray()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("more than is plausible");
        byte[] cut = zip("a.csv", FILES.get("csv"));
        assertThatThrownBy(() -> read("csv", Arrays.copyOf(cut, cut.length - 10)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void archives_are_read_as_what_is_in_them() throws Exception {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(FILES.get("csv"));
        }
        assertThat(read("csv", gzip.toByteArray())).hasSize(3);
        assertThat(read("csv", FILES.get("zip"))).hasSize(3);
        Mapping named =
                mapping("source: {format: csv}\n" + ITEM.replace("openItem\n", "openItem\n    file: \"*items*\"\n"));
        assertThat(named.kindOf("in/items.csv.gz")).isEqualTo("openItem");
        assertThat(named.kindOf("export.zip")).isEqualTo("openItem");
        assertThat(named.kindOf("other.csv")).isEqualTo("unknown");
    }

    @Test
    void a_cell_that_claims_a_place_beyond_excel_is_refused() {
        byte[] workbook = new Workbook().row("C", "N", "A").cellAt("ZZZZZZ2").bytes();

        assertThatThrownBy(() -> read("xlsx", workbook))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("beyond the last column");
    }

    private static void refused(String format, String text, String message) {
        assertThatThrownBy(() -> read(format, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message);
    }

    private static List<Outcome> outcomes(Mapping mapping, Path file, String format) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            mapping.readFile(file, "a." + format, SCOPE, outcomes::add);
        } catch (Unreadable refused) {
            return List.of();
        }
        return outcomes;
    }

    private static List<Outcome> read(String format, byte[] bytes) throws Unreadable, IOException {
        Path file = Files.write(Files.createTempFile("hostile", null), bytes);
        try {
            List<Outcome> outcomes = new ArrayList<>();
            MAPPINGS.get(format).readFile(file, "a." + format, SCOPE, outcomes::add);
            return outcomes;
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 2 -> bytes[at] = (byte) "\"<>{}[];|\n\r\0&".charAt(random.nextInt(13));
                default -> System.arraycopy(bytes, 0, bytes, at, bytes.length - at);
            }
        }
        return bytes;
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
