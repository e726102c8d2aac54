package io.sollecito.reminders.message;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.sollecito.model.BelgianReference;
import io.sollecito.model.ReferenceKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The code that banking apps read to fill in a SEPA credit transfer (EPC069-12, version 002, UTF-8). Euro only. */
public final class EpcQr {

    private static final BigDecimal LARGEST = new BigDecimal("999999999.99");
    private static final int MOST_BYTES = 331;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REFERENCE = 35;
    private static final int PIXELS_A_MODULE = 4;
    private static final int QUIET_MODULES = 4;

    private EpcQr() {}

    /**
     * The text in the code, or empty when no such transfer exists: other currencies, nothing to pay, too large, a QR-IBAN.
     *
     * @param bic or null
     * @param reference as {@link ReferenceKind} makes it
     */
    public static Optional<String> payload(
            String name, String iban, String bic, BigDecimal amount, String currency, String reference) {
        boolean payable = "EUR".equals(currency)
                && amount.signum() > 0
                && amount.compareTo(LARGEST) <= 0
                && amount.stripTrailingZeros().scale() <= 2
                && reference != null
                && compact(reference).length() <= LONGEST_REFERENCE
                && ReferenceKind.of(compact(reference)) != ReferenceKind.QRR;
        if (!payable) {
            return Optional.empty();
        }
        String text = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                bic == null ? "" : compact(bic),
                firstCharacters(Values.oneLine(name), LONGEST_NAME),
                compact(iban),
                "EUR" + amount.setScale(2).toPlainString(),
                "",
                remittance(compact(reference)));
        return text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES ? Optional.of(text) : Optional.empty();
    }

    /** The line for structured references is ISO 11649's; a Belgian one stands in the text, where banks know it. */
    private static String remittance(String reference) {
        return ReferenceKind.of(reference) == ReferenceKind.OGM
                ? "\n" + BelgianReference.printed(reference)
                : reference;
    }

    /** The code as a black and white PNG, error correction M. */
    public static byte[] png(String payload) {
        try {
            Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
            hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            hints.put(EncodeHintType.MARGIN, QUIET_MODULES);
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(payload)) {
                // marks the segment as UTF-8; left out otherwise, because some banking apps stumble over the mark
                hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
            }
            BitMatrix modules = new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, 0, 0, hints);
            return ModulesPng.of(modules, PIXELS_A_MODULE);
        } catch (WriterException impossible) {
            throw new IllegalArgumentException("no QR code can hold this text", impossible);
        }
    }

    private static String firstCharacters(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    private static String compact(String text) {
        return text.replaceAll("\\s", "");
    }
}
