package io.sollecito.bank.norma43;

import io.sollecito.bank.text.WrappedText;
import java.util.Set;

/**
 * What the five texts of a movement say when a bank fills them as the norm's fourth annex structures SEPA transfers and
 * direct debits for the third mode. Many banks write free text there, so it counts only where the purpose codes of the
 * third text are such codes.
 *
 * @param remittance the concept and whatever of the five texts has no field of its own
 */
record SepaTexts(String name, String endToEndId, String remittance) {

    private static final char STRUCTURED_MODE = '3';
    private static final String DIRECT_DEBITS = "03";
    private static final String TRANSFERS = "04";
    private static final Set<String> PURPOSES = Set.of(
            "", "BONU", "CASH", "CCRD", "CORT", "DCRD", "DIVI", "EPAY", "GDDS", "GOVT", "HEDG", "ICCP", "IDCP", "INTC",
            "INTE", "LOAN", "OTHR", "PENS", "RENT", "SALA", "SECU", "SSBE", "SUPP", "TAXS", "TRAD", "TREA", "VATX",
            "WHLD");

    /** Null when the texts are free. */
    static SepaTexts of(char mode, String concept, String[] texts) {
        if (mode != STRUCTURED_MODE || texts[0] == null || texts[1] == null || texts[2] == null) {
            return null;
        }
        String scheme = texts[0].substring(0, 4).strip();
        boolean debit = concept.equals(DIRECT_DEBITS) && (scheme.equals("CORE") || scheme.equals("B2B"));
        boolean purposes = PURPOSES.contains(texts[2].substring(0, 4).strip())
                && PURPOSES.contains(texts[2].substring(4, 8).strip());
        if (!purposes || !(debit || concept.equals(TRANSFERS))) {
            return null;
        }
        return debit ? directDebit(texts) : transfer(texts);
    }

    /** Originator (66) and code (10); reference (35) and whom for (41); purposes and concept; concept; information. */
    private static SepaTexts transfer(String[] texts) {
        WrappedText remittance = concept(texts);
        remittance.words(value(texts[1], 35, 76));
        remittance.words(value(texts[4], 0, 76));
        return new SepaTexts(value(texts[0], 0, 66), value(texts[1], 0, 35), remittance.value());
    }

    /** Scheme (4) and creditor (70); creditor's id (35) and mandate (35); as above; reference (35) and debtor (41). */
    private static SepaTexts directDebit(String[] texts) {
        WrappedText remittance = concept(texts);
        remittance.words(value(texts[1], 35, 70));
        remittance.words(value(texts[4], 35, 76));
        return new SepaTexts(value(texts[0], 4, 74), value(texts[4], 0, 35), remittance.value());
    }

    private static WrappedText concept(String[] texts) {
        WrappedText concept = new WrappedText();
        concept.field(texts[2].substring(8));
        concept.field(texts[3] == null ? "" : texts[3].substring(0, 72));
        return concept;
    }

    private static String value(String text, int from, int to) {
        String value = text == null ? "" : text.substring(from, to).strip();
        return value.isEmpty() ? null : value;
    }
}
