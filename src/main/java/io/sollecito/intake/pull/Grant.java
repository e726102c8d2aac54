package io.sollecito.intake.pull;

import java.io.IOException;
import java.util.Map;

/** By what right a token is asked for (RFC 6749). */
interface Grant {

    /** The client's own. */
    Grant CLIENT = () -> Map.of("grant_type", "client_credentials");

    /** What the form says about it. */
    Map<String, String> fields() throws IOException;

    /** @param refreshToken that came with a token and replaces the one before, or the empty text */
    default void renewed(String refreshToken) throws IOException {
        // a client's own right stays what it is
    }
}
