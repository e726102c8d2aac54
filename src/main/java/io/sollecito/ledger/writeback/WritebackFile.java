package io.sollecito.ledger.writeback;

import io.sollecito.model.Sha256;
import java.nio.charset.Charset;

/**
 * A batch as a file: its name stands for these bytes and no others.
 *
 * @param batch the row of the ledger; 0 until it is there
 */
public record WritebackFile(long batch, String name, String content, Charset charset) {

    private static final int OF_THE_HASH = 8;

    /**
     * A file that is not in the ledger yet. Its name ends in a part of its hash, so that a ledger that begins to count
     * anew never takes the name of an older one's file.
     */
    public static WritebackFile of(String id, String extension, String content, Charset charset) {
        String hash = Sha256.hex(content.getBytes(charset));
        String plain = id.replaceAll("[^A-Za-z0-9_.-]", "_").replace("..", "_");
        return new WritebackFile(0, plain + "-" + hash.substring(0, OF_THE_HASH) + "." + extension, content, charset);
    }

    public byte[] bytes() {
        return content.getBytes(charset);
    }
}
