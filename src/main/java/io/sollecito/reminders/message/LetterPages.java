package io.sollecito.reminders.message;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Changes finished pages; what was PDF/A-1b stays so. */
final class LetterPages {

    private static final String MARK = "TEST";
    private static final float MARK_SIZE = 150;
    private static final Color MARK_COLOUR = new Color(0xe0e0e0);

    private static final Pattern XMP_DATE = Pattern.compile("(<xmp:CreateDate>)[^<]*(</)");

    private LetterPages() {}

    /** The letter with further pages behind its own. */
    static Letter with(Letter letter, Letter more) {
        try (PDDocument pages = Loader.loadPDF(letter.pdf());
                PDDocument behind = Loader.loadPDF(more.pdf())) {
            new PDFMergerUtility().appendDocument(pages, behind);
            return saved(pages, letter.language());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** The letter with a mark across every page that nobody takes for a letter to be posted. */
    static Letter marked(Letter letter) {
        try (PDDocument pages = Loader.loadPDF(letter.pdf());
                InputStream file = LetterFont.BOLD.open()) {
            PDFont font = PDType0Font.load(pages, file);
            for (PDPage page : pages.getPages()) {
                mark(pages, page, font);
            }
            return saved(pages, letter.language());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** The same pages as if written on that day: of the same facts, the same bytes whenever they are made. */
    static Letter writtenOn(Letter letter, LocalDate day) {
        try (PDDocument pages = Loader.loadPDF(letter.pdf())) {
            pages.getDocumentInformation().setCreationDate(GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC)));
            PDMetadata metadata = pages.getDocumentCatalog().getMetadata();
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
            metadata.importXMPMetadata(XMP_DATE.matcher(xmp)
                    .replaceAll("$1" + day + "T00:00:00+00:00$2")
                    .getBytes(StandardCharsets.UTF_8));
            pages.getDocument().getTrailer().removeItem(COSName.ID);
            pages.setDocumentId(day.toEpochDay());
            return saved(pages, letter.language());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void mark(PDDocument pages, PDPage page, PDFont font) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(pages, page, AppendMode.PREPEND, true, true)) {
            content.setNonStrokingColor(MARK_COLOUR);
            content.beginText();
            content.setFont(font, MARK_SIZE);
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, 150, 150));
            content.showText(MARK);
            content.endText();
        }
    }

    private static Letter saved(PDDocument pages, String language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // PDF/A-1 knows no object streams
        pages.save(bytes, CompressParameters.NO_COMPRESSION);
        return new Letter(bytes.toByteArray(), pages.getNumberOfPages(), language);
    }
}
