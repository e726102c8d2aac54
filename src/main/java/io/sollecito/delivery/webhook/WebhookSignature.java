package io.sollecito.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a webhook who called and that nothing was changed: the hexadecimal HMAC-SHA256, by the shared secret, of the
 * time stamp (seconds since 1970), a dot and the body. The receiver refuses time stamps that are not of now, so that a call
 * cannot be played to it again.
 */
public final class WebhookSignature {

    /** Shorter secrets can be guessed. */
    static final int SHORTEST_SECRET = 16;

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the secret is too short */
    public WebhookSignature(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the webhook's secret is shorter than " + SHORTEST_SECRET + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** @param timestamp as the header says it */
    public String of(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }
}
