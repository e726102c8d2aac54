package io.sollecito.intake.pull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How the hub says who it is. */
interface Login {

    /** Nobody asks who it is. */
    Login NONE = http -> Map.of();

    /** The header to ask with, by its name. */
    Map<String, String> headers(HttpAsker http) throws IOException;

    /** The API did not accept it; whether it will be another one the next time. */
    default boolean renew() {
        return false;
    }

    /** @param scheme what stands before the secret, or blank */
    static Login header(String name, String scheme, String secret) {
        Map<String, String> header = Map.of(name, scheme.isBlank() ? secret : scheme.strip() + " " + secret);
        return http -> header;
    }

    static Login basic(String user, String password) {
        Map<String, String> header = Map.of("Authorization", basicValue(user, password));
        return http -> header;
    }

    static String basicValue(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
