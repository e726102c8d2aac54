package io.sollecito.bank;

/** Stops a reader whose file holds more than may be kept in memory. */
final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
        super(message, null, false, false);
    }
}
