package io.sollecito.bank.coda;

import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;

/**
 * The communication of a movement: free, or structured as its first three digits say. Structures that say nothing of a
 * payment's reference are text.
 *
 * @param reference of the creditor, where the structure is one for references
 * @param returnReason ISO code why a direct debit came back
 */
record CodaCommunication(
        String reference, String text, String returnReason, BigDecimal originalAmount, String originalCurrency) {

    private static final int DECIMALS = 3;

    /** @param all of the movement's records, unstripped */
    static CodaCommunication of(boolean structured, String all) {
        if (!structured) {
            return text(all);
        }
        String body = all.length() > 3 ? all.substring(3) : "";
        return switch (all.length() < 3 ? "" : all.substring(0, 3)) {
            case "100" -> reference(body, 25);
            case "101", "102" -> reference(body, 12);
            case "105" -> originalAmount(body);
            case "127" -> directDebit(body);
            default -> text(body);
        };
    }

    private static CodaCommunication text(String text) {
        String value = text.strip().replaceAll("\\s{2,}", " ");
        return new CodaCommunication(null, value.isEmpty() ? null : value, null, null, null);
    }

    private static CodaCommunication reference(String body, int width) {
        CodaCommunication rest = text(part(body, width, body.length()));
        return new CodaCommunication(value(part(body, 0, width)), rest.text, null, null, null);
    }

    /** Gross amount (15), in the original currency (15), rate (12), currency, reference (12), country (2), in EUR (15). */
    private static CodaCommunication originalAmount(String body) {
        BigDecimal amount = ImpliedDecimals.amount(part(body, 15, 30), DECIMALS);
        String currency = value(part(body, 42, 45));
        boolean known = amount != null && amount.signum() != 0 && Amounts.isCurrency(currency);
        String reference = value(part(body, 45, 57));
        return new CodaCommunication(
                reference == null || reference.matches("0*") ? null : reference,
                known ? null : text(body).text,
                null,
                known ? amount : null,
                known ? currency : null);
    }

    /**
     * Settlement date (6), sequence, scheme, paid or refused, creditor's id (35), mandate (35), communication (62), kind of
     * R-transaction, its reason (4).
     */
    private static CodaCommunication directDebit(String body) {
        String communication = text(part(body, 79, 141)).text;
        char kind = body.length() > 141 ? body.charAt(141) : ' ';
        String reason = value(part(body, 142, 146));
        String mandate = value(part(body, 44, 79));
        return new CodaCommunication(
                null,
                communication == null ? mandate : communication,
                kind >= '1' && kind <= '5' ? reason : null,
                null,
                null);
    }

    private static String part(String text, int from, int to) {
        return from >= text.length() ? "" : text.substring(from, Math.min(to, text.length()));
    }

    private static String value(String text) {
        String value = text.strip();
        return value.isEmpty() ? null : value;
    }
}
