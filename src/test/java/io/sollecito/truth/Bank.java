package io.sollecito.truth;

import java.util.Locale;
import java.util.Random;

/** What banks make of a payer's text and name. */
final class Bank {

    static final int MOST_CHARACTERS = 140;
    private static final int SHORT_LINE = 27;
    private static final int LINE = 35;
    private static final int NAME = 35;

    private final Random random;

    Bank(Random random) {
        this.random = random;
    }

    /** The remittance as the statement shows it. */
    String shows(String written, Words words) {
        String text = written.length() > MOST_CHARACTERS ? written.substring(0, MOST_CHARACTERS) : written;
        int manner = random.nextInt(100);
        if (manner < 25) {
            text = Names.transliterated(text).toUpperCase(Locale.ROOT);
        } else if (manner < 35) {
            text = Names.transliterated(text);
        }
        int wrapping = random.nextInt(100);
        if (wrapping < 6) {
            text = wrapped(text, LINE, " ");
        } else if (wrapping < 10) {
            text = wrapped(text, SHORT_LINE, " ");
        } else if (wrapping < 13) {
            text = wrapped(text, SHORT_LINE, "");
        }
        return random.nextInt(100) < 20 ? words.any("frames", random).replace("{text}", text) : text;
    }

    /** Lines cut at a width and joined again; blanks at a line's end are lost. */
    static String wrapped(String text, int width, String joint) {
        StringBuilder joined = new StringBuilder();
        for (int at = 0; at < text.length(); at += width) {
            joined.append(at == 0 ? "" : joint)
                    .append(text.substring(at, Math.min(text.length(), at + width))
                            .stripTrailing());
        }
        return joined.toString();
    }

    /** The name as the payer's bank has it: his registered name, seldom letter by letter as the ERP's. */
    String name(Customer customer) {
        String shown = customer.master().name();
        int manner = random.nextInt(100);
        if (manner < 20) {
            shown = shown.replaceAll("[.,]", "");
        } else if (manner < 30 && !customer.isPerson()) {
            shown = shown.substring(0, shown.lastIndexOf(' '));
        }
        if (random.nextInt(100) < 55) {
            shown = Names.transliterated(shown).toUpperCase(Locale.ROOT);
        }
        return shown.length() > NAME ? shown.substring(0, NAME).strip() : shown;
    }
}
