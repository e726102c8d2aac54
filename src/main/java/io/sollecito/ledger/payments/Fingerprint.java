package io.sollecito.ledger.payments;

import io.sollecito.model.Statement;
import io.sollecito.model.Telling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what an entry is recognised (law 3): account, booking date, signed amount, bank reference, structured references.
 * Never by raw text, which banks wrap anew, nor by the statement's number, which they reuse.
 */
public final class Fingerprint {

    private static final char BETWEEN = '\u001f';

    private Fingerprint() {}

    /** The same for the same entry; two of one fingerprint in one statement are twins. */
    public static String of(String account, Statement.Entry entry) {
        StringBuilder text = new StringBuilder(account)
                .append(BETWEEN)
                .append(entry.bookingDate())
                .append(BETWEEN)
                .append(entry.amount().stripTrailingZeros().toPlainString())
                .append(entry.currency())
                .append(BETWEEN)
                .append(Telling.reference(entry.bankReference()));
        for (Statement.Payment payment : entry.payments()) {
            text.append(BETWEEN)
                    .append(Telling.reference(payment.endToEndId()))
                    .append(BETWEEN)
                    .append(Telling.reference(payment.creditorReference()));
        }
        return hashed(text.toString());
    }

    /** Of what is known by an id of its account, whatever that looks like. */
    static String ofId(String account, String id) {
        return hashed(account + BETWEEN + id);
    }

    private static String hashed(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the bank or the payer gave it a reference, so that two entries of this fingerprint are one. */
    static boolean isTelling(Statement.Entry entry) {
        return Telling.reference(entry.bankReference()) != null
                || entry.payments().stream()
                        .anyMatch(payment -> Telling.reference(payment.creditorReference()) != null
                                || Telling.reference(payment.endToEndId()) != null);
    }
}
