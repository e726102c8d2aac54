package io.sollecito.app;

import com.sun.net.httpserver.Headers;
import io.sollecito.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lets in who knows the connection's secret. How long a wrong one is looked at tells nothing about the right one. */
interface Gate {

    /** Shorter secrets can be guessed. */
    int SHORTEST = 16;

    List<String> PROOFS = List.of("bearer", "basic", "hmac");

    /** Whether the headers alone may come in; what is signed is let in when it was read. */
    boolean admits(Headers headers);

    /** Whether the body may be taken too. */
    default boolean admits(Headers headers, byte[] body) {
        return admits(headers);
    }

    /**
     * @param proof bearer, basic (with a user) or hmac (HMAC-SHA256 of the body in a header, in hex or Base64)
     * @throws IllegalArgumentException when the secret is too short, or there is no such proof
     */
    static Gate of(String proof, String user, String header, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("the secret of who sends is shorter than " + SHORTEST + " characters");
        }
        return switch (proof) {
            case "bearer" -> headers -> isAuthorized(headers, "bearer", secret);
            case "basic" -> {
                String expected =
                        Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
                yield headers -> isAuthorized(headers, "basic", expected);
            }
            case "hmac" -> new Signed(header, secret);
            default ->
                throw new IllegalArgumentException("proof '" + proof + "' is none of " + String.join(", ", PROOFS));
        };
    }

    private static boolean isAuthorized(Headers headers, String scheme, String expected) {
        String given = headers.getFirst("Authorization");
        String[] parts = given == null ? new String[0] : given.strip().split(" +", 2);
        return parts.length == 2
                && parts[0].toLowerCase(Locale.ROOT).equals(scheme)
                && MessageDigest.isEqual(hash(expected), hash(parts[1]));
    }

    private static byte[] hash(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** By who knows the secret. */
    record Signed(String header, String secret) implements Gate {
        private static final String HMAC = "HmacSHA256";

        @Override
        public boolean admits(Headers headers) {
            return headers.getFirst(header) != null;
        }

        @Override
        public boolean admits(Headers headers, byte[] body) {
            String given = headers.getFirst(header);
            byte[] expected = signature(body);
            String plain = given == null ? "" : given.strip().replaceFirst("^(?i)sha256=", "");
            return MessageDigest.isEqual(hash(HexFormat.of().formatHex(expected)), hash(plain.toLowerCase(Locale.ROOT)))
                    | MessageDigest.isEqual(hash(Base64.getEncoder().encodeToString(expected)), hash(plain));
        }

        private byte[] signature(byte[] body) {
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
                return mac.doFinal(body);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java has " + HMAC, impossible);
            }
        }

        @Override
        public String toString() {
            return "signed in " + header;
        }
    }
}
