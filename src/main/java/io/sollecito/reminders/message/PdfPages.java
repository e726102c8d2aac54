package io.sollecito.reminders.message;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints XHTML pages as PDF/A-1b with our own fonts embedded; nothing outside the page itself is ever fetched. */
final class PdfPages {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final int USUAL_SIZE = 64 * 1024;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    /** @throws MessageHeld when the page holds a character that the letters' font does not have */
    Letter print(String xhtml, Language language) {
        checkCharacters(xhtml);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (PdfBoxRenderer renderer = builder(xhtml).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            // PDF/A-1 knows no object streams
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return new Letter(bytes.toByteArray(), document.getNumberOfPages(), language.code());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private PdfRendererBuilder builder(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_1_B);
        builder.useColorProfile(SRGB);
        builder.withProducer("Sollecito");
        builder.useFont(LetterFont.REGULAR::open, LetterFont.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(LetterFont.BOLD::open, LetterFont.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), moment);
        }
        builder.withHtmlContent(xhtml, null);
        return builder;
    }

    private static void checkCharacters(String xhtml) {
        xhtml.codePoints()
                .filter(character -> !LetterFont.REGULAR.prints(character) && character != '\r')
                .findFirst()
                .ifPresent(character -> {
                    throw new MessageHeld("the letters' font has no '%s' (U+%04X): it cannot be printed"
                            .formatted(Character.toString(character), character));
                });
    }
}
