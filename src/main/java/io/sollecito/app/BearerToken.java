package io.sollecito.app;

import io.sollecito.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What who calls must know (RFC 6750). How long a wrong one is looked at tells nothing about the right one. */
final class BearerToken {

    /** Shorter ones can be guessed. */
    private static final int SHORTEST = 16;

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    /** @throws IllegalArgumentException when it is too short */
    BearerToken(String token) {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "the secret of who sends files is shorter than " + SHORTEST + " characters");
        }
        this.expected = hash(token);
    }

    /** @param authorization the header, or null */
    boolean isIn(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        expected, hash(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] hash(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
