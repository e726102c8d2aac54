package io.sollecito.bank.mt;

import io.sollecito.model.ReferenceKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Running text in which the bank names what follows, as in Switzerland, Italy and older Dutch files: {@code AUFTRAGGEBER: ...
 * MITTEILUNGEN: ...}, {@code ORDINANTE: ... CAUSALE: ...}, {@code REK: .../NAAM: ...}. The whole text remains remittance; only who paid, from
 * where, and a reference with check digits are taken out of it.
 */
final class LabelledText {

    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\p{L}0-9])(AUFTRAGGEBER|ABSENDER|DEBITOR|ZAHLER|DONNEUR D.ORDRE|EXP[EÉ]DITEUR|ORDINANTE|MITTENTE|"
                    + "ORDERING CUSTOMER|ORDERED BY|BY ORDER OF|NAAM|IBAN|REK|KONTO|CONTO|COMPTE|MITTEILUNGEN|COMMUNICATIONS?|COMUNICAZIONI|CAUSALE|"
                    + "OMSCHRIJVING|VERWENDUNGSZWECK|ZAHLUNGSGRUND|MOTIF|REFERENZEN?|REFERENZ-NR|R[EÉ]F[EÉ]RENCES?|RIFERIMENT[IO]|KENMERK|BIC|ADRESSE|"
                    + "SPESEN|FRAIS|SPESE)\\s?:\\s");
    private static final Pattern PAYER = Pattern.compile(
            "AUFTRAGGEBER|ABSENDER|DEBITOR|ZAHLER|DONNEUR D.ORDRE|EXP[EÉ]DITEUR|ORDINANTE|MITTENTE|ORDERING CUSTOMER|ORDERED BY|BY ORDER OF|NAAM");
    private static final Pattern REFERENCE = Pattern.compile("REFEREN.*|R[EÉ]F.*|RIFERIMENT.|KENMERK");
    private static final Pattern BELGIAN =
            Pattern.compile("(\\+\\+\\+|\\*\\*\\*)\\s?([0-9]{3}/[0-9]{4}/[0-9]{5})\\s?\\1");
    private static final Pattern LONG_REFERENCE =
            Pattern.compile("(?<![A-Z0-9])(RF[0-9]{2}[A-Z0-9]{1,21}|[0-9]{27})(?![A-Z0-9])");

    private LabelledText() {}

    static void read(String text, Narrative into) {
        into.words(text);
        Matcher label = LABEL.matcher(text);
        boolean more = label.find();
        while (more) {
            String name = label.group(1);
            int from = label.end();
            more = label.find();
            take(
                    name,
                    text.substring(from, more ? label.start() : text.length()).strip(),
                    into);
        }
        references(text, into);
    }

    private static void take(String label, String value, Narrative into) {
        if (PAYER.matcher(label).matches()) {
            into.name(value.replaceFirst("[/,;]+$", ""));
        } else if (label.equals("IBAN") || label.equals("REK")) {
            into.account(value.replaceFirst("[/,;\\s].*$", ""));
        } else if (REFERENCE.matcher(label).matches()) {
            Matcher reference = LONG_REFERENCE.matcher(value);
            if (reference.find() && ReferenceKind.isValid(reference.group())) {
                into.creditorReference(reference.group());
            }
        }
    }

    /** References that stand for themselves: printed as in Belgium, or as the only text there is. */
    static void references(String text, Narrative into) {
        Matcher belgian = BELGIAN.matcher(text);
        if (belgian.find() && ReferenceKind.isValid(ReferenceKind.compact(belgian.group(2)))) {
            into.creditorReference(ReferenceKind.compact(belgian.group(2)));
        }
        String compact = text.length() > 50 ? "" : ReferenceKind.compact(text);
        if (LONG_REFERENCE.matcher(compact).matches() && ReferenceKind.isValid(compact)) {
            into.creditorReference(compact);
        }
    }
}
