package io.sollecito.intake;

import io.sollecito.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Copies of files that wait for a person. Their names come from outside: only harmless characters of them are used. */
final class KeptFiles {

    private static final int LONGEST_NAME = 80;

    private final Path folder;

    KeptFiles(Path folder) {
        this.folder = folder;
    }

    /** Copies the file, whole or not at all; returns where it is kept. */
    String keep(Path file, String hash, String remoteName) throws IOException {
        Files.createDirectories(folder);
        Path target = place(hash, remoteName);
        Path partial = Files.createTempFile(folder, "partial-", null);
        try {
            Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
        return target.toString();
    }

    /** Where {@link #keep} keeps such a file. */
    Path place(String hash, String remoteName) {
        return folder.resolve(hash.substring(0, 16) + "-" + harmless(remoteName));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[64 * 1024];
            while (in.read(buffer) >= 0) {
                // reading feeds the digest
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }

    private static String harmless(String remoteName) {
        String name = remoteName.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
