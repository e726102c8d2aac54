package io.sollecito.delivery.print;

/** How a print house posts a letter; one batch holds one product. */
public enum Product {
    ORDINARY("letter"),
    REGISTERED_AR("registered-letter");

    private final String channel;

    Product(String channel) {
        this.channel = channel;
    }

    /** As dispatches and plans name it. */
    public String channel() {
        return channel;
    }
}
