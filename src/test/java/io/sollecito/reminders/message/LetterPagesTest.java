package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is done to finished pages: here, pages of one word. */
class LetterPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

    private static final String PAGES = "<p style=\"page-break-after:always\">one</p><p>two</p>";

    private static final Letter TWO = printed(PAGES);

    private static Letter printed(String body) {
        return new PdfPages()
                .print(
                        "<html><body style=\"font-family:" + LetterFont.FAMILY + "\">" + body + "</body></html>",
                        Language.EN);
    }

    @Test
    void further_pages_come_behind_its_own() throws IOException {
        Letter whole = LetterPages.with(TWO, printed("<p>three</p>"));

        assertThat(whole.pages()).isEqualTo(3);
        assertThat(whole.language()).isEqualTo(TWO.language());
        assertThat(text(whole).split("\\s+")).containsExactly("one", "two", "three");
    }

    @Test
    void a_mark_stands_under_the_words_of_every_page() throws IOException {
        Letter marked = LetterPages.marked(TWO);

        assertThat(marked.pages()).isEqualTo(2);
        assertThat(text(marked).replaceAll("\\s", "")).isEqualTo("TESToneTESTtwo");
        try (PDDocument pages = Loader.loadPDF(marked.pdf())) {
            String drawn = new String(pages.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(drawn)
                    .contains("0.87843 0.87843 0.87843 sc", " 150 Tf", "0.70711 0.70711 -0.70711 0.70711 150 150 Tm");
        }
    }

    @Test
    void the_same_pages_written_on_one_day_are_the_same_bytes_whenever_they_are_made() throws IOException {
        Letter written = LetterPages.writtenOn(TWO, DAY);

        assertThat(Arrays.equals(LetterPages.writtenOn(printed(PAGES), DAY).pdf(), written.pdf()))
                .isTrue();
        assertThat(Arrays.equals(LetterPages.writtenOn(TWO, DAY.plusDays(1)).pdf(), written.pdf()))
                .isFalse();
        try (PDDocument pages = Loader.loadPDF(written.pdf())) {
            assertThat(pages.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-03-17T00:00:00Z");
            assertThat(pages.getDocumentInformation().getModificationDate())
                    .as("PDF/A wants it in the metadata too, where it is not")
                    .isNull();
            assertThat(new String(pages.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("CreateDate>2026-03-17T00:00:00+00:00</");
        }
    }

    private static String text(Letter letter) throws IOException {
        try (PDDocument pages = Loader.loadPDF(letter.pdf())) {
            return new PDFTextStripper().getText(pages).strip();
        }
    }
}
