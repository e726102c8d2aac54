package io.sollecito.delivery.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Envelope senders that name their dispatch, such as {@code bounces+h-0c1d2e3f4a5b6c7d8e9f@acme.example} (VERP): what comes
 * back there is about that dispatch, whatever it quotes. The token is signed; nobody who has not seen it can make one.
 */
public final class ReturnPaths {

    /** No creditor uses them. */
    public static final ReturnPaths NONE = new ReturnPaths(new byte[] {0}, Map.of());

    private static final String HMAC = "HmacSHA256";
    private static final int SEAL_BYTES = 10;
    private static final int LONGEST_LOCAL_PART = 64 - 1 - 13 - 1 - 2 * SEAL_BYTES;
    private static final Pattern TOKEN = Pattern.compile("\\+([0-9a-z]{1,13})-([0-9a-f]{20})@");

    private final SecretKeySpec key;
    private final Map<String, InternetAddress> addresses = new TreeMap<>();

    /**
     * @param key secret; the same for as long as bounces may come
     * @param addresses by creditor: where its bounces come to, such as bounces@acme.example
     * @throws IllegalArgumentException when one is no address, or too long for a token
     */
    public ReturnPaths(byte[] key, Map<String, String> addresses) {
        this.key = new SecretKeySpec(key, HMAC);
        addresses.forEach((creditor, address) -> this.addresses.put(creditor, checked(creditor, address)));
    }

    /** Where bounces of that dispatch are to come to; empty: to the sender's own address. */
    public Optional<String> of(String creditor, long dispatch) {
        return Optional.ofNullable(addresses.get(creditor)).map(to -> {
            String id = Long.toString(dispatch, Character.MAX_RADIX);
            return to.getAddress().replaceFirst("@", "+" + id + "-" + seal(creditor, id) + "@");
        });
    }

    /** The creditor's dispatch whose return path stands in the text; what is not signed is passed over. */
    public Optional<Long> dispatchIn(String creditor, String text) {
        Matcher tokens = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (tokens.find()) {
            byte[] given = tokens.group(2).getBytes(StandardCharsets.US_ASCII);
            byte[] ours = seal(creditor, tokens.group(1)).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(given, ours)) {
                return Optional.of(Long.parseLong(tokens.group(1), Character.MAX_RADIX));
            }
        }
        return Optional.empty();
    }

    private String seal(String creditor, String id) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] all = mac.doFinal((creditor + ":" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InternetAddress checked(String creditor, String address) {
        try {
            InternetAddress found = new InternetAddress(address.strip(), true);
            found.validate();
            if (found.getAddress().indexOf('@') <= LONGEST_LOCAL_PART) {
                return found;
            }
        } catch (AddressException wrong) {
            // said below
        }
        throw new IllegalArgumentException("sollecito.mail." + creditor + ".bounces-to: '" + address
                + "' is no e-mail address with at most " + LONGEST_LOCAL_PART + " characters before its @");
    }
}
