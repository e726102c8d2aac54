package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.app.Main;
import io.sollecito.bank.CamtFixture;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code hub statement} prints of large, packed and damaged files. */
class StatementCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MT940 = """
            :20:STARTUMS
            :25:DE89370400440532013000
            :28C:00012/1
            :60F:C260217EUR1000,00
            :61:2602180218C100,00NTRFNONREF//B-1
            :86:Rechnung 1042
            :62F:C260218EUR1100,00
            -
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void statements_and_entries_stay_apart_and_in_order() throws IOException {
        Path file = Files.writeString(
                folder.resolve("two.sta"),
                MT940
                        + MT940.replace(
                                ":62F:C260218EUR1100,00", ":61:260218C1,00NTRFNONREF//B-2\n:62F:C260218EUR1101,00"));

        assertThat(run("--json", file.toString())).isZero();
        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.get("format").asText()).isEqualTo("mt940");
        assertThat(answer.get("statements")).hasSize(2);
        assertThat(answer.at("/statements/0/entries")).hasSize(1);
        assertThat(answer.at("/statements/1/entries/1/bankReference").asText()).isEqualTo("B-2");
        assertThat(answer.at("/statements/1/closingBalance").asText()).isEqualTo("1101.00");
    }

    @Test
    void a_file_that_turns_out_damaged_prints_none_of_its_statements() throws IOException {
        String xml = CamtFixture.statement()
                .payment("10.00", "B", "A", "DE89370400440532013000", "x")
                .xml();
        Path file = Files.writeString(folder.resolve("cut.xml"), xml.substring(0, xml.length() - 30));

        for (String form : new String[] {"--json", "--format=camt"}) {
            assertThat(run(form, file.toString())).isEqualTo(1);
        }
        JsonNode answer = JSON.readTree(out.toString().lines().findFirst().orElseThrow());
        assertThat(answer.get("statements")).isEmpty();
        assertThat(answer.get("problems")).hasSize(1);
        assertThat(out.toString()).doesNotContain("opening");
    }

    @Test
    void people_read_a_line_per_entry_and_payment() throws IOException {
        Path file = Files.writeString(folder.resolve("one.sta"), MT940);

        assertThat(run("--format", "mt940", file.toString())).isZero();
        assertThat(out.toString())
                .contains("(mt940)")
                .contains("account DE89370400440532013000, statement 00012/1")
                .contains("opening 1000.00 EUR on 2026-02-17, closing 1100.00 EUR on 2026-02-18, adds up")
                .contains("2026-02-18  100.00 EUR  ref B-1")
                .contains("Rechnung 1042");
        assertThat(run("--format", "nothing", file.toString())).isEqualTo(2);
    }

    @Test
    void packed_files_are_read_as_what_is_in_them() throws IOException {
        Path gzip = folder.resolve("one.sta.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            to.write(MT940.getBytes(StandardCharsets.UTF_8));
        }
        Path zip = zip("two.zip", MT940, MT940);

        assertThat(run("--json", gzip.toString(), zip.toString())).isZero();
        String[] answers = out.toString().split("\n");
        assertThat(JSON.readTree(answers[0]).get("statements")).hasSize(1);
        assertThat(JSON.readTree(answers[1]).get("statements")).hasSize(2);
        assertThat(JSON.readTree(answers[1]).get("format").asText()).isEqualTo("mt940");
    }

    @Test
    void archives_of_other_things_or_of_several_formats_are_no_statement() throws IOException {
        String camt = CamtFixture.statement()
                .payment("10.00", "B", "A", "DE89370400440532013000", "x")
                .xml();
        Path mixed = zip("mixed.zip", MT940, camt);
        Path other = zip("other.zip", "hello", "world");
        Path partly = zip("partly.zip", MT940, "hello");

        assertThat(run("--json", mixed.toString(), other.toString(), partly.toString()))
                .isEqualTo(1);
        String[] answers = out.toString().split("\n");
        assertThat(JSON.readTree(answers[0]).get("statements")).isEmpty();
        assertThat(answers[0]).contains("camt.053.001.08, mt940");
        assertThat(JSON.readTree(answers[1]).get("statements")).isEmpty();
        assertThat(JSON.readTree(answers[2]).get("statements")).hasSize(1);
        assertThat(answers[2]).contains("no bank statement");
    }

    @Test
    void what_unpacks_to_more_than_is_plausible_is_refused() throws IOException {
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            to.write(MT940.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                to.write(new byte[1 << 20]);
            }
        }
        Path cut = folder.resolve("cut.gz");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(bomb), 1000));

        assertThat(run("--json", bomb.toString(), cut.toString())).isEqualTo(1);
        String[] answers = out.toString().split("\n");
        assertThat(answers[0]).contains("\"statements\":[]").contains("more than is plausible");
        assertThat(answers[1]).contains("\"statements\":[]").contains("damaged archive");
    }

    @Test
    void a_large_file_is_printed_in_little_memory() throws Exception {
        int entries = 60_000;
        Path file = folder.resolve("large.sta");
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write(MT940.substring(0, MT940.indexOf(":61:")));
            for (int i = 0; i < entries; i++) {
                to.write(
                        ":61:2602180218C1,00NTRFNONREF//B-" + i + "\n:86:166?00GUTSCHRIFT?20SVWZ+Rechnung " + i + "\n");
            }
            to.write(":62F:C260218EUR" + (1000 + entries) + ",00\n-\n");
        }
        Path printed = folder.resolve("printed.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "statement",
                        "--json",
                        file.toString())
                .redirectOutput(printed.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        JsonNode answer = JSON.readTree(printed.toFile());
        assertThat(answer.at("/statements/0/entries")).hasSize(entries);
        assertThat(answer.at("/statements/0/balanced").asBoolean()).isTrue();
    }

    private Path zip(String name, String... contents) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < contents.length; i++) {
                to.putNextEntry(new ZipEntry("file-" + i));
                to.write(contents[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private int run(String... arguments) {
        return new CommandLine(new StatementCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
