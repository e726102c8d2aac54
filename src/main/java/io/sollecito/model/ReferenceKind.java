package io.sollecito.model;

import java.util.Locale;

/** What kind of structured reference a creditor's reminders print, so that their payments reconcile themselves. */
public enum ReferenceKind {
    /** ISO 11649, for every country. */
    RF,
    /** For Belgian creditors. */
    OGM,
    /** For Swiss creditors with a QR-IBAN. */
    QRR;

    /** Above the numbers that ERPs give their own invoices. */
    private static final long OGM_OURS = 9_000_000_000L;

    private static final String QRR_OURS = "9";

    /** The reference of our reminder with that number; it names this one set of items and is never used again. */
    public String ofReminder(long number) {
        return switch (this) {
            case RF -> CreditorReference.ofReminder(number);
            case OGM -> BelgianReference.of(OGM_OURS + number);
            case QRR -> SwissReference.of(QRR_OURS + String.format(Locale.ROOT, "%025d", number));
        };
    }

    /** Of a reference that {@link #ofReminder} made. */
    public static ReferenceKind of(String reference) {
        if (reference.matches("[0-9]{12}")) {
            return OGM;
        }
        return reference.matches("[0-9]{27}") ? QRR : RF;
    }

    /** What remains of a reference however people or machines write it: no blanks, slashes, plus signs or asterisks. */
    public static String compact(String written) {
        return written.replaceAll("[\\s+*/]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a compact text is a reference of any kind whose check digits fit. */
    public static boolean isValid(String compact) {
        return switch (of(compact)) {
            case RF -> CreditorReference.isValid(compact);
            case OGM -> BelgianReference.isValid(compact);
            case QRR -> SwissReference.isValid(compact);
        };
    }

    /** As people copy it. */
    public static String printed(String reference) {
        return switch (of(reference)) {
            case RF -> reference.replaceAll("(.{4})(?=.)", "$1 ");
            case OGM -> BelgianReference.printed(reference);
            case QRR -> SwissReference.printed(reference);
        };
    }
}
