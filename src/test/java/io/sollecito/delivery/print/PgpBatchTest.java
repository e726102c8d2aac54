package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.model.Problem;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgpBatchTest {

    private static final String PROFILE = """
            profile: stampa-nord
            creditors: {ACME-IT: ACME}
            window: france
            products: {letter: {class: ORDINARY}}
            cutOff: {time: "16:00", zone: Europe/Rome}
            encryptTo: house.asc
            """;

    @TempDir
    Path folder;

    @Test
    void an_archive_is_encrypted_to_the_print_houses_key_and_opens_with_it_alone() throws Exception {
        BcPGPKeyPair house = exported();

        Map<String, byte[]> files = packed(profiles(PROFILE));

        assertThat(files.keySet())
                .containsExactly(
                        "ACME_ACME-IT-20260302-O1.zip.pgp",
                        "ACME_ACME-IT-20260302-O1.manifest.csv",
                        "ACME_ACME-IT-20260302-O1.manifest.json",
                        "ACME_ACME-IT-20260302-O1.done");
        byte[] encrypted = files.get("ACME_ACME-IT-20260302-O1.zip.pgp");
        byte[] zip = decrypted(encrypted, house);
        JsonNode manifest = new ObjectMapper().readTree(files.get("ACME_ACME-IT-20260302-O1.manifest.json"));
        assertThat(PackageFile.sha256(zip)).isEqualTo(manifest.path("zipSha256").asText());
        assertThat(new String(files.get("ACME_ACME-IT-20260302-O1.done"), StandardCharsets.UTF_8))
                .startsWith(PackageFile.sha256(encrypted) + "  ACME_ACME-IT-20260302-O1.zip.pgp\n");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("letters/ACME-IT-1.pdf");
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("%PDF ACME-IT-1");
        }
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("ACME-IT-1");
    }

    @Test
    void the_check_says_what_to_install_when_the_library_is_absent() throws Exception {
        exported();
        ProfileReader reader = new ProfileReader(yaml(PROFILE), PgpLibrary.isInstalled(new ClassLoader(null) {}));
        reader.read();

        assertThat(reader.problems())
                .extracting(Problem::line, Problem::message, Problem::remedy)
                .singleElement()
                .satisfies(told -> assertThat(told.toList())
                        .containsExactly(
                                6L,
                                "letters cannot be encrypted: the OpenPGP library is not installed",
                                "Build with 'mvn -Ppgp package', or put bcpg-jdk18on and what it needs (bcprov-jdk18on,"
                                        + " bcutil-jdk18on) beside the other libraries in lib/."));
    }

    @Test
    void a_profile_that_does_not_encrypt_needs_no_library() {
        ProfileReader reader = new ProfileReader(yaml(PROFILE.replace("encryptTo: house.asc\n", "")), false);
        assertThat(reader.read()).hasSize(1);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void a_key_that_is_none_is_told_before_a_letter_fails_with_it() throws Exception {
        assertThat(problems()).containsExactly("'house.asc' is no key to encrypt to: there is no such file");
        Files.writeString(folder.resolve("house.asc"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nnonsense\n");
        assertThat(problems()).singleElement().asString().startsWith("'house.asc' is no key to encrypt to: it ");
    }

    @Test
    void nothing_is_encrypted_to_a_key_that_has_expired() throws Exception {
        BcPGPKeyPair house = exported(3600);
        Instant made = house.getPublicKey().getCreationTime().toInstant();
        Path key = folder.resolve("house.asc");

        assertThat(PgpZip.encrypted(new byte[1], "a.zip", made.plusSeconds(3599), key))
                .isNotEmpty();
        assertThatThrownBy(() -> PgpZip.encrypted(new byte[1], "a.zip", made.plusSeconds(3600), key))
                .hasMessage("its key for encryption has expired: ask for a new one");
    }

    private List<String> problems() {
        ProfileReader reader = new ProfileReader(yaml(PROFILE));
        reader.read();
        return reader.problems().stream().map(Problem::message).toList();
    }

    private Map<String, PrintProfile> profiles(String text) {
        ProfileReader reader = new ProfileReader(yaml(text));
        Map<String, PrintProfile> profiles = reader.read();
        assertThat(reader.problems()).isEmpty();
        return profiles;
    }

    private YamlNode yaml(String text) {
        return Yaml.parse(folder.resolve("stampa-nord.yaml").toString(), text);
    }

    private static Map<String, byte[]> packed(Map<String, PrintProfile> profiles) {
        OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
        long item = hub.item("4711", "4711-1", "100.00");
        hub.dispatch(hub.reminder("4711", "second", item), "letter", "Via Roma 1, 20121 Milano");
        Map<String, byte[]> files = new LinkedHashMap<>();
        new PrintRun(
                        hub.outbox(SendPolicy.PRINT),
                        new DispatchContents(hub.database),
                        new LetterBatches(hub.database, hub.clock, hub.journal),
                        new WordsForTests(),
                        (route, body) -> {
                            files.put(((PackageFile) body).name(), ((PackageFile) body).bytes());
                            return null;
                        },
                        profiles,
                        "test")
                .run(OutboxForTests.ACME, hub.clock.instant());
        return files;
    }

    /** A key ring as GnuPG makes it: one key signs, the other, which is returned, encrypts. */
    private BcPGPKeyPair exported() throws Exception {
        return exported(0);
    }

    /** @param seconds until the key for encryption expires; 0 is never */
    private BcPGPKeyPair exported(long seconds) throws Exception {
        PGPSignatureSubpacketGenerator validity = new PGPSignatureSubpacketGenerator();
        validity.setKeyExpirationTime(false, seconds);
        Ed25519KeyPairGenerator signing = new Ed25519KeyPairGenerator();
        signing.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        X25519KeyPairGenerator encrypting = new X25519KeyPairGenerator();
        encrypting.init(new X25519KeyGenerationParameters(new SecureRandom()));
        BcPGPKeyPair primary = new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4, PGPPublicKey.EDDSA_LEGACY, signing.generateKeyPair(), new Date());
        BcPGPKeyPair sub = new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4, PGPPublicKey.ECDH, encrypting.generateKeyPair(), new Date());
        PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                "Stampa Nord <stampa@stampa-nord.example>",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(PGPPublicKey.EDDSA_LEGACY, HashAlgorithmTags.SHA256),
                null);
        ring.addSubKey(sub, validity.generate(), null);
        try (OutputStream armored = new ArmoredOutputStream(Files.newOutputStream(folder.resolve("house.asc")))) {
            ring.generatePublicKeyRing().encode(armored);
        }
        return sub;
    }

    private static byte[] decrypted(byte[] encrypted, BcPGPKeyPair house) throws Exception {
        PGPEncryptedDataList list = (PGPEncryptedDataList) new BcPGPObjectFactory(encrypted).nextObject();
        PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) list.get(0);
        assertThat(data.getKeyID()).isEqualTo(house.getKeyID());
        PGPLiteralData literal = (PGPLiteralData)
                new BcPGPObjectFactory(data.getDataStream(new BcPublicKeyDataDecryptorFactory(house.getPrivateKey())))
                        .nextObject();
        byte[] bytes = literal.getInputStream().readAllBytes();
        assertThat(data.verify()).isTrue();
        assertThat(literal.getFileName()).isEqualTo("ACME_ACME-IT-20260302-O1.zip");
        return bytes;
    }
}
