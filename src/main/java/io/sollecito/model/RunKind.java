package io.sollecito.model;

import java.util.Locale;

/** What may become of the messages that a planning run decides on. */
public enum RunKind {
    /** They leave by themselves. */
    SENDING,
    /** They wait until a person releases them. */
    PROPOSAL,
    /** They never leave and count as nothing: the run only shows what would be. */
    SHADOW;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
