package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** On pages of one word each. */
class LetterPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);
    private static final Instant MORNING = Instant.parse("2026-03-18T07:00:00Z");
    private static final int MARK_GREY = 0xe0;

    @Test
    void further_pages_follow_those_of_the_letter() throws IOException {
        Letter whole = LetterPages.with(letter(MORNING, "one", "two"), letter(MORNING, "three"));

        assertThat(whole.pages()).isEqualTo(3);
        assertThat(whole.language()).isEqualTo("it");
        assertThat(text(whole)).containsSubsequence("one", "two", "three");
    }

    @Test
    void every_page_of_a_specimen_says_so_behind_its_words() throws IOException {
        Letter specimen = LetterPages.marked(letter(MORNING, "one", "two"));

        assertThat(specimen.pages()).isEqualTo(2);
        assertThat(specimen.language()).isEqualTo("it");
        assertThat(text(specimen).replaceAll("\\s", "")).isEqualTo("TESToneTESTtwo");
    }

    @Test
    void the_mark_of_a_specimen_is_pale_and_runs_across_the_page() throws IOException {
        BufferedImage plain = picture(letter(MORNING, ""));
        BufferedImage marked = picture(LetterPages.marked(letter(MORNING, "")));

        assertThat(darkest(plain)).isEqualTo(0xff);
        assertThat(darkest(marked)).isEqualTo(MARK_GREY);
        Rectangle mark = dark(marked);
        assertThat(mark.getWidth()).isGreaterThan(0.4 * marked.getWidth());
        assertThat(mark.getHeight()).isGreaterThan(0.3 * marked.getHeight());
        assertThat(mark.contains(marked.getWidth() / 2, marked.getHeight() / 2)).isTrue();
    }

    @Test
    void the_same_pages_are_the_same_bytes_whenever_they_were_made() {
        byte[] first = LetterPages.writtenOn(letter(MORNING, "one"), DAY).pdf();
        byte[] later = LetterPages.writtenOn(letter(MORNING.plusSeconds(86_461), "one"), DAY)
                .pdf();

        assertThat(later).isEqualTo(first);
        assertThat(LetterPages.writtenOn(letter(MORNING, "two"), DAY).pdf()).isNotEqualTo(first);
    }

    @Test
    void pages_say_the_day_that_they_were_written_on_wherever_a_file_tells_it() throws IOException {
        Letter dated = LetterPages.writtenOn(letter(MORNING, "one"), DAY);

        assertThat(dated.pages()).isEqualTo(1);
        assertThat(dated.language()).isEqualTo("it");
        try (PDDocument pages = Loader.loadPDF(dated.pdf())) {
            Instant midnight = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
            assertThat(pages.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(midnight);
            assertThat(pages.getDocumentInformation().getModificationDate())
                    .as("PDF/A wants it in the metadata too, where it is not")
                    .isNull();
            assertThat(new String(pages.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .isEqualTo("<x><xmp:CreateDate>2026-03-17T00:00:00+00:00</xmp:CreateDate>" + "<xmp:CreatorTool>"
                            + MORNING + "</xmp:CreatorTool></x>");
        }
    }

    /** Made at that moment, one page for each word. */
    private static Letter letter(Instant made, String... words) {
        try (PDDocument pages = new PDDocument()) {
            for (String word : words) {
                PDPage page = new PDPage(PDRectangle.A4);
                pages.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pages, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(60, 700);
                    content.showText(word);
                    content.endText();
                }
            }
            Calendar moment = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            moment.setTime(Date.from(made));
            pages.getDocumentInformation().setCreationDate(moment);
            PDMetadata metadata = new PDMetadata(pages);
            metadata.importXMPMetadata(("<x><xmp:CreateDate>" + made + "</xmp:CreateDate>" + "<xmp:CreatorTool>"
                            + MORNING + "</xmp:CreatorTool></x>")
                    .getBytes(StandardCharsets.UTF_8));
            pages.getDocumentCatalog().setMetadata(metadata);
            pages.setDocumentId(made.getEpochSecond());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pages.save(bytes);
            return new Letter(bytes.toByteArray(), words.length, "it");
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    private static String text(Letter letter) throws IOException {
        try (PDDocument pages = Loader.loadPDF(letter.pdf())) {
            return new PDFTextStripper().getText(pages);
        }
    }

    private static BufferedImage picture(Letter letter) throws IOException {
        try (PDDocument pages = Loader.loadPDF(letter.pdf())) {
            return new PDFRenderer(pages).renderImageWithDPI(0, 36);
        }
    }

    private static int darkest(BufferedImage picture) {
        int darkest = 0xff;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                darkest = Math.min(darkest, picture.getRGB(x, y) & 0xff);
            }
        }
        return darkest;
    }

    /** What is not white. */
    private static Rectangle dark(BufferedImage picture) {
        Rectangle dark = new Rectangle(-1, -1);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xff) < 0xff) {
                    dark.add(x, y);
                }
            }
        }
        return dark;
    }
}
