package io.sollecito.delivery.print;

/** How a print house posts a letter; one batch holds one product. */
public enum Product {
    ORDINARY("O", false, false),
    PRIORITY("P", false, false),
    TRACKED("T", false, true),
    REGISTERED("S", true, true),
    REGISTERED_AR("R", true, true);

    private final String letter;
    private final boolean registered;
    private final boolean followed;

    Product(String letter, boolean registered, boolean followed) {
        this.letter = letter;
        this.registered = registered;
        this.followed = followed;
    }

    /** In batch ids. */
    String letter() {
        return letter;
    }

    boolean isRegistered() {
        return registered;
    }

    /** Whether the post reports its delivery; what it does not report may end at HANDED_OVER. */
    boolean isFollowed() {
        return followed;
    }

    /** Whether its addressee signs a receipt that comes back. */
    boolean hasReturnReceipt() {
        return this == REGISTERED_AR;
    }
}
