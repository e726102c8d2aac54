package io.sollecito.model;

/** What a person's command asks for may not be done; the message says why, in words for that person. */
public final class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }
}
