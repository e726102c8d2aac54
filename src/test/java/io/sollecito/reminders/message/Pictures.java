package io.sollecito.reminders.message;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads QR codes from pictures and pages, as a telephone would. */
public final class Pictures {

    /** In a few pictures the search takes data for a finder pattern; those are a code and nothing else. */
    private static final List<DecodeHintType> WAYS = List.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE);

    private Pictures() {}

    public static String decoded(byte[] png) throws IOException {
        return decoded(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** What sort of code it is, as readers say it (ISO/IEC 15424): ]Q1, with an ECI ]Q2. */
    static String symbology(byte[] png) throws IOException {
        return read(ImageIO.read(new ByteArrayInputStream(png)))
                .map(code -> (String) code.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER))
                .orElse("no code found");
    }

    public static String decodedFromFirstPage(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return decoded(new PDFRenderer(document).renderImageWithDPI(0, 200));
        }
    }

    private static String decoded(BufferedImage image) throws IOException {
        return read(image).map(Result::getText).orElse("no code found");
    }

    private static Optional<Result> read(BufferedImage image) throws IOException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        for (DecodeHintType way : WAYS) {
            try {
                return Optional.of(
                        new QRCodeReader().decode(bitmap, Map.of(way, true, DecodeHintType.CHARACTER_SET, "UTF-8")));
            } catch (NotFoundException absent) {
                // The next way may see it.
            } catch (ReaderException unreadable) {
                throw new IOException(unreadable);
            }
        }
        return Optional.empty();
    }
}
