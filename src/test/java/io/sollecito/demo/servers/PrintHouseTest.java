package io.sollecito.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintHouseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T15:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path in;
    private Path out;
    private PrintHouse house;

    @BeforeEach
    void open() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = Files.createDirectories(folder.resolve("out"));
        house = new PrintHouse(in, out, folder, CLOCK);
    }

    @Test
    void a_sound_batch_is_printed_acknowledged_and_reported() throws Exception {
        deliver("B1", pdf("Rossi Impianti RF18"), 1, 1);

        var letters = house.work();

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.text()).contains("Rossi Impianti");
            assertThat(letter.file()).exists();
        });
        assertThat(out.resolve("B1.ack.json")).content().contains("\"ACCEPTED\"", "\"letterCount\" : 1");
        assertThat(out.resolve("B1.status.1.csv")).content().contains(";L1;PRINTED;", ";L1;HANDED_OVER;");
        assertThat(in).isEmptyDirectory();
        assertThat(house.work()).isEmpty();
    }

    @Test
    void nothing_is_printed_before_the_trigger() throws Exception {
        deliver("B1", pdf("x"), 1, 1);
        Files.delete(in.resolve("ACME_B1.done"));

        assertThat(house.work()).isEmpty();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void a_changed_archive_is_refused_whole() throws Exception {
        deliver("B1", pdf("x"), 1, 1);
        Files.write(in.resolve("ACME_B1.zip"), new byte[] {1});

        assertThat(house.work()).isEmpty();
        assertThat(out.resolve("B1.ack.json")).content().contains("\"REJECTED\"", "\"CHECKSUM\"");
    }

    @Test
    void a_wrong_count_is_refused_and_a_wrong_page_number_rejects_the_letter() throws Exception {
        deliver("B1", pdf("x"), 2, 1);
        deliver("B2", pdf("y"), 1, 7);

        assertThat(house.work()).isEmpty();
        assertThat(out.resolve("B1.ack.json")).content().contains("\"REJECTED\"", "2 announced, 1 listed");
        assertThat(out.resolve("B2.ack.json")).content().contains("\"code\" : \"COUNT\"");
        assertThat(out.resolve("B2.status.1.csv")).content().contains(";L1;REJECTED;");
    }

    @Test
    void a_letter_is_never_printed_twice() throws Exception {
        deliver("B1", pdf("x"), 1, 1);
        house.work();
        deliver("B2", pdf("x"), 1, 1);

        assertThat(house.work()).isEmpty();
        assertThat(out.resolve("B2.ack.json")).content().contains("DUPLICATE");
    }

    @Test
    void a_recall_in_time_cancels_and_a_later_one_is_too_late() throws Exception {
        deliver("B1", pdf("x"), 1, 1);
        Files.writeString(in.resolve("B1.recall.csv"), "letterId\nL1\n");
        assertThat(house.work()).isEmpty();
        assertThat(out.resolve("B1.status.1.csv")).content().contains(";L1;CANCELLED;");

        deliver("B2", pdf("x"), 1, 1);
        assertThat(house.work()).hasSize(1);
        Files.writeString(in.resolve("B2.recall.csv"), "letterId\nL1\n");
        house.work();
        assertThat(out.resolve("B2.status.2.csv")).content().contains(";L1;TOO_LATE;");
    }

    private void deliver(String batch, byte[] pdf, int announced, int pages) throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("letters/L1.pdf"));
            zip.write(pdf);
        }
        String csv = "seq;letterId\n1;L1\n";
        String json = """
                {"specVersion":"1","batchId":"%s","letterCount":%d,"zipSha256":"%s",
                 "letters":[{"seq":1,"letterId":"L1","file":"letters/L1.pdf","pages":%d,"sha256":"%s",
                 "product":"ORDINARY"}]}""".formatted(batch, announced, sha256(archive.toByteArray()), pages, sha256(pdf));
        Files.write(in.resolve("ACME_" + batch + ".zip"), archive.toByteArray());
        Files.writeString(in.resolve("ACME_" + batch + ".manifest.csv"), csv);
        Files.writeString(in.resolve("ACME_" + batch + ".manifest.json"), json);
        Files.writeString(
                in.resolve("ACME_" + batch + ".done"),
                sha256(archive.toByteArray()) + "\n" + sha256(csv.getBytes()) + "\n" + sha256(json.getBytes()) + "\n");
    }

    private static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
