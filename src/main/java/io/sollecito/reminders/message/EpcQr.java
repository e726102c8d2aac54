package io.sollecito.reminders.message;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.sollecito.model.BelgianReference;
import io.sollecito.model.ReferenceKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The code that banking apps read to fill in a SEPA credit transfer (EPC069-12, version 002, UTF-8). Euro only. */
public final class EpcQr {

    private static final BigDecimal LARGEST = new BigDecimal("999999999.99");
    private static final int MOST_BYTES = 331;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REFERENCE = 35;
    private static final int PIXELS_A_MODULE = 4;
    private static final int LARGEST_VERSION = 13;
    private static final int ECI_UTF_8 = 26;

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
        QrSegment text = QrSegment.makeBytes(payload.getBytes(StandardCharsets.UTF_8));
        // Some banking apps stumble over the mark of UTF-8: it is set only where it says something.
        List<QrSegment> segments = StandardCharsets.US_ASCII.newEncoder().canEncode(payload)
                ? List.of(text)
                : List.of(QrSegment.makeEci(ECI_UTF_8), text);
        return ModulesPng.of(QrMask.encoded(segments, QrCode.Ecc.MEDIUM, LARGEST_VERSION), PIXELS_A_MODULE);
    }

    private static String firstCharacters(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    private static String compact(String text) {
        return text.replaceAll("\\s", "");
    }
}
