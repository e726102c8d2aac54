package io.sollecito.bank.mt;

import io.sollecito.bank.text.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in parts between slashes, as the banks of the Netherlands and international ones write them:
 * {@code /TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/NAME/J JANSEN/REMI/2026-1042/EREF/...}. ING puts account, bank and name into
 * one part ({@code /CNTP/.../.../.../.../}) and says how the remittance is meant ({@code /REMI/STRD/CUR/...}).
 */
final class SlashText {

    private static final Pattern KEY = Pattern.compile(
            "/(TRTP|TRCD|EREF|IREF|PREF|CREF|KREF|MARF|CSID|IBAN|BIC|NAME|REMI|ORDP|BENM|ULTB|ULTC|ULTD|"
                    + "RTRN|ISDT|PURP|ADDR|ID|CNTP|ACCW|OCMT|OAMT|EXCH|CHGS|OCHG|SVCL|INST|ROC|RFB|INV|URI|TCD|UDTR|UCRD)/");
    private static final Pattern STRUCTURED = Pattern.compile("STRD/[^/]*/(.+)|ISSUER:\\s*\\S*\\s+REF:\\s*(\\S+)");
    private static final Pattern FREE = Pattern.compile("USTD//?");

    private SlashText() {}

    /** Whether the text begins with such a part, or has several. */
    static boolean is(String text) {
        Matcher key = KEY.matcher(text);
        return key.find() && (text.substring(0, key.start()).isBlank() || key.find(key.end() - 1));
    }

    /** @param credit whether money came, so that the ordering party is the other side */
    static void read(String text, boolean credit, Narrative into) {
        Matcher key = KEY.matcher(text);
        String current = null;
        String party = null;
        int from = 0;
        boolean more = key.find();
        into.words(text.substring(0, more ? key.start() : text.length()));
        String type = null;
        while (more) {
            current = key.group(1);
            from = key.end();
            more = key.find(from - 1);
            String value = text.substring(
                    Math.min(from, more ? key.start() : text.length()), more ? key.start() : text.length());
            switch (current) {
                case "ORDP", "BENM", "ULTB", "ULTC", "ULTD" -> party = current;
                case "TRTP" -> type = value;
                default -> {
                    // parts that are no party's
                }
            }
            take(current, trimmed(value), own(party, credit), into);
        }
        if (into.remittance() == null) {
            into.words(type == null ? null : trimmed(type));
        }
    }

    /** Whether what is told now is of the account's owner. */
    private static boolean own(String party, boolean credit) {
        return party != null && (credit ? party.equals("BENM") || party.equals("ULTB") : party.equals("ORDP"));
    }

    private static void take(String key, String value, boolean own, Narrative into) {
        switch (key) {
            case "EREF" -> into.endToEndId(value);
            case "REMI" -> remittance(value, into);
            case "INV", "RFB", "ROC", "URI" -> into.words(value);
            case "RTRN" -> into.returnReason(value);
            case "CNTP" -> counterparty(value, into);
            case "IBAN", "ACCW" -> {
                if (!own) {
                    into.account(value);
                }
            }
            case "NAME", "ORDP", "BENM" -> {
                if (!own) {
                    into.name(value);
                }
            }
            default -> Charges.read(key, value, into);
        }
    }

    private static void remittance(String value, Narrative into) {
        Matcher structured = STRUCTURED.matcher(value);
        if (structured.find()) {
            String reference = structured.group(1) != null ? structured.group(1) : structured.group(2);
            into.creditorReference(reference);
            into.words(reference);
        } else {
            into.words(FREE.matcher(value).replaceFirst(""));
        }
    }

    private static void counterparty(String value, Narrative into) {
        String[] parts = value.split("/");
        into.account(parts[0]);
        into.name(parts.length > 2 ? parts[2] : null);
    }

    private static String trimmed(String value) {
        String plain = PlainText.of(value);
        return plain == null
                ? ""
                : plain.replaceFirst("^/+", "").replaceFirst("/+$", "").strip();
    }
}
