package io.sollecito.ledger.exports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** 128 bits of SHA-256 over the values of a row, to find what changed. For one thread. */
final class RowHash {

    private static final char SEPARATOR = '\u001f';
    private static final char NULL = '\u0000';

    private final MessageDigest digest = sha256();
    private final StringBuilder text = new StringBuilder(512);
    private final byte[] half = new byte[16];

    String of(String[] row, int from, int to) {
        text.setLength(0);
        for (int i = from; i < to; i++) {
            if (row[i] == null) {
                text.append(NULL);
            } else {
                text.append(row[i]);
            }
            text.append(SEPARATOR);
        }
        byte[] whole = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        System.arraycopy(whole, 0, half, 0, half.length);
        return Base64.getEncoder().withoutPadding().encodeToString(half);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
