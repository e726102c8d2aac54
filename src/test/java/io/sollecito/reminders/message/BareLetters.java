package io.sollecito.reminders.message;

/** Printing alone: finished pages as PDF, without facts, templates and pictures. For measurements. */
public final class BareLetters {

    private final PdfPages pages = new PdfPages();

    /** The page of that letter. */
    public static String page(Composer composer, ReminderFacts facts, AddressZone zone) {
        return composer.letterPage(facts, zone, composer.language(facts));
    }

    public Letter print(String page, ReminderFacts facts, Composer composer) {
        return pages.print(page, composer.language(facts));
    }
}
