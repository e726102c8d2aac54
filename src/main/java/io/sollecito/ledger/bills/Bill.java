package io.sollecito.ledger.bills;

import io.sollecito.model.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A print house's bill as it was read.
 *
 * @param until the last day of its period
 * @param total as it states it, or null
 */
public record Bill(
        String creditor,
        String number,
        LocalDate from,
        LocalDate until,
        String currency,
        BigDecimal total,
        String fileName,
        List<Line> lines) {

    /**
     * What it asks for one letter; what it does not tell is null.
     *
     * @param line of the file
     * @param letterId as the bill has it
     * @param dispatchId null when no letter of the creditor can be called so
     * @param product our class of it, else as the bill has it
     * @param price beside the postage
     */
    public record Line(
            long line,
            String letterId,
            Long dispatchId,
            String batchId,
            String product,
            Integer sheets,
            BigDecimal postage,
            BigDecimal price) {

        private String said() {
            return String.join(";", letterId, text(batchId), text(product), text(sheets), plain(postage), plain(price));
        }
    }

    public Bill {
        lines = List.copyOf(lines);
    }

    /** Equal for bills that say the same, in whatever order their rows come. */
    String contentHash() {
        String said = lines.stream()
                .map(Line::said)
                .sorted()
                .collect(Collectors.joining(
                        "\n", String.join(";", from.toString(), until.toString(), currency, plain(total)) + "\n", ""));
        return Sha256.hex(said.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
