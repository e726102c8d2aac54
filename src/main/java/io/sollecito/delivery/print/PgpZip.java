package io.sollecito.delivery.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Encrypts an archive of letters to a print house's OpenPGP key (AES-256, integrity protected). */
final class PgpZip {

    private static final int CHUNK = 1 << 16;

    private PgpZip() {}

    /** @throws IOException why nothing can ever be encrypted to the key in that file */
    static void check(Path key) throws IOException {
        encryptionKey(key, Instant.EPOCH);
    }

    /**
     * @param name the archive's, as it is called once it is decrypted
     * @param key the file of the print house's public key
     */
    static byte[] encrypted(byte[] zip, String name, Instant at, Path key) throws IOException {
        PGPEncryptedDataGenerator encryption =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(new SecureRandom()));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey(key, at)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encrypting = encryption.open(bytes, new byte[CHUNK]);
                OutputStream literal = new PGPLiteralDataGenerator()
                        .open(encrypting, PGPLiteralData.BINARY, name, zip.length, Date.from(at))) {
            literal.write(zip);
        } catch (PGPException failed) {
            throw new IOException("it could not be encrypted: " + failed.getMessage(), failed);
        }
        return bytes.toByteArray();
    }

    private static PGPPublicKey encryptionKey(Path file, Instant at) throws IOException {
        boolean expired = false;
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            for (PGPPublicKeyRing ring : new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator())) {
                for (PGPPublicKey key : ring) {
                    if (key.isEncryptionKey() && !key.hasRevocation()) {
                        if (isValid(key, at)) {
                            return key;
                        }
                        expired = true;
                    }
                }
            }
        } catch (NoSuchFileException absent) {
            throw new IOException("there is no such file", absent);
        } catch (PGPException | IOException | RuntimeException unreadable) {
            throw new IOException("it cannot be read as an OpenPGP key", unreadable);
        }
        throw new IOException(
                expired ? "its key for encryption has expired: ask for a new one" : "it holds no key for encryption");
    }

    private static boolean isValid(PGPPublicKey key, Instant at) {
        long seconds = key.getValidSeconds();
        return seconds == 0 || at.isBefore(key.getCreationTime().toInstant().plusSeconds(seconds));
    }
}
